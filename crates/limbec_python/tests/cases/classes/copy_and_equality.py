import copy
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return NotImplemented if not isinstance(o, P) else (self.x, self.y) == (o.x, o.y)
    def __repr__(self): return f"P({self.x!r}, {self.y!r})"
class Q(P):
    def __eq__(self, o): print("Q.eq", end=" "); return super().__eq__(o)
    def __hash__(self): return hash(self.x)
print(P(1, 2) == P(1, 2), P(1, 2) != P(1, 3), P(1, 2) == 5, P(1, 2) == Q(1, 2), Q(1, 2) == P(1, 2), [P(1, 1)] == [P(1, 1)], P(1, 1) in [P(1, 1)], {Q(1, 2): "q"}[Q(1, 2)], P.__hash__)
try: {P(1, 2)}
except TypeError as e: print(e)
a = P([1], {"k": [2]}); b = copy.copy(a); c = copy.deepcopy(a); a.x.append(9); a.y["k"].append(9); print(a, b, c, a == b, a == c, b.x is a.x, c.x is a.x)
class Shared: pass
s = Shared(); pair = copy.deepcopy((s, [s, s])); print(pair[0] is pair[1][0], pair[0] is s)
class WithState:
    def __init__(self): self.n, self.cache = 1, "big"
    def __getstate__(self): return {"n": self.n}
    def __setstate__(self, st): self.__dict__.update(st, cache=None)
d = {"a": [1]}; e = dict(d); f = d.copy(); g = {**d}; d["a"].append(2); d["b"] = 1; print(e, f, g, list(d), [1, [2]].copy()[1] is not None)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a, self.b = [1], 2
x = Slots(); y = copy.copy(x); z = copy.deepcopy(x); x.a.append(2); print(y.a, z.a, z.b)
