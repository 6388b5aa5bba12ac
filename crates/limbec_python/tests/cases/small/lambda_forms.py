f = lambda a, b=2, *c, d=4, **e: (a, b, c, d, e)
print(f(1), f(1, 2, 3, d=5, x=6), (lambda: (yield))().__class__.__name__, sorted([3, 1], key=lambda x: -x), f.__name__)
