class Box:
    def __class_getitem__(cls, t): return cls
    def __init__(self, v): self.v = v
print(Box[int](3).v, list[int], dict[str, int], tuple[int, ...], int | None, int | str | None, list[int] | None)
print(type(list[int]).__name__, list[int].__origin__, list[int].__args__, isinstance([], list), list[int]([1]), (int | None).__args__)
print(int | str == str | int, list[int] == list[int], type[int])
