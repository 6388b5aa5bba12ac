from collections import Counter, defaultdict, deque, namedtuple, OrderedDict, ChainMap, UserDict, UserList, UserString
c = Counter("mississippi"); print(c, c.most_common(2), c["z"], sum(c.values()), c + Counter("is"), c - Counter("iiii"), c & Counter("sp"), c | Counter("zz"), +Counter(a=-1, b=2), list(Counter(a=2, b=0).elements()), Counter(["x", "x"]) == Counter(x=2), c.total())
c.update("mm"); c.subtract({"i": 10}); print(c["m"], c["i"], Counter(a=1) <= Counter(a=2), Counter({"k": 3}).most_common(), repr(Counter()))
d = defaultdict(lambda: defaultdict(int)); d["a"]["x"] += 1; print({k: dict(v) for k, v in d.items()}, defaultdict(list, {"q": [1]}))
try: defaultdict(5)
except TypeError as e: print(e)
try: defaultdict()["x"]
except KeyError as e: print("KeyError", e)
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.maxlen, q[0], q[-1], list(reversed(q))); q.rotate(1); print(q, q.pop(), q.popleft(), q, len(q), 2 in q); q.extend([7, 8, 9]); q.extendleft("ab"); print(q, q.index(7) if 7 in q else None, q.count(7)); q.clear(); print(q, bool(q), deque("abc") == deque("abc"), deque([1]) + deque([2]), deque([1, 2]) * 2)
for f in (lambda: deque().pop(), lambda: deque([1]).remove(5), lambda: deque(maxlen=-1), lambda: deque([1])[5]):
    try: print(f())
    except (IndexError, ValueError) as e: print(type(e).__name__, e)
P = namedtuple("P", "x y z", defaults=[0]); p = P(1, y=2); print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p == (1, 2, 0), hash(p) == hash((1, 2, 0)), {p: 1}, [*p], p + (5,), p < P(1, 3), len(p), isinstance(p, tuple), p.count(0), P.__doc__, P(*range(3)))
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(1, 2, w=3), lambda: p._replace(q=1), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "def"), lambda: namedtuple("Q", "_x"), lambda: P._make([1])):
    try: print(f())
    except (TypeError, AttributeError, ValueError) as e: print(type(e).__name__, e)
print(namedtuple("R", ["a", "class", "a"], rename=True)._fields)
class Pt(namedtuple("Base", "x y")):
    __slots__ = ()
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __str__(self): return f"<{self.x},{self.y}>"
print(Pt(3, 4).norm, str(Pt(3, 4)), repr(Pt(1, 2)), Pt(1, 2)._replace(y=5))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], dict(m), list(m), m.new_child({"c": 1})["c"], m.maps, m.parents, len(m), "b" in m); m["b"] = 9; print(m.maps)
o = OrderedDict([("b", 1), ("a", 2)]); o.move_to_end("b", last=True); print(o, list(o.items()), o.popitem(), OrderedDict(a=1) == {"a": 1}, o | {"z": 1})
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = UD(a=1); u["b"] = 2; u.update(c=3); print(u, dict(u), u.data, u.get("A"), "B" in u)
print(UserList([1, 2]) + [3], UserString("ab").upper(), type(UserString("ab") + "c").__name__)
