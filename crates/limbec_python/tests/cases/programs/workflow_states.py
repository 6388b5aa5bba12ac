class Machine:
    TRANSITIONS = {("draft", "submit"): "review", ("review", "approve"): "live", ("review", "reject"): "draft", ("live", "archive"): "gone"}
    def __init__(self): self.state, self.history = "draft", []
    def __getattr__(self, name):
        if name.startswith("can_"):
            return (self.state, name[4:]) in self.TRANSITIONS
        if any(name == event for _, event in self.TRANSITIONS):
            def fire(*, by="system"):
                try: target = self.TRANSITIONS[self.state, name]
                except KeyError: raise ValueError(f"cannot {name} from {self.state}") from None
                self.history.append((self.state, target, by)); self.state = target
                return self
            return fire
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
m = Machine()
print(m.can_submit, m.can_archive, m.submit(by="ann").state, m.reject().submit().approve(by="bob").state)
for what in (lambda: m.submit(), lambda: m.fly(), lambda: m.archive("x")):
    try: print(what())
    except Exception as error: print(type(error).__name__, error, error.__cause__, error.__suppress_context__)
print(*(f"{a}->{b} ({by})" for a, b, by in m.history), sep="; ")
print(hasattr(m, "can_x"), hasattr(m, "nope"), getattr(m, "nope", "default"))
