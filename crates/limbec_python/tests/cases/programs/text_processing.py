log = """2024-01-05 12:00:01 ERROR db: connection lost (code=17)
2024-01-05 12:00:05 INFO web: started on port 8080
2024-01-06 00:10:00 ERROR db: connection lost (code=18)
bad line
2024-01-06 00:11:00 WARN web: slow request 3.5s"""
def parse(line):
    try:
        date, time, level, rest = line.split(" ", 3)
        source, _, message = rest.partition(": ")
        h, m, s = map(int, time.split(":"))
    except ValueError as e: return {"error": str(e), "line": line}
    return {"day": date, "sec": h * 3600 + m * 60 + s, "level": level, "source": source, "message": message}
rows = [parse(l) for l in log.splitlines()]
good = [r for r in rows if "error" not in r]
print(len(good), [r["error"] for r in rows if "error" in r], {r["level"] for r in good} == {"ERROR", "INFO", "WARN"})
by_day = {}
for r in good: by_day.setdefault(r["day"], {}).setdefault(r["level"], []).append(r)
for day, levels in sorted(by_day.items()): print(day, {l: len(v) for l, v in sorted(levels.items())}, max(r["sec"] for v in levels.values() for r in v))
codes = [int(m[m.index("code=") + 5:m.index(")")]) for m in (r["message"] for r in good) if "code=" in m]
print(codes, sum(codes) / len(codes), f"{good[-1]['message'].split()[-1].rstrip('s'):>6}", float(good[-1]["message"].split()[-1][:-1]) * 2)
def wrap(text, width):
    line = []
    for word in text.split():
        if line and len(" ".join(line + [word])) > width: yield " ".join(line); line = []
        line.append(word)
    if line: yield " ".join(line)
print(*wrap("the quick brown fox jumps over the lazy dog again and again", 20), sep="|")
def snake(name): return "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))
def camel(name): return "".join(p.capitalize() for p in name.split("_"))
print(snake("UserAccountId"), camel("user_account_id"), snake("HTTPServer"), "-".join(camel("a_b").split("B")))
def rot13(s): return "".join(chr((ord(c) - b + 13) % 26 + b) if (b := 65 if c.isupper() else 97) and c.isalpha() else c for c in s)
print(rot13("Hello, World"), rot13(rot13("abc")))
print({w: log.count(w) for w in ["ERROR", "db", "zzz"]}, log.upper().find("WARN"), log.encode().count(b"\n"), sorted(set(log.split()), key=lambda w: (-len(w), w))[:2])
