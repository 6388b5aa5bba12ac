def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    i, j, out = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]: i -= 1; j -= 1; out.append((" ", a[i]))
        elif t[i - 1][j] >= t[i][j - 1]: i -= 1; out.append(("-", a[i]))
        else: j -= 1; out.append(("+", b[j]))
    out += [("-", x) for x in reversed(a[:i])] + [("+", x) for x in reversed(b[:j])]
    return out[::-1]
for s, l in lcs("a b c d e".split(), "b x c e f".split()): print(s, l)
print("".join(x for s, x in lcs("kitten", "sitting") if s == " "), sum(s != " " for s, _ in lcs("abc", "")), lcs("", ""), lcs("ab", "ab"))
