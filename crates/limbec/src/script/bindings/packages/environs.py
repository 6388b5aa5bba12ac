"""Settings from the environment (the package environs).

Covers Env with its typed getters, prefixes and `read_env`.
"""

import os


class EnvError(ValueError):
    __module__ = "environs.exceptions"


class EnvNotSetError(EnvError):
    __module__ = "environs.exceptions"


class EnvValidationError(EnvError):
    __module__ = "environs.exceptions"


class _Said(ValueError):
    """What is wrong with a value, in the words of the package."""


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

    def _value(self, name, default, convert, problem):
        name = self._prefix + name
        value = os.environ.get(name, _missing)
        if value is _missing:
            if default is _missing:
                raise EnvNotSetError(f'Environment variable "{name}" not set')
            return default
        try:
            return convert(value)
        except (TypeError, ValueError, ArithmeticError) as failure:
            said = failure.args[0] if isinstance(failure, _Said) else problem
            raise EnvValidationError(f'Environment variable "{name}" invalid: {said}') from failure

    def str(self, name, default=_missing, **options):
        return self._value(name, default, lambda value: value, "Not a valid string.")

    __call__ = str

    def int(self, name, default=_missing, **options):
        return self._value(name, default, _int, "Not a valid integer.")

    def float(self, name, default=_missing, **options):
        return self._value(name, default, _float, "Not a valid number.")

    def bool(self, name, default=_missing, **options):
        return self._value(name, default, _bool, "Not a valid boolean.")

    def list(self, name, default=_missing, *, subcast=None, delimiter=",", **options):
        return self._value(name, default, lambda value: _list(value, subcast, delimiter), "Not a valid list.")

    def json(self, name, default=_missing, **options):
        import json
        return self._value(name, default, json.loads, "Not valid JSON.")

    def path(self, name, default=_missing, **options):
        from pathlib import Path
        value = self._value(name, default, Path, "Not a valid path.")
        return Path(value) if isinstance(value, type("")) else value

    def decimal(self, name, default=_missing, **options):
        import decimal
        return self._value(name, default, decimal.Decimal, "Not a valid number.")

    def uuid(self, name, default=_missing, **options):
        import uuid
        return self._value(name, default, uuid.UUID, "Not a valid UUID.")

    def url(self, name, default=_missing, **options):
        from urllib.parse import urlparse
        return self._value(name, default, lambda value: _url(urlparse(value)), "['Not a valid URL.']")

    def dict(self, name, default=_missing, *, subcast_keys=None, subcast_values=None, delimiter=",",
             key_value_delimiter="=", **options):
        def convert(value):
            pairs = {}
            for part in value.split(delimiter) if value else ():
                key, _, item = part.strip().partition(key_value_delimiter)
                key, item = key.strip(), item.strip()
                pairs[subcast_keys(key) if subcast_keys else key] = subcast_values(item) if subcast_values else item
            return pairs
        return self._value(name, default, convert, "Not a valid mapping type.")

    def enum(self, name, default=_missing, *, enum, by_value=False, **options):
        def convert(value):
            for member in enum:
                if value == ("%s" % member.value if by_value else member.name):
                    return member
            known = ", ".join("%s" % member.value if by_value else member.name for member in enum)
            raise _Said(f"Must be one of: {known}.")
        return self._value(name, default, convert, None)

    def log_level(self, name, default=_missing, **options):
        import logging

        def convert(value):
            if value.isdigit():
                return int(value)
            level = getattr(logging, value.upper(), None)
            if not isinstance(level, int):
                raise ValueError(value)
            return level
        return self._value(name, default, convert, "Not a valid log level.")

    def timedelta(self, name, default=_missing, **options):
        import datetime
        return self._value(name, default, lambda value: datetime.timedelta(seconds=int(value)),
                           "Not a valid period of time.")

    def datetime(self, name, default=_missing, **options):
        import datetime
        return self._value(name, default, datetime.datetime.fromisoformat, "Not a valid datetime.")

    def date(self, name, default=_missing, **options):
        import datetime
        return self._value(name, default, datetime.date.fromisoformat, "Not a valid date.")

    def time(self, name, default=_missing, **options):
        import datetime
        return self._value(name, default, datetime.time.fromisoformat, "Not a valid time.")

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


def _url(parts):
    if not parts.scheme or not (parts.netloc or parts.path):
        raise ValueError(parts)
    return parts


_ITEMS = {int: "integer", float: "number", bool: "boolean"}


def _list(value, subcast, delimiter):
    parts = value.split(delimiter) if value else []
    if subcast is None:
        return parts
    made, problems = [], {}
    for index, part in enumerate(parts):
        try:
            made.append(_bool(part) if subcast is bool else subcast(part))
        except (TypeError, ValueError):
            problems[index] = [f"Not a valid {_ITEMS[subcast]}." if subcast in _ITEMS else "Invalid value."]
    if problems:
        raise _Said(problems)
    return made


env = Env()
