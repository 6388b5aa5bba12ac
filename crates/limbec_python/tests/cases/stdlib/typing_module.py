import typing
from typing import (Any, Union, Optional, List, Dict, Tuple, Set, FrozenSet, Type, Callable, Iterable, Sequence, Mapping,
                    TypeVar, Generic, NamedTuple, TypedDict, Literal, ClassVar, Final, Annotated, Protocol, cast, overload,
                    get_type_hints, get_origin, get_args, NewType, TYPE_CHECKING, NoReturn, AnyStr, Iterator, Generator,
                    runtime_checkable, DefaultDict, Deque, Awaitable, Text, IO, ForwardRef)
import typing as t

print(TYPE_CHECKING)
for x in [Any, Union[int, str], Optional[int], Union[int, None, str], List[int], Dict[str, List[int]], Tuple[int, ...],
          Tuple[()], Set[str], Callable[[int, str], bool], Callable[..., None], Sequence["Foo"], Literal["a", 1],
          ClassVar[int], Final[int], Annotated[int, "x"], Type[int], List, Optional["X"], Union[int, int], Mapping[str, Any],
          t.Iterable[int], DefaultDict[str, int], Iterator[int], NoReturn, Generator[int, None, str], list[int], int | None,
          Union[List[int], None], Callable]:
    print(repr(x))
T = TypeVar("T")
K = TypeVar("K", bound=int)
print(T, K.__bound__, TypeVar("C", covariant=True), List[T], Dict[str, T][int])
class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value
    def get(self) -> T:
        return self.value
b = Box[int](3)
print(b.get(), Box[int], Box.__parameters__, Box[str].__origin__ is Box, Box[str].__args__)
class IntBox(Box[int]):
    pass
print(IntBox(4).get(), IntBox.__mro__[1].__name__, IntBox.__orig_bases__)
class P(NamedTuple):
    x: int
    y: str = "d"
    def both(self):
        return f"{self.x}{self.y}"
p = P(1)
print(p, p.both(), P._fields, p == (1, "d"), P.__annotations__, P._field_defaults, isinstance(p, tuple))
Q = NamedTuple("Q", [("a", int), ("b", str)])
print(Q(1, "z"), Q.__annotations__)
class Movie(TypedDict):
    name: str
    year: int
m: Movie = {"name": "x", "year": 1}
print(Movie(name="a", year=2), m, Movie.__annotations__, sorted(Movie.__required_keys__), Movie.__total__)
class Opt(Movie, total=False):
    extra: int
print(sorted(Opt.__optional_keys__), sorted(Opt.__required_keys__))
D2 = TypedDict("D2", {"a": int})
print(D2(a=1))
@runtime_checkable
class HasName(Protocol):
    name: str
    def run(self) -> int: ...
class Good:
    name = "g"
    def run(self): return 1
print(isinstance(Good(), HasName), isinstance(3, HasName))
class Impl(HasName):
    name = "i"
    def run(self): return 2
print(Impl().run())
try:
    HasName()
except TypeError as e:
    print(e)
print(cast(int, "x"), cast("List[int]", None))
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, UserId.__supertype__)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(3))
def g(a: int, b: "str" = "x", *c: float, d: Optional[int] = None) -> List[str]: ...
print(get_type_hints(g))
class A:
    x: int
    y: "Optional[B]" = None
class B(A):
    z: List["A"]
print(get_type_hints(B))
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(int),
      get_args(Callable[[int], str]), get_origin(Annotated[int, 1]), get_args(Annotated[int, 1]), get_origin(list[int]),
      get_args(Literal["a", "b"]))
print(Union[int, str] == Union[str, int], Optional[int] == Union[int, None], List[int] == List[int], List[int] == List[str],
      hash(List[int]) == hash(List[int]), Optional[int] == (int | None))
print(isinstance([], List), isinstance({}, Mapping), isinstance((), Sequence))
try:
    Union[()]
except TypeError as e:
    print(e)
print(Text is str, AnyStr, ForwardRef("x"))
class M(List[int]): pass
print(M([1]), M.__mro__[1])
class D(Dict[str, Any]): pass
print(D(a=1))
print(str(Optional[List[int]]), f"{Dict[str, int]}")
