a, *b = "hello"; *c, d = (1, 2, 3); e, *f, g = range(5); *h, = {"k": 1}; (i, *j), *k = ([1, 2], 3); print(a, b, c, d, e, f, g, h, i, j, k)
first, (second, *rest), *others = 1, "xyz", 4, 5; print(first, second, rest, others)
x, y = y, x = 1, 2; print(x, y); x = y = []; x.append(1); print(y); (p) = 5; [q] = [6]; (r,) = (7,); print(p, q, r)
o = type("O", (), {})(); o.a, o.b = 1, 2; l = [0, 0, 0]; l[0], *l[1:], z = 1, 2, 3, 4; print(o.a, o.b, l, z); l[:] = "ab"; print(l)
m, n = {"one": 1, "two": 2}; print(m, n); u, v = (w for w in (1, 2)); print(u, v); (s, t), r2 = zip("ab", "cd"), 5; print(s, t)
def multi(): return 1, [2, 3], {"k": 4}
aa, [bb, cc], dd = multi(); print(aa, bb, cc, dd["k"], *multi(), [*multi()][1], (*multi(), 9)[-1])
for src, tgt in (("1,", 1), ("1, 2, 3", 2), ("()", 1), ("5", 2), ("'a'", 2), ("{}", 1), ("None", 2), ("[1]", 3), ("(x for x in [])", 1)):
    names = ", ".join("abc"[:tgt]) + ("," if tgt == 1 else "")
    try: exec(f"{names} = {src}"); print("ok", names, src)
    except (ValueError, TypeError) as err: print(names, src, err)
for src in ("a, *b, *c = 1, 2", "*a = 1", "a + 1 = 2", "f() = 1", "(a, 1) = 2", "None = 1", "'x' = 1", "[a, b()] = 1, 2", "x: int: str = 1", "del f()", "for 1 in x: pass", "with a as 1: pass", "import a.b as c.d"):
    try: exec(src)
    except SyntaxError as err: print(src, "->", err.msg)
