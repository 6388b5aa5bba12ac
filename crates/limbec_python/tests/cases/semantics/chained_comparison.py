print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 != 1, "a" < "b" > "a", 1 in [1] == True, (1 in [1]) == True, not 1 == 2, 1 is 1 is not None)
class C:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("lt", self.n, o.n, end=" "); return [] if self.n > o.n else [1]
print(bool(C(1) < C(2) < C(0)), (C(2) < C(1) < C(5)))
for a, b in ((1, "a"), ([], ()), (None, 0), ({}, {}), (1j, 2), (object, int)):
    for op in ("<", ">="):
        try: print(eval(f"a {op} b"), end=" ")
        except TypeError as e: print(e)
print([1, 2] < [1, 3], (1,) < (1, 0), "Z" < "a", [1, [2]] == [1, [2.0]], {1: [2]} == {1: [2]}, (n := float("nan")) in [n], [n] == [n], b"a" < b"b", True < 2, {1} < {1, 2}, range(2) == range(0, 2))
