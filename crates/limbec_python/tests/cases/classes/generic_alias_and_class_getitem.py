from typing import Generic, TypeVar
T = TypeVar("T"); K = TypeVar("K")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def map(self, f): return Box(f(self.v))
    def __class_getitem__(cls, item): return super().__class_getitem__(item)
print(Box[int](5).v, Box(2).map(str).v, Box[int].__origin__ is Box, Box[int].__args__, list[int], dict[str, list[int]], tuple[int, ...], type[int], set[int] == set[int], list[int]([1]), isinstance([], list), (int | None), int | str == str | int, isinstance(3, int | str))
class Reg:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
class Sub(Reg): pass
print(Reg["x"], Sub[1, 2])
class Pair(Box[int], Generic[K]): pass
print(Pair.__mro__[1].__name__, Pair[str](1).v)
for f in (lambda: isinstance(1, list[int]), lambda: int[5], lambda: Box(1)[0], lambda: 5[int], lambda: list[int].nope):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
