import functools

def counted(f=None, *, limit=3):
    if f is None:
        return functools.partial(counted, limit=limit)
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        if wrapper.calls > limit:
            raise RuntimeError(f"{f.__name__} was called more than {limit} times")
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper

@counted
def one(a, /, b=2, *, c: int = 3) -> str:
    """One."""
    return f"{a}{b}{c}"

@counted(limit=1)
def two():
    return "two"

print(one(1), one(1, 5, c=6), one.calls, one.__name__, one.__doc__, one.__wrapped__.__kwdefaults__, one.__annotations__, two())
try:
    two()
except RuntimeError as error:
    print(error)
@functools.lru_cache(maxsize=2)
def slow(n):
    print("slow", n)
    return n * n
print(slow(2), slow(2), slow(3), slow(4), slow(2), slow.cache_info())
@functools.singledispatch
def show(value):
    return f"any {value}"
@show.register
def _(value: int):
    return f"int {value}"
@show.register(list)
def _(value):
    return f"list of {len(value)}"
print(show("x"), show(5), show([1]), show(True), show.dispatch(bool) is show.dispatch(int))
class Lazy:
    @functools.cached_property
    def value(self):
        print("made")
        return 7
lazy = Lazy()
print(lazy.value, lazy.value, vars(lazy))
