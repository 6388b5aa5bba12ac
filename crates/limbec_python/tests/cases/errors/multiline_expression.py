def f(*a, **k):
    raise RuntimeError("multi")
def g():
    return f(
        1,
        2,
        key=[
            3,
        ],
    )
x = (
    1
    + g()
)
