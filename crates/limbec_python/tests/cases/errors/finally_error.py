def f():
    try:
        raise ValueError("v")
    finally:
        undefined
f()
