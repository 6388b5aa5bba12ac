"""Settings from the environment (the package environs).

Covers Env with its typed getters, prefixes and `read_env`.
"""

import os


class EnvError(ValueError):
    pass


class EnvValidationError(EnvError):
    pass


_missing = object()
_TRUE = {"t", "true", "y", "yes", "on", "1"}
_FALSE = {"f", "false", "n", "no", "off", "0"}


class Env:
    def __init__(self, *, eager=True, expand_vars=False, prefix=None):
        if expand_vars:
            import _limbec
            _limbec.unsupported("environs.Env(expand_vars=True)")
        self._prefix = prefix or ""

    def read_env(self, path=None, recurse=True, verbose=False, override=False, return_path=False):
        import dotenv
        return dotenv.load_dotenv(path or dotenv.find_dotenv(), override=override)

    def _value(self, name, default, convert, kind):
        name = self._prefix + name
        value = os.environ.get(name, _missing)
        if value is _missing:
            if default is _missing:
                raise EnvError(f'Environment variable "{name}" not set')
            return default
        try:
            return convert(value)
        except (TypeError, ValueError) as failure:
            raise EnvValidationError(f'Environment variable "{name}" invalid: Not a valid {kind}.') from failure

    def str(self, name, default=_missing, **options):
        return self._value(name, default, lambda value: value, "string")

    __call__ = str

    def int(self, name, default=_missing, **options):
        return self._value(name, default, _int, "integer")

    def float(self, name, default=_missing, **options):
        return self._value(name, default, _float, "number")

    def bool(self, name, default=_missing, **options):
        return self._value(name, default, _bool, "boolean")

    def list(self, name, default=_missing, *, subcast=None, delimiter=",", **options):
        return self._value(name, default, lambda value: _list(value, subcast, delimiter), "list")

    def json(self, name, default=_missing, **options):
        import json
        return self._value(name, default, json.loads, "JSON")

    def path(self, name, default=_missing, **options):
        from pathlib import Path
        value = self._value(name, default, Path, "path")
        return Path(value) if isinstance(value, type("")) else value

    def decimal(self, name, default=_missing, **options):
        import decimal
        return self._value(name, default, decimal.Decimal, "number")

    def uuid(self, name, default=_missing, **options):
        import uuid
        return self._value(name, default, uuid.UUID, "UUID")

    def url(self, name, default=_missing, **options):
        from urllib.parse import urlparse
        return self._value(name, default, urlparse, "URL")

    def prefixed(self, prefix):
        from contextlib import contextmanager

        @contextmanager
        def inside():
            outer = self._prefix
            self._prefix = outer + prefix
            try:
                yield self
            finally:
                self._prefix = outer
        return inside()

    def __getattr__(self, name):
        import _limbec
        _limbec.unsupported(f"environs.Env.{name}")


def _int(value):
    return int(value)


def _float(value):
    return float(value)


def _bool(value):
    lower = value.lower()
    if lower in _TRUE:
        return True
    if lower in _FALSE:
        return False
    raise ValueError(value)


def _list(value, subcast, delimiter):
    parts = value.split(delimiter) if value else []
    return [part if subcast is None else subcast(part) for part in parts]


env = Env()
