def f():
    try:
        raise ValueError("orig")
    except ValueError as e:
        print("handling")
        raise
def g():
    try:
        f()
    except ValueError as e:
        raise e
g()
