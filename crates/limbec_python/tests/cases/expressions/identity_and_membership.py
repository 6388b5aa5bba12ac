a = [1, 2]; b = a; c = [1, 2]
print(a is b, a is c, a == c, a is not c, None is None, id(a) == id(b))
print(1 in a, 3 not in a, "b" in "abc", "bc" in "abc", "" in "", 2 in (1, 2), "k" in {"k": 1}, 1 in {1: 2}.values(), (1, 2) in {1: 2}.items())
print([1] in [[1], 2], None in [None], float("nan") in [1], 1.0 in [1], True in [1], "a" in ["ab"], {1} in [{1}], b"a" in b"cat", 97 in b"a")
print(5 in range(0, 10, 5), 7 in range(0, 10, 5), 2 in (x for x in range(3)), "x" in iter("xyz"))
def f(): pass
print(f is f, f == f, f.__name__ is f.__name__, (lambda: 0) == (lambda: 0), int is int, type(1) is int)
