print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1,) < (1, 2), "a" < "b", "abc" < "abd", "Z" < "a", b"a" < b"b")
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} > set(), {1, 2} == {2, 1}, {1: 2} == {1: 2.0})
print([1, [2]] == [1, [2]], (1, 2) == [1, 2], "1" == 1, None == 0, [] == False, 1 != "1")
for a, b in [(1, "a"), ([], ()), (None, 1), ({}, {}), ("a", None)]:
    try:
        a < b
    except TypeError as e:
        print(e)
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, V) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"V{self.n}"
print(V(1) == V(1), V(1) != V(2), V(1) < V(2), V(2) > V(1), sorted([V(3), V(1), V(2)]), max(V(1), V(5)), V(1) in [V(1)], {V(1): "x"}[V(1)])
try:
    V(1) <= V(2)
except TypeError as e:
    print(e)
class N:
    def __eq__(self, o): return NotImplemented
print(N() == 1, N() != 1)
class Odd:
    def __eq__(self, o): return "yes"
    def __ne__(self, o): return ""
print(Odd() == 1, repr(Odd() != 1))
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan, nan < 1)
x = [1, 2]
print(x is x, x is not [1, 2], 1 in (1, 2), "x" in {"x": 1}, 3 not in range(3), 2.0 in range(3))
try:
    1 in 5
except TypeError as e: print(e)
try:
    1 in "abc"
except TypeError as e: print(e)
