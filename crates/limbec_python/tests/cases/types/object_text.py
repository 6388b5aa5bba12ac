class P: pass
class Q:
    def __repr__(self): return "Q!"
class R(Q):
    def __str__(self): return "R as text"
print(str(Q()), repr(R()), str(R()), [Q(), R()], {"k": R()}, f"{R()} {R()!r} {Q()}", "%s %r" % (R(), R()), "{} {!r}".format(R(), R()))
print(P().__class__.__name__, repr(P)[:16], str(int), repr(type(None)), repr(len), repr(range(3)), repr(slice(1, None)), repr(...), repr(NotImplemented))
print(repr(Exception("a", 1)), repr(KeyError("k")), str(KeyError("k")), repr(OSError(2, "x")), [ValueError("v")])
print(repr({1: {2: [3, (4,)]}}), repr(frozenset()), repr(set()), repr({}.keys()), repr({1: 2}.items()), repr([].__iter__)[:20] != "", repr(b"\n"), repr("\t"))
import sys
print(repr(True), str(None), repr(1e100), repr(10**25), str(2.0), repr(-0.0))
