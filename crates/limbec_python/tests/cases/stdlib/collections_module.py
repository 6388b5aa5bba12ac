import collections
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

P = namedtuple("Point", ["x", "y"])
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), P._fields, p._replace(x=5), P._make([7, 8]), len(p), list(p), p == (1, 2), hash(p) == hash((1, 2)))
x, y = p
print(x, y, isinstance(p, tuple), p + (3,), p[::-1], P.__name__, sorted([P(2, 1), P(1, 2)]))
E = namedtuple("E", "a, b c", defaults=[10, 20])
print(E(1), E(1, 2), E._field_defaults, E.__doc__)
R = namedtuple("R", "a def a", rename=True)
print(R._fields)
for bad in [lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "_a"),
            lambda: namedtuple("X", "class"), lambda: p._replace(q=1)]:
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    p.x = 3
except AttributeError as e:
    print(type(e).__name__)
class Sub(namedtuple("Base", "a b")):
    @property
    def total(self):
        return self.a + self.b
print(Sub(1, 2).total, Sub(1, 2))

d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"]
print(d, dict(d), d.default_factory, "c" in d, d.get("c"), len(d))
dd = defaultdict(int, {"x": 1}, y=2)
dd["z"] += 1
print(dd, sorted(dd.items()), dd.copy())
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 3
print({k: dict(v) for k, v in nested.items()})
try:
    defaultdict(None)["x"]
except KeyError as e:
    print("KeyError", e)

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c["a"], sum(c.values()), c.total())
c.update("aaa")
print(c["a"], sorted(c.elements())[:4])
c.subtract({"a": 5})
print(c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1),
      Counter(a=3) | Counter(b=1), Counter(["x", "y", "x"]), Counter())
print(Counter(a=1) == Counter(a=1, b=0))

o = OrderedDict([("a", 1), ("b", 2)])
o["c"] = 3
o.move_to_end("a")
print(o, list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(a=1) == {"a": 1},
      OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict.fromkeys("ab", 0))

q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.pop(), q.popleft(), q, len(q), q.maxlen, list(reversed(q)), 2 in q)
q2 = deque("abc")
q2.rotate(1)
q2.extendleft("xy")
print(q2, q2[0], q2[-1], q2.index("a"), q2.count("a"))
try:
    deque().pop()
except IndexError as e:
    print(e)

cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cm["z"] = 9
print(cm["a"], cm["b"], sorted(cm), cm.maps[0], cm.new_child({"a": 0})["a"], dict(cm.parents), cm.get("q", 5), "b" in cm)

class U(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)
u = U({"A": 1}, B=2)
u["C"] = 3
print(u, u["a"], "c" in u, dict(u), u.pop("a"), u.get("zz"), list(u.items()), len(u))
print(UserList([1, 2])[0], UserList([3]) + [4], UserString("ab").upper(), len(UserString("ab")))

from collections.abc import (Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, MutableMapping,
                             MutableSequence, Sequence, Set, Sized, MutableSet, Generator)
for value in [[], (), {}, set(), "x", 3, iter([]), (i for i in []), len, None, range(3), frozenset(), {}.keys(), b"", dict.fromkeys]:
    print(type(value).__name__, [c.__name__ for c in (Callable, Collection, Hashable, Iterable, Iterator, Mapping, MutableMapping,
          MutableSequence, Sequence, Set, Sized, MutableSet, Generator) if isinstance(value, c)])
class M(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M({"a": 1})
print(m.get("a"), m.get("b", 2), "a" in m, list(m.items()), list(m.keys()), list(m.values()), m == {"a": 1}, dict(m), {**m})
class MM(MutableMapping, M):
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
mm = MM({})
mm.update(a=1)
print(mm.setdefault("b", 2), mm.pop("a"), dict(mm), mm.pop("zz", None))
try:
    Mapping()
except TypeError as e:
    print(e)
class S(Sequence):
    def __getitem__(self, i): return [1, 2, 3][i]
    def __len__(self): return 3
print(list(S()), 2 in S(), S().index(3), S().count(1), list(reversed(S())))
print(collections.abc.Iterable[int], issubclass(list, Sequence), issubclass(dict, Sequence))
