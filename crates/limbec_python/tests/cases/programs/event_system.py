class Signal:
    def __init__(self): self.handlers = []
    def connect(self, fn=None, *, once=False):
        def register(f):
            self.handlers.append((f, once)); return f
        return register(fn) if fn is not None else register
    def __call__(self, *args, **kw):
        results = []
        for handler, once in self.handlers[:]:
            try: results.append(handler(*args, **kw))
            except Exception as e: results.append(f"{type(e).__name__}: {e}")
            if once: self.handlers.remove((handler, once))
        return results
sig = Signal()
@sig.connect
def double(x): return x * 2
@sig.connect(once=True)
def first(x): return f"first {x}"
sig.connect(lambda x: x / 0)
class Listener:
    def __init__(self): self.seen = []; sig.connect(self.on)
    def on(self, x): self.seen.append(x); return len(self.seen)
li = Listener()
print(sig(3), sig("a"), li.seen, len(sig.handlers))
registry = {}
def register(name=None):
    def wrap(cls):
        registry[name or cls.__name__.lower()] = cls
        cls.registered = True
        return cls
    return wrap
@register()
class Foo: pass
@register("custom")
class Bar(Foo):
    def __init__(self, *, a=1): self.a = a
print(sorted(registry), registry["custom"](a=5).a, Foo.registered, isinstance(registry["custom"](), Foo))
