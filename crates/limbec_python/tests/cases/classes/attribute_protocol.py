class A:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(f"no {n}")
    def __setattr__(self, n, v):
        self.log.append(("set", n)); super().__setattr__(n, v)
    def __delattr__(self, n):
        self.log.append(("del", n)); super().__delattr__(n)
    def __dir__(self): return ["b", "a"]
a = A(); a.x = 1; a.x += 1; del a.x
print(a.log, a.dyn_q, getattr(a, "nope", "default"), hasattr(a, "x"), dir(a))
try: a.other
except AttributeError as e: print(e)
try: del a.zzz
except AttributeError as e: print(e)
class G:
    y = 1
    def __getattribute__(self, n):
        if n == "secret": raise AttributeError("secret!")
        return super().__getattribute__(n)
    def __getattr__(self, n): return "fallback " + n
print(G().y, G().secret, G().zzz)
class Data:
    def __get__(self, o, t): return "data"
    def __set__(self, o, v): o.__dict__["v"] = ("set", v)
class NonData:
    def __get__(self, o, t): return "nondata"
class H:
    v = Data(); w = NonData()
h = H(); h.v = 1; h.__dict__["w"] = "inst"
print(h.v, h.w, h.__dict__, H.v)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1
for f in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__):
    try: print(f())
    except AttributeError as e: print(e)
class S2(S): pass
S2().c = 1
print(vars(S2()), S.__slots__)
for f in (lambda: setattr(5, "x", 1), lambda: setattr([], "append", 1), lambda: setattr(object(), "x", 1), lambda: setattr(int, "x", 1), lambda: (1).foo, lambda: int.foo, lambda: delattr(H(), "q"), lambda: getattr(1, 5)):
    try: f()
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
class Cached:
    def __getattr__(self, n):
        print("computing", n); v = n.upper(); setattr(self, n, v); return v
c = Cached(); print(c.q, c.q)
class RO:
    @property
    def r(self): return 1
for f in (lambda: setattr(RO(), "r", 2), lambda: delattr(RO(), "r")):
    try: f()
    except AttributeError as e: print(e)
def fn(): pass
fn.attr = {"k": 1}
print(fn.attr, fn.__dict__, vars(fn))
class Meth:
    def m(self): return self
m = Meth().m
print(m.__func__ is Meth.m, m.__self__.__class__.__name__, m.__name__, Meth.m.__get__(3, int)())
try: m.x = 1
except AttributeError as e: print(e)
