def f(a, /, b, *, c=3, **kw): return a, b, c, kw
print(f(1, 2), f(1, b=2, c=4, a=5), f(*(1,), **{"b": 2, "z": 9}), f.__kwdefaults__, f.__defaults__)
def g(*args, sep="-", **kw): return sep.join(map(str, args)), kw
print(g(1, 2), g(*"ab", sep="+", x=1), g(**{"sep": "/"}), g(*range(3), *[9]))
def h(x, *, y): return x - y
for c in ("f()", "f(1)", "f(a=1, b=2)", "f(1, 2, 3)", "h(1)", "h(1, 2)", "h(y=1)", "h(1, y=2, z=3)", "h(1, **{'y': 2, 'x': 3})", "h(*[1, 2], y=1)", "g(sep=1)", "(lambda a, b=1: 0)()", "(lambda *, k: 0)()", "f(1, 2, **{3: 4})", "f(1, 2, **5)", "f(*1)", "h(1, y=2)(3)", "print(1, foo=2)", "len()", "int(1, 2, 3)", "''.join()", "[].append()", "{}.get()", "dict(1, 2)", "sorted([1], 2)", "max()", "isinstance(1)", "open()", "range()", "enumerate()", "zip(strict=2) and 0", "print(sep=5)", "str(b'a', 'ascii', 'strict', 1)", "round()", "sum()", "getattr(1)", "type()", "super(1, 2)", "object(1)", "list(1, 2)", "set(1, 2)", "bool(1, 2)", "float(1, 2)", "tuple(1, 2)", "hash()", "iter()", "next()", "abs()", "chr()", "divmod(1)", "pow(1)"):
    try: print(c, eval(c))
    except TypeError as e: print(c, "->", e)
