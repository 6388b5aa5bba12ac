text = """the quick brown fox
jumps over the lazy dog
the end"""
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print(f"{word:<8}|{'#' * n:>5}|{n / sum(counts.values()):7.2%}")
width = max(map(len, text.splitlines()))
print("\n".join(f"{i:02d} {line:^{width}} {line.title()!r}" for i, line in enumerate(text.splitlines(), 1)))
print(*(w[::-1] for w in text.split() if len(w) > 4), sep="/")
table = [("name", "qty", "price"), ("bolt", 3, 1.5), ("nut", 12, 0.25)]
for row in table:
    print(" | ".join("{:>8}".format(c) if not isinstance(c, float) else "{:8.2f}".format(c) for c in row))
vowels = str.maketrans("aeiou", "*" * 5)
print(text.replace("\n", " ").translate(vowels)[:30], text.count("the"), text.find("lazy"), "-".join(sorted(set(text) - set(" \n")))[:20])
