class A:
    x = 1
a = A()
setattr(a, "y", 2)
print(getattr(a, "x"), getattr(a, "z", "d"), hasattr(a, "y"), hasattr(a, "q"), vars(a), a.__dict__)
delattr(a, "y")
for f in (lambda: a.y, lambda: A.nothing, lambda: delattr(a, "y"), lambda: setattr(5, "x", 1), lambda: object().x):
    try:
        f()
    except AttributeError as error:
        print(error)
