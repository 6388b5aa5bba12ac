class E1(Exception): pass
class E2(E1): pass
class E3(Exception): pass
def t(exc, depth=0):
    out = []
    try:
        try: raise exc
        except E2 as e: out.append(f"E2 {e}"); raise E3("from E2")
        except (E1, KeyError) as e: out.append(f"E1/K {type(e).__name__}")
        except OSError: out.append("OS"); raise
        else: out.append("else")
        finally: out.append("fin")
    except E3 as e: out.append(f"E3 ctx={type(e.__context__).__name__ if e.__context__ else None}")
    except BaseException as e: out.append(f"base {type(e).__name__}")
    return out
for e in [E1(1), E2(2), E3(3), KeyError("k"), FileNotFoundError("f"), SystemExit(1), ValueError]: print(t(e))
errs = (ValueError, TypeError)
def parse(x):
    try: return int(x)
    except errs as e: return type(e).__name__
print(parse("5"), parse("x"), parse(None))
def dyn(kind):
    try: raise IndexError("i")
    except kind(): return "dynamic"
print(dyn(lambda: IndexError))
def unbind():
    try: raise ValueError("v")
    except ValueError as e: saved = e
    try: return e
    except UnboundLocalError as x: return str(x), str(saved)
print(unbind())
def nested_raise():
    try:
        try: 1 / 0
        except ZeroDivisionError as z: raise ValueError("second") from z
    except ValueError as v:
        try: raise RuntimeError("third")
        except RuntimeError as r: return [type(x).__name__ for x in (r, r.__context__, r.__context__.__cause__)]
print(nested_raise())
def retry(n):
    for attempt in range(1, n + 1):
        try:
            if attempt < 3: raise ConnectionError(f"attempt {attempt}")
            return f"ok after {attempt}"
        except ConnectionError as e: last = e
        finally: print("try", attempt, end=" ")
    raise TimeoutError("gave up") from last
print(retry(5))
try: retry(2)
except TimeoutError as e: print(e, "<-", e.__cause__)
class Ctx(Exception):
    def __init__(self, msg, **ctx): super().__init__(msg); self.ctx = ctx
    def __str__(self): return f"{self.args[0]} {self.ctx}"
try: raise Ctx("bad", a=1)
except Ctx as e: print(e, repr(e), e.ctx)
print(isinstance(E2(), E1), issubclass(E2, (E3, E1)), E2.__mro__[1].__name__, E1("a", "b").args, str(E1("a", "b")))
