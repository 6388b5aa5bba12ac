from collections.abc import Mapping, MutableMapping, Sequence, Iterable, Hashable, Callable, Sized, Iterator, Generator, Set, MutableSequence
class M(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M({"a": 1, "b": 2})
print(dict(m), m.get("z", 0), "a" in m, list(m.items()), list(m.values()), m == {"a": 1, "b": 2}, {**m}, m.keys() & {"a"}, list(m.keys()))
class L(Sequence):
    def __getitem__(self, i): return [5, 6, 7][i]
    def __len__(self): return 3
l = L()
print(list(l), 6 in l, l.index(7), l.count(5), list(reversed(l)), isinstance(l, Iterable), isinstance([], MutableSequence), isinstance({}, MutableMapping), isinstance([], Hashable), isinstance(len, Callable), isinstance(iter([]), Iterator), isinstance((x for x in ()), Generator), isinstance({1}, Set), isinstance("", Sequence), isinstance(5, Sized))
try:
    l.index(99)
except ValueError as error:
    print(repr(error))
try:
    Mapping()
except TypeError as error:
    print(error)
class MM(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm = MM()
mm.update(a=1, b=2)
print(mm.pop("a"), mm.setdefault("c", 3), mm.popitem(), len(mm), mm.pop("q", None))
try:
    mm.pop("zz")
except KeyError as error:
    print(repr(error))
mm.clear()
print(len(mm), bool(mm))
