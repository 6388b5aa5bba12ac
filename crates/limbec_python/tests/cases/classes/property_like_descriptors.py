class Typed:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner): return self if obj is None else getattr(obj, self.name, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(v).__name__}")
        setattr(obj, self.name, v)
    def __delete__(self, obj): delattr(obj, self.name)
class Lazy:
    def __init__(self, fn): self.fn = fn
    def __get__(self, obj, owner):
        if obj is None: return self
        v = obj.__dict__[self.fn.__name__] = self.fn(obj); return v
class Row:
    id = Typed(int); name = Typed(str, "none")
    @Lazy
    def big(self): print("computing"); return self.id ** 10
r = Row(); r.id = 7; print(r.id, r.name, r.big, r.big, vars(r), Row.id.kind, type(Row.big).__name__)
r.name = "x"; del r.name; print(r.name)
for f in (lambda: setattr(r, "id", "7"), lambda: delattr(r, "name"), lambda: delattr(r, "nope")):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Classy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return self.f(t)
class C:
    @Classy
    def label(cls): return cls.__name__ * 2
    @classmethod
    @property
    def both(cls): return "cp " + cls.__name__
class D(C): pass
print(C.label, D.label, D().label, D.both)
r.id = "seven"
