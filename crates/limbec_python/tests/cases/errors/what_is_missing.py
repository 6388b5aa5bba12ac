class Config:
    timeout = 5
    def __init__(self): self.retries = 3
c = Config()
for what in (lambda: c.timeot, lambda: Config.nope, lambda: (5).real_, lambda: "x".uper(), lambda: [].push(1), lambda: None.x, lambda: print.y, lambda: undefined_name, lambda: c(), lambda: c[0], lambda: c + 1, lambda: -c, lambda: len(c), lambda: iter(c), lambda: int(c), lambda: c < c, lambda: c.__dict__["x"], lambda: setattr(5, "x", 1), lambda: Config(1), lambda: max(), lambda: max([]), lambda: sum(["a"]), lambda: sorted([1, "a"]), lambda: "a" in 5, lambda: [][0.5], lambda: (1, 2)[9], lambda: range(3)[5], lambda: {}.x, lambda: abs("x"), lambda: [].remove(1), lambda: [].index(1), lambda: isinstance(1, 2), lambda: issubclass(1, int), lambda: enumerate(5), lambda: map(), lambda: round("x"), lambda: divmod(1), lambda: hash([]), lambda: next(5), lambda: __import__("no_such_module")):
    try:
        result = what()
        print("ok", getattr(result, "__name__", type(result).__name__))
    except Exception as error:
        print(type(error).__name__, error)
