print(None, ..., NotImplemented, type(None), type(...), bool(None), bool(...), None is None, None == 0, [None] * 2, {None: 1}, str(None), repr(...), f"{None!r:>6}", None or "d", Ellipsis is ..., id(None) == id(None), isinstance(None, type(None)), hash(None) == hash(None), sorted([True, False]), print() is None, (lambda: None)(), [].sort(), None.__class__.__name__, None.__bool__())
class A:
    def __eq__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __contains__(self, o): return None
a = A(); print(a == 1, a != 1, 5 in a, a == a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a < 1, lambda: a > 1, lambda: None + 1, lambda: None.x, lambda: None(), lambda: None[0], lambda: len(None), lambda: iter(None), lambda: int(None), lambda: None < None, lambda: -None, lambda: [*None], lambda: f(**None), lambda: {**None}, lambda: "a" in None, lambda: "".join(None), lambda: open(None), lambda: sorted(None), lambda: dict(None), lambda: sum(None), lambda: max(None), lambda: round(None), lambda: abs(None), lambda: chr(None), lambda: isinstance(1, None), lambda: getattr(1, None), lambda: setattr(a, 5, 1), lambda: range(None), lambda: "%d" % None, lambda: f"{None:d}", lambda: None.__init__(1) or "ok"):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
