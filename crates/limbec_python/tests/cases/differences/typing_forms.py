from typing import *
class TD(TypedDict, total=False):
    a: int
    b: NotRequired[str]
class Pr(Protocol):
    def go(self) -> int: ...
@runtime_checkable
class RP(Protocol):
    def run(self): ...
class R:
    def run(self): pass
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(TD(a=1), TD.__annotations__.keys(), isinstance(R(), RP), isinstance(5, RP), Box[int](5).v, List[int], Dict[str, Any], Optional[int], Union[int, str], Callable[[int], str], Tuple[int, ...], Literal["a", 1], T, get_args(Dict[str, int]), get_origin(List[int]), list[int], dict[str, list[int]], int | None, cast(int, "x"), Any, NewType("U", int)(5), get_type_hints(Box.__init__)["v"])
