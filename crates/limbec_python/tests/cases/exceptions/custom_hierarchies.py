class AppError(Exception):
    status = 500
    def __init__(self, detail="", **context): super().__init__(detail); self.context = context
    def __str__(self): return f"{self.status} {self.args[0] or type(self).__name__}" + "".join(f" {k}={v!r}" for k, v in sorted(self.context.items()))
class NotFound(AppError): status = 404
class Conflict(AppError, ValueError): status = 409
def handle(exc):
    try: raise exc
    except NotFound as e: return "nf", str(e)
    except (Conflict, KeyError) as e: return "cf", str(e), isinstance(e, ValueError)
    except AppError as e: return "app", str(e), repr(e)
    except Exception as e: return type(e).__name__, e.args
for e in (NotFound("row", id=5), Conflict(key="x"), AppError("plain"), KeyError("k"), ValueError(1, 2), AppError, OSError(2, "gone", "f"), type("Late", (NotFound,), {"status": 410})("dyn")): print(handle(e))
try:
    try: raise NotFound("a")
    except AppError as e: raise Conflict("b", cause=str(e)) from e
except AppError as e: print(e, "|", e.__cause__, "|", e.__context__ is e.__cause__)
try: raise AppError("x").with_traceback(None)
except AppError as e: print(e.args, e.context, e.__traceback__ is not None)
raise Conflict("last", n=1)
