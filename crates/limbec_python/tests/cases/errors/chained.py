def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("bad value") from e
def g():
    try:
        f()
    except ValueError:
        {}["missing"]
g()
