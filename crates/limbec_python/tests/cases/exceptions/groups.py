g = ExceptionGroup("many", [ValueError("a"), KeyError("b"), ExceptionGroup("deep", [OSError(2, "no"), ValueError("c")])])
print(g, repr(g), len(g.exceptions), isinstance(g, Exception))
print(g.subgroup(ValueError), g.subgroup(lambda e: isinstance(e, KeyError)).exceptions, g.subgroup(MemoryError))
match, rest = g.split(ValueError)
print(repr(match)); print(repr(rest))
print(g.split(ZeroDivisionError)[0], g.derive([TypeError()]))
b = BaseExceptionGroup("b", [KeyboardInterrupt()])
print(type(b), type(BaseExceptionGroup("x", [ValueError()])))
for bad in (lambda: ExceptionGroup("e", []), lambda: ExceptionGroup("e", [1]), lambda: ExceptionGroup(5, [ValueError()]),
            lambda: ExceptionGroup("e", [KeyboardInterrupt()]), lambda: ExceptionGroup("e"), lambda: ExceptionGroup("e", 5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine("mine:" + self.message, excs)
m = Mine("m", [ValueError(1), KeyError(2)])
print(repr(m.subgroup(KeyError)))
raise ExceptionGroup("at the end", [ValueError("one"), ExceptionGroup("nested", [TypeError("two"), KeyError("three")])])
