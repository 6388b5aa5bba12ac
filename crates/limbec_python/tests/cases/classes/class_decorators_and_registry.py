def add_repr(cls):
    def __repr__(self): return f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    cls.__repr__ = __repr__
    return cls
def frozen(**defaults):
    def wrap(cls):
        class Frozen(cls):
            def __setattr__(self, k, v):
                if k in self.__dict__: raise AttributeError(f"{k} is frozen")
                super().__setattr__(k, v)
        Frozen.__name__ = cls.__name__
        Frozen.__qualname__ = cls.__qualname__
        for k, v in defaults.items(): setattr(Frozen, k, v)
        return Frozen
    return wrap
@frozen(extra=9)
@add_repr
class P:
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, "a")
print(p, p.extra, P.__name__, type(p).__mro__[1].__name__)
try: p.x = 5
except AttributeError as e: print(e)
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[key or cls.__name__] = cls
class A(Plugin): pass
class B(Plugin, key="bee"): pass
class C(B): pass
print(Plugin.registry, [c.__name__ for c in Plugin.__subclasses__()])
class Field:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = name; owner.__dict__.get("_fields") or setattr(owner, "_fields", []); owner._fields.append(name)
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name}: expected {self.kind.__name__}, got {type(v).__name__}")
        obj.__dict__[self.name] = v
class Model:
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
class User(Model):
    name = Field(str)
    age = Field(int, 18)
u = User(name="bob")
print(u.name, u.age, User._fields, User.name.kind)
try: u.age = "x"
except TypeError as e: print(e)
