"""Settings from the environment and `.env` or `settings.ini` (the package python-decouple).

Covers `config`, Config, AutoConfig, Csv, Choices and the repositories.
"""

import os

_TEXTS = {text: True for text in ("1", "true", "t", "yes", "y", "on")}
_TEXTS |= {text: False for text in ("0", "false", "f", "no", "n", "off")}
TRUE_VALUES = {text for text, meaning in _TEXTS.items() if meaning}
FALSE_VALUES = set(_TEXTS) - TRUE_VALUES


class UndefinedValueError(Exception):
    pass


class Undefined:
    pass


undefined = Undefined()


def strtobool(value):
    if isinstance(value, bool):
        return value
    value = value.lower()
    if value not in _TEXTS:
        raise ValueError("Invalid truth value: " + value)
    return _TEXTS[value]


class RepositoryEmpty:
    def __init__(self, source="", encoding="utf-8"):
        pass

    def __contains__(self, key):
        return False

    def __getitem__(self, key):
        return None


class RepositoryEnv(RepositoryEmpty):
    def __init__(self, source, encoding="utf-8"):
        self.data = {}
        with open(source, encoding=encoding) as file:
            for line in file:
                line = line.strip()
                if line and not line.startswith("#") and "=" in line:
                    name, _, value = line.partition("=")
                    value = value.strip()
                    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
                        value = value[1:-1]
                    self.data[name.strip()] = value

    def __contains__(self, key):
        return key in os.environ or key in self.data

    def __getitem__(self, key):
        return self.data[key]


class RepositoryIni(RepositoryEmpty):
    SECTION = "settings"

    def __init__(self, source, encoding="utf-8"):
        import configparser
        self.parser = configparser.ConfigParser()
        with open(source, encoding=encoding) as file:
            self.parser.read_file(file)

    def __contains__(self, key):
        return key in os.environ or self.parser.has_option(self.SECTION, key)

    def __getitem__(self, key):
        try:
            return self.parser.get(self.SECTION, key)
        except Exception:
            raise KeyError(key) from None


class Config:
    def __init__(self, repository):
        self.repository = repository

    def _cast_boolean(self, value):
        return bool(value) if value == "" else bool(strtobool(value))

    def get(self, option, default=undefined, cast=undefined):
        if option in os.environ:
            value = os.environ[option]
        elif option in self.repository:
            value = self.repository[option]
        else:
            if isinstance(default, Undefined):
                raise UndefinedValueError(f"{option} not found. Declare it as envvar or define a default value.")
            value = default
        if isinstance(cast, Undefined):
            return value
        return self._cast_boolean(value) if cast is bool else cast(value)

    def __call__(self, *args, **options):
        return self.get(*args, **options)


class AutoConfig:
    SUPPORTED = {"settings.ini": RepositoryIni, ".env": RepositoryEnv}

    def __init__(self, search_path=None):
        self.search_path = search_path
        self.config = None

    def _load(self):
        import _limbec
        frame = _limbec.frame()
        folder = os.path.abspath(self.search_path or (os.path.dirname(frame[0]) if frame else os.getcwd()))
        root = _limbec.project_root()
        while root is not None and (folder + "/").startswith(root.rstrip("/") + "/"):
            for name, repository in self.SUPPORTED.items():
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    return Config(repository(path))
            folder = os.path.dirname(folder)
        return Config(RepositoryEmpty())

    def __call__(self, *args, **options):
        if self.config is None:
            self.config = self._load()
        return self.config(*args, **options)


config = AutoConfig()


class Csv:
    def __init__(self, cast=str, delimiter=",", strip=" \t\n\r\x0b\x0c", post_process=list):
        self.cast, self.delimiter, self.strip, self.post_process = cast, delimiter, strip, post_process

    def __call__(self, value):
        if value is None:
            return self.post_process()
        parts = [part.strip(self.strip) for part in value.split(self.delimiter)] if value else []
        return self.post_process(self.cast(part) for part in parts)


class Choices:
    def __init__(self, flat=None, cast=str, choices=None):
        self.cast = cast
        self._valid = [*(flat or ()), *(value for value, _ in choices or ())]

    def __call__(self, value):
        value = self.cast(value)
        if value not in self._valid:
            raise ValueError(f"Value not in list: {value!r}; valid values are {self._valid!r}")
        return value
