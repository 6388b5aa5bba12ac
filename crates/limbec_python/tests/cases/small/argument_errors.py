def f(a, b=1, /, c=2, *, d): pass
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4, d=1), lambda: f(1, d=1, e=2), lambda: f(1, a=5, d=1), lambda: f(1, 2, 3, c=4, d=1), lambda: f(*[1], **{"d": 1, "c": 1, "x": 1})):
    try:
        call()
    except TypeError as error:
        print(error)
def g(a, b, c): pass
for call in (lambda: g(), lambda: g(1), lambda: g(1, 2), lambda: g(1, 2, 3, 4), lambda: g(1, 2, 3, a=4), lambda: (lambda x: x)()):
    try:
        call()
    except TypeError as error:
        print(error)
