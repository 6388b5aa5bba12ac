"""Variables of a context: there is one."""

import _limbec

_missing = object()


class Token:
    MISSING = _missing

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
        self._used = False

    def __class_getitem__(cls, item):
        return _limbec.alias(cls, item)


class ContextVar:
    def __init__(self, name, *, default=_missing):
        self.name = name
        self._default = default

    def get(self, default=_missing):
        value = _current[0]._values.get(self, _missing)
        for candidate in (value, default, self._default):
            if candidate is not _missing:
                return candidate
        raise LookupError(self)

    def set(self, value):
        values = _current[0]._values
        token = Token(self, values.get(self, _missing))
        values[self] = value
        return token

    def reset(self, token):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        token._used = True
        if token.old_value is _missing:
            _current[0]._values.pop(self, None)
        else:
            _current[0]._values[self] = token.old_value

    @classmethod
    def __class_getitem__(cls, item):
        import _limbec
        return _limbec.alias(cls, item)

    def __repr__(self):
        return f"<ContextVar name={self.name!r} at 0x{id(self):x}>"


class Context:
    def __init__(self):
        self._values = {}

    def run(self, callable, *args, **options):
        outer = _current[0]
        _current[0] = self
        try:
            return callable(*args, **options)
        finally:
            _current[0] = outer

    def copy(self):
        made = Context()
        made._values = dict(self._values)
        return made

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, var, default=None):
        return self._values.get(var, default)

    def items(self):
        return self._values.items()


_current = [Context()]


def copy_context():
    return _current[0].copy()
