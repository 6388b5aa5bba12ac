print(chr(65), ord("é"), hex(-255), oct(8), bin(10), ascii("é"), repr("a"), callable(len), id(1) == id(1), hash(1), hash(True), hash(2.0), hash(None) == hash(None))
print(type(5), type("a").__name__, isinstance(5, (int, str)), issubclass(bool, int), vars(type("T", (), {"a": 1})())) 
class O:
    z = 1
    def __init__(self): self.a = 1
print([n for n in dir(O()) if not n.startswith("__")], getattr(O(), "q", None), hasattr(O(), "a"), vars(O()))
print(all([]), any([]), all([1, 0]), any([0, 1]), sum([]), list(map(str, [1, 2])), dict(map(lambda x: (x, x * 2), [1])), list(zip()), list(zip("ab", [1])), [*map(lambda *a: a, [1, 2], [3])])
print(*[1, 2], sep="-", end="!\n")
print("a", "b", sep="")
print()
print(None, [None], True, 1.0, "x", b"y", (1,), {"k": None}, {1}, range(2), slice(1), ..., NotImplemented, len, sep="|")
print(list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)), next(iter({}), "none"))
def loc(a, b=2):
    c = 3
    return sorted(locals().items())
print(loc(1), "loc" in globals(), globals()["__name__"], __name__)
print(format(3.14159, ".2f"), format(255, "x"), format("a", ">3"), format([]), format(1234567, ","), round(2.567, 1), abs(-2))
print(sorted([3, 1, 2], reverse=True), list(reversed([1, 2])), max(1, 2), min("b", "a"), len("abc"), sum((1, 2)), tuple(x for x in "ab"), set([1, 1]), frozenset([1]) == {1}, bytes(2), bytearray(1))
print(object() == object(), object() is None, isinstance(object(), object), repr(object())[:17], type(object()), object.__name__)
print(int.__name__, str.upper("a"), list.append, dict.get({"a": 1}, "a"), "".join.__name__, [].append.__name__, len.__name__, str.__name__, type.__name__)
print(eval.__name__, NotImplemented is NotImplemented, Ellipsis is ..., __debug__)
print(isinstance(print, type(len)), isinstance(lambda: 0, type(loc)), property, staticmethod, classmethod, super, enumerate, zip, map, filter, reversed, slice)
try: print(undefined_thing)
except NameError as e: print(e)
print(str.format("{}-{}", 1, 2), "abc".__len__(), [1, 2].__contains__(1), {"a": 1}.__getitem__("a"), (1).__class__, "a".__class__.__name__, "x".__add__("y"), [3].__iter__().__next__(), (5).__str__(), "q".__repr__(), [1].__eq__([1]), (1).__lt__(2))
