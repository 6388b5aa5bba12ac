class T:
    def __init__(self): self.d = {"n": 1}; self.l = [1]
    def __iadd__(self, o): print("iadd", o); return self
    def __getattr__(self, n): print("getattr", n); return 10
def key(): print("key once", end=" "); return "n"
t = T(); t.d[key()] += 5; t.missing += 1; print(t.d, t.missing); t += 3; t.l *= 2; t.l += (9,); print(t.l)
a = b = [1]; a += [2]; print(b); a = a + [3]; print(a, b)
s = "a"; u = s; s += "b"; print(s, u); x = (1,); y = x; x += (2,); print(x, y)
n = 5; n **= 2; n //= 3; n %= 5; n <<= 2; n |= 1; n ^= 3; n &= 14; n >>= 1; n -= 10; n /= 4; print(n)
st = {1}; alias = st; st |= {2}; st &= {2, 3}; st ^= {5}; st -= {2}; print(st, alias is st); d = {"a": 1}; e = d; d |= {"b": 2}; print(e)
tup = ([1], 2)
try: tup[0] += [9]
except TypeError as err: print(err, tup)
m = [[0] * 2 for _ in range(2)]; i = 0; i, m[i][1] = 1, 7; m[i][0] += 1; m[-1][-1] -= 2; print(m)
for bad in ("q += 1", "t.d['zz'] += 1", "'a' += 1", "x[5] += 1", "n += 'a'", "None += 1", "f() += 1"):
    try: exec(bad)
    except Exception as err: print(bad, type(err).__name__, err.msg if isinstance(err, SyntaxError) else err)
