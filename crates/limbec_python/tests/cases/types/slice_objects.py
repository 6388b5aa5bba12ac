s = slice(1, 10, 2); print(s, s.start, s.stop, s.step, s.indices(5), slice(None).indices(3), slice(-2, None).indices(5), slice(None, None, -1).indices(4), list(range(20))[s], "abcdefghij"[s], slice(3) == slice(None, 3, None), [0, 1, 2, 3][slice(1, 3)])
class Grid:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
g = Grid(); print(g[1], g[1:2], g[::3], g[1, 2], g[1:2, ...], g[:, 0], g["a":"b"], g[()], g[-1:]); g[1:2] = 5; del g[::2]; g[0, 1] += (1,)
class L(list):
    def __getitem__(self, k):
        r = super().__getitem__(k); return L(r) if isinstance(k, slice) else r
print(type(L([1, 2])[:1]).__name__, L([1, 2])[0], type(L([1])[:] + [2]).__name__)
class Idx:
    def __index__(self): return 2
print([10, 20, 30][Idx()], [10, 20, 30][:Idx()], "x" * Idx(), range(Idx()), hex(Idx()), bytes(Idx()))
for f in (lambda: [1][1.0], lambda: [1][None], lambda: [1]["a":], lambda: (1,)[slice("a")], lambda: slice(), lambda: hash(slice(1)), lambda: "abc"[1, 2], lambda: [1, 2][::0], lambda: {}[1:2], lambda: 5[0], lambda: None[0], lambda: (lambda: 1)[0], lambda: int[0] if False else len[0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
