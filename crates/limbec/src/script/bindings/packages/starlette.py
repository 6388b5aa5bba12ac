"""Settings and users of Starlette and of applications of FastAPI (`starlette.config`, `starlette.datastructures`,
`starlette.authentication`).

Covers Config with a file, an environment and a prefix, `cast` and `default`, Environ's reading, Secret, and
CommaSeparatedStrings, the classes of users and of their credentials. Does not cover the web framework.
"""

import os as _os
import shlex as _shlex
import warnings as _warnings


class undefined:
    pass


class EnvironError(Exception):
    pass


environ = _os.environ


class Config:
    def __init__(self, env_file=None, environ=environ, env_prefix="", encoding="utf-8"):
        self.environ = environ
        self.env_prefix = env_prefix
        self.file_values = {}
        if env_file is not None:
            if not _os.path.isfile(env_file):
                _warnings.warn(f"Config file '{env_file}' not found.")
            else:
                self.file_values = self._read_file(env_file, encoding)

    def __call__(self, key, cast=None, default=undefined):
        return self.get(key, cast, default)

    def get(self, key, cast=None, default=undefined):
        key = self.env_prefix + key
        if key in self.environ:
            return self._perform_cast(key, self.environ[key], cast)
        if key in self.file_values:
            return self._perform_cast(key, self.file_values[key], cast)
        if default is not undefined:
            return self._perform_cast(key, default, cast)
        raise KeyError(f"Config '{key}' is missing, and has no default.")

    def _read_file(self, file_name, encoding):
        values = {}
        with open(file_name, encoding=encoding) as file:
            for line in file:
                line = line.strip()
                if "=" in line and not line.startswith("#"):
                    key, value = line.split("=", 1)
                    value = value.strip()
                    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
                        value = value[1:-1]
                    values[key.strip()] = value
        return values

    def _perform_cast(self, key, value, cast=None):
        if cast is None or value is None:
            return value
        if cast is bool and isinstance(value, str):
            meanings = {"true": True, "1": True, "false": False, "0": False}
            if value.lower() not in meanings:
                raise ValueError(f"Config '{key}' has value '{value}'. Not a valid bool.")
            return meanings[value.lower()]
        try:
            return cast(value)
        except (TypeError, ValueError):
            raise ValueError(f"Config '{key}' has value '{value}'. Not a valid {cast.__name__}.")


class Secret:
    def __init__(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}('**********')"

    def __str__(self):
        return self._value

    def __bool__(self):
        return bool(self._value)


class CommaSeparatedStrings:
    def __init__(self, value):
        if isinstance(value, str):
            splitter = _shlex.shlex(value, posix=True)
            splitter.whitespace = ","
            splitter.whitespace_split = True
            self._items = [item.strip() for item in splitter]
        else:
            self._items = list(value)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def __repr__(self):
        return f"{type(self).__name__}({self._items!r})"

    def __str__(self):
        return ", ".join(repr(item) for item in self._items)


class AuthenticationError(Exception):
    pass


class AuthenticationBackend:
    async def authenticate(self, conn):
        raise NotImplementedError()


class AuthCredentials:
    def __init__(self, scopes=None):
        self.scopes = [] if scopes is None else list(scopes)


class BaseUser:
    @property
    def is_authenticated(self):
        raise NotImplementedError()

    @property
    def display_name(self):
        raise NotImplementedError()

    @property
    def identity(self):
        raise NotImplementedError()


class SimpleUser(BaseUser):
    def __init__(self, username):
        self.username = username

    @property
    def is_authenticated(self):
        return True

    @property
    def display_name(self):
        return self.username


class UnauthenticatedUser(BaseUser):
    @property
    def is_authenticated(self):
        return False

    @property
    def display_name(self):
        return ""
