import abc, typing, collections.abc as cabc
from typing import *
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(1); print(s.pop(), Stack[int], Optional[int], Union[int, str, None], List[int], Dict[str, Any], Callable[[int], str], Tuple[int, ...], Literal["a", 1], int | None, list[int] | str, Type[int], T, Annotated[int, "m"], Final, ClassVar[int])
print(get_type_hints(Stack.push), get_origin(List[int]), get_args(Dict[str, int]), get_args(Optional[int]), isinstance(5, int | str), Optional[int] == Union[int, None], cast(int, "x"), NewType("UserId", int)(5), TYPE_CHECKING, get_origin(list[int]), list[int].__args__, Union[int, int] is int)
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name}:{self.area()}"
class Sq(Shape):
    name = "sq"
    def area(self): return 4
print(Sq().describe(), Shape.__abstractmethods__ == {"area", "name"}, isinstance(Sq(), Shape))
for f in (lambda: Shape(), lambda: type("Half", (Shape,), {"area": lambda s: 1})()):
    try: f()
    except TypeError as e: print(e)
class Sized2(Protocol):
    def size(self) -> int: ...
@runtime_checkable
class HasLen(Protocol):
    def __len__(self): ...
print(isinstance([], HasLen), isinstance(5, HasLen), issubclass(list, cabc.Sequence), isinstance({}, cabc.Mapping), isinstance("a", cabc.Iterable), isinstance(5, cabc.Hashable), isinstance([], cabc.Hashable), issubclass(dict, cabc.MutableMapping), isinstance((x for x in []), cabc.Generator), isinstance(print, cabc.Callable), isinstance(range(3), cabc.Sequence), isinstance({1}.__iter__(), cabc.Iterator))
class Reg(cabc.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
r = Reg(1, 2, 3); print(list(r), r.index(2), r.count(9), 3 in r, list(reversed(r)), r[-1])
class MM(cabc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = MM(); m.update(a=1); m.setdefault("b", 2); print(dict(m), m.pop("a"), m.get("z", 0), list(m.items()), m == {"b": 2}, "b" in m, m.popitem())
class TD(TypedDict, total=False):
    x: int
    y: str
class NT(NamedTuple):
    a: int
    b: str = "z"
    def both(self): return f"{self.a}{self.b}"
print(TD(x=1), TD.__annotations__, NT(1), NT(1).both(), NT._field_defaults, NT(2, "q")._asdict())
class V(cabc.Hashable):
    def __hash__(self): return 1
print(Shape.register(int), isinstance(3, Shape), hash(V()), cabc.Sequence.__abstractmethods__ == {"__getitem__", "__len__"})
@overload
def o(x: int) -> int: ...
@overload
def o(x: str) -> str: ...
def o(x): return x
print(o(1), typing.get_type_hints(o), no_type_check(o) is o)
