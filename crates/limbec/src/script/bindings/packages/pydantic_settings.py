"""The package pydantic-settings, as far as configuration modules of env.py use it.

Covers BaseSettings with SettingsConfigDict: `env_prefix`, `env_file` (one or several), `env_file_encoding`,
`env_nested_delimiter`, `case_sensitive`, `extra`, `env_ignore_empty`, `secrets_dir`, aliases, JSON in variables, and the
arguments `_env_file` and `_env_prefix`; sources in the order of the package. Does not cover sources of one's own, command
lines, and files of JSON, TOML and YAML.
"""

import json as _json
import os as _os
import types as _types
import typing as _typing

import dotenv as _dotenv
from pydantic import AliasChoices as _AliasChoices, BaseModel as _BaseModel, SecretStr as _SecretStr
from pydantic import ValidationError as _ValidationError


class SettingsConfigDict(dict):
    def __init_subclass__(cls, total=True, **options):
        super().__init_subclass__(**options)


class SettingsError(ValueError):
    pass


class NoDecode:
    pass


def _is_complex(hint):
    """Whether a variable of this type is written as JSON."""
    origin, args = _typing.get_origin(hint), _typing.get_args(hint)
    if origin is _typing.Annotated:
        return NoDecode not in args and _is_complex(args[0])
    if origin is _typing.Union or origin is _types.UnionType:
        return any(_is_complex(arg) for arg in args)
    kind = origin or hint
    if not isinstance(kind, type):
        return False
    name = kind.__name__.lower()
    return issubclass(kind, (list, dict, set, frozenset, tuple, _BaseModel)) or name in (
        "sequence", "mapping", "iterable", "mutablemapping", "deque"
    )


def _is_union(hint):
    """Whether a variable that is no JSON may be one of the other types."""
    origin = _typing.get_origin(hint)
    if origin is _typing.Annotated:
        return _is_union(_typing.get_args(hint)[0])
    return origin is _typing.Union or origin is _types.UnionType


def _model_of(hint):
    if isinstance(hint, type) and issubclass(hint, _BaseModel):
        return hint
    for arg in _typing.get_args(hint):
        found = _model_of(arg)
        if found is not None:
            return found
    return None


class BaseSettings(_BaseModel):
    model_config = {"extra": "forbid", "validate_default": True, "case_sensitive": False, "env_prefix": ""}

    def __init__(self, _case_sensitive=None, _env_prefix=None, _env_file=..., _env_file_encoding=None,
                 _env_nested_delimiter=None, _secrets_dir=None, _env_ignore_empty=None, **values):
        config = dict(type(self).model_config)
        given = {
            "case_sensitive": _case_sensitive, "env_prefix": _env_prefix, "env_file_encoding": _env_file_encoding,
            "env_nested_delimiter": _env_nested_delimiter, "secrets_dir": _secrets_dir,
            "env_ignore_empty": _env_ignore_empty,
        }
        config.update({name: value for name, value in given.items() if value is not None})
        if _env_file is not ...:
            config["env_file"] = _env_file
        super().__init__(**_gathered(type(self), config, values))

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings


def _gathered(cls, config, values):
    if cls.settings_customise_sources.__func__ is not BaseSettings.settings_customise_sources.__func__:
        from _limbec import unsupported
        unsupported(f"{cls.__name__}.settings_customise_sources(): sources of one's own are not supported")
    found = {}
    for source in (_secrets(cls, config), _from_files(cls, config), _read(cls, config, dict(_os.environ), False), values):
        _merge(found, source)
    return found


def _merge(into, new):
    for name, value in new.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = value


def _from_files(cls, config):
    files = config.get("env_file")
    if files is None:
        return {}
    values = {}
    for name in [files] if isinstance(files, (str, _os.PathLike)) else files:
        if _os.path.isfile(name):
            values.update(_dotenv.dotenv_values(name, encoding=config.get("env_file_encoding") or "utf8"))
    return _read(cls, config, {name: value for name, value in values.items() if value is not None}, True)


def _secrets(cls, config):
    folder = config.get("secrets_dir")
    if not folder or not _os.path.isdir(folder):
        return {}
    values = {}
    for name in _os.listdir(folder):
        path = _os.path.join(folder, name)
        if _os.path.isfile(path):
            with open(path) as file:
                values[name] = file.read().strip()
    return _read(cls, config, values, False)


def _read(cls, config, variables, file):
    """The values of the fields in some variables; of a file also what belongs to no field."""
    sensitive, prefix = config.get("case_sensitive"), config.get("env_prefix") or ""
    fold = (lambda name: name) if sensitive else (lambda name: name.lower())
    known = {fold(name): value for name, value in variables.items() if value != "" or not config.get("env_ignore_empty")}
    delimiter = config.get("env_nested_delimiter")
    found, used = {}, set()
    for name, info in cls.model_fields.items():
        keys = _keys(name, info, prefix)
        target = info._names(name)[0]
        value = None
        for key in keys:
            if fold(key) in known:
                value = known[fold(key)]
                used.add(fold(key))
                break
        if value is not None and _is_complex(info.annotation):
            value = _decoded(cls, name, value, info.annotation)
        model = _model_of(info.annotation)
        if delimiter and (model is not None or _is_complex(info.annotation)):
            nested = _nested([fold(key + delimiter) for key in keys], fold(delimiter), known, used, model)
            if nested:
                value = {**value, **nested} if isinstance(value, dict) else nested
        if value is not None:
            found[target] = value
    if file and config.get("extra") != "ignore":
        start = fold(prefix)
        for name, value in known.items():
            if name not in used and name.startswith(start):
                found.setdefault(name, value)
    return found


def _keys(name, info, prefix):
    old = info.options.get("env")
    if old is not None:
        return [old] if isinstance(old, str) else list(old)
    alias = info.validation_alias
    if isinstance(alias, _AliasChoices):
        return list(alias.choices)
    return [prefix + name] if alias is None else [alias]


def _decoded(cls, name, value, hint):
    try:
        return _json.loads(value)
    except ValueError as error:
        if _is_union(hint):
            return value
        raise SettingsError(f'error parsing value for field "{name}" from source "EnvSettingsSource"') from error


def _nested(starts, delimiter, known, used, model):
    found = {}
    for key, value in known.items():
        for start in starts:
            if not key.startswith(start) or key == start:
                continue
            used.add(key)
            place, *rest = key[len(start):].split(delimiter)
            into, kind = found, model
            for step in rest:
                into = into.setdefault(place, {})
                kind = _model_of(kind.model_fields[place].annotation) if kind and place in kind.model_fields else None
                place = step
            info = kind.model_fields.get(place) if kind else None
            if info is not None and _is_complex(info.annotation):
                value = _json.loads(value)
            into[place] = value
    return found
