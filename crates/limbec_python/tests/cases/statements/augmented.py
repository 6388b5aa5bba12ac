class C:
    def __iadd__(self, o): print("iadd", o); return self
    def __isub__(self, o): return "replaced"
    def __mul__(self, o): return ("mul", o)
c = C(); d = c
c += 1; print(c is d)
c -= 1; print(c)
d *= 2; print(d)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
s = {1}; r = s; s |= {2}; s -= {1}; print(s, r is s)
b = "a"; b += "b"; b *= 2; print(b)
x = 7; x //= 2; x **= 2; x %= 5; x <<= 3; x |= 1; x ^= 2; x &= 30; x >>= 1; print(x)
x = 5; x /= 2; print(x)
dd = {"a": 1}; dd["a"] += 1; dd |= {"b": 2}; print(dd)
def counter(n, acc=[0]): acc[0] += n; return acc[0]
print(counter(1), counter(2))
