"""The package Flask-SQLAlchemy, as far as migrations and the models they import use it.

Covers `SQLAlchemy` with its models (names of tables from those of classes, `__bind_key__`, `model_class` as a plain class or as a
declarative base, `metadata`, `disable_autonaming`), `db.Table`, the names of SQLAlchemy and its ORM that `db` passes on, the engines of
an application's settings, `session`, `create_all` and `drop_all`. Names are those of Flask-SQLAlchemy 3.1. Does not cover `Model.query`, which is an error where
it is used.
"""

import _limbec
import os as _os
import re as _re

import sqlalchemy as _sa
import sqlalchemy.orm as _orm
from sqlalchemy.orm import DeclarativeBase as _DeclarativeBase, DeclarativeMeta as _DeclarativeMeta, declared_attr as _declared_attr
from sqlalchemy.orm._limbec import _chosen_url


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'flask_sqlalchemy' has no attribute '{name}'")
    return _limbec.absent(f"flask_sqlalchemy.{name}")


def _not_supported(what):
    from _limbec import unsupported
    unsupported(f"{what} of flask_sqlalchemy is for the requests of a running application, which is not supported")


class _NeedsApplication:
    def __init__(self, what):
        self._what = what

    def __call__(self, *args, **kwargs):
        _not_supported(self._what)

    def __getattr__(self, name):
        _not_supported(f"{self._what}.{name}")


class _Query:
    def __get__(self, instance, owner):
        return _NeedsApplication("Model.query")


class Query(_orm.Query):
    pass


BaseQuery = Query


def _snake_case(name):
    return _re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\1", name).lower().lstrip("_")


def _is_key(part):
    return isinstance(part, _sa.PrimaryKeyConstraint) or isinstance(part, _sa.Column) and part.primary_key


def _table_of(cls, name, metadata, *parts, schema=None, **kwargs):
    """The table of a class; none where it has no primary key of its own and shares its parent's."""
    known = (name if schema is None else f"{schema}.{name}") in metadata.tables
    inherits = any("__table__" in base.__dict__ for base in cls.__mro__[1:-1])
    if known or not inherits or any(_is_key(part) for part in parts):
        return _sa.Table(name, metadata, *parts, schema=schema, **kwargs)
    if "__tablename__" in cls.__dict__:
        del cls.__tablename__
    return None


def _wants_name(cls):
    if cls.__dict__.get("__abstract__", False):
        return False
    for base in cls.__mro__:
        if "__tablename__" not in base.__dict__:
            continue
        if isinstance(base.__dict__["__tablename__"], _declared_attr):
            return False
        return not (base is cls or base.__dict__.get("__abstract__", False) or not (issubclass(base, _DeclarativeBase) or isinstance(base, _DeclarativeMeta)))
    return True


class Model:
    """The base of models before it becomes declarative."""

    query_class = Query
    query = _Query()


class BindMetaMixin(type):
    """A metaclass whose classes go into the metadata of their `__bind_key__`."""

    def __init__(cls, name, bases, body, **options):
        key = getattr(cls, "__bind_key__", None)
        if key is not None and "metadata" not in body and "__table__" not in body:
            cls.metadata = cls.__fsa__._metadata_of(key)
        super().__init__(name, bases, body, **options)


class NameMetaMixin(type):
    """A metaclass that names tables after classes."""

    def __init__(cls, name, bases, body, **options):
        if "__table__" not in body and any(isinstance(base, _DeclarativeMeta) for base in cls.__mro__[1:]) and _wants_name(cls):
            cls.__tablename__ = _snake_case(cls.__name__)
        super().__init__(name, bases, body, **options)

    def __table_cls__(cls, *args, **kwargs):
        return _table_of(cls, *args, **kwargs)


class DefaultMeta(BindMetaMixin, NameMetaMixin, _DeclarativeMeta):
    """The metaclass of models before SQLAlchemy 2."""


class _Naming:
    """What a declarative class is told before it is mapped."""

    def __init_subclass__(cls, bind_key=None, **kwargs):
        db = cls.__fsa__
        key = bind_key or getattr(cls, "__bind_key__", None)
        if key is not None:
            cls.metadata = db._metadata_of(key)
        is_model = _DeclarativeBase not in cls.__bases__ and "__table__" not in cls.__dict__
        if is_model and db._autonaming and _wants_name(cls):
            cls.__tablename__ = _snake_case(cls.__name__)
        super().__init_subclass__(**kwargs)

    @classmethod
    def __table_cls__(cls, *args, **kwargs):
        return _table_of(cls, *args, **kwargs)


class SQLAlchemy:
    """The extension: a declarative base, and the names of SQLAlchemy."""

    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=Query, model_class=Model,
                 engine_options=None, add_models_to_shell=True, disable_autonaming=False, **others):
        self._autonaming = not disable_autonaming
        self.Query = query_class
        self.metadatas = {}
        self.session = _orm.scoped_session(lambda **options: _orm.Session(**{"bind": self.engine, **options}))
        self._engine_options = engine_options or {}
        self._app = None
        self._engines = {}
        if metadata is not None:
            self.metadatas[None] = metadata
        self.Model = self._base(model_class)
        self.metadatas.setdefault(None, self.Model.metadata)
        if app is not None:
            self.init_app(app)

    def _base(self, model_class):
        metadata = self.metadatas.get(None)
        parts = {"__fsa__": self, "query": _Query(), "query_class": self.Query, "__abstract__": True}
        if issubclass(model_class, _DeclarativeBase):
            if metadata is None and "metadata" in model_class.__dict__:
                self.metadatas[None] = model_class.__dict__["metadata"]
            metadata = self.metadatas.get(None)
            bases = tuple(base for base in model_class.__bases__ if base is not _DeclarativeBase)
            names = {name: value for name, value in model_class.__dict__.items() if name in _KEPT or name[:2] != "__"}
            names.update(parts)
            if metadata is None:
                metadata = _sa.MetaData()
            names["metadata"] = metadata
            del names["__abstract__"]
            return type("Model", (_Naming, *bases, _DeclarativeBase), names)
        if isinstance(model_class, _DeclarativeMeta):
            # It is a declarative base already, and is used as it is.
            del parts["__abstract__"]
            for name, value in parts.items():
                setattr(model_class, name, value)
            self.metadatas.setdefault(None, model_class.metadata)
            return model_class
        parts["metadata"] = metadata if metadata is not None else _sa.MetaData()
        del parts["__abstract__"]
        return type("Model", (_Naming, model_class, _DeclarativeBase), parts)

    def _metadata_of(self, key):
        if key not in self.metadatas:
            made = _sa.MetaData(naming_convention=self.metadata.naming_convention)
            made.info["bind_key"] = key
            self.metadatas[key] = made
        return self.metadatas[key]

    @property
    def metadata(self):
        return self.metadatas[None]

    def Table(self, name, *args, bind_key=None, metadata=None, **kwargs):
        if args and isinstance(args[0], _sa.MetaData):
            metadata, args = args[0], args[1:]
        if metadata is None:
            metadata = self._metadata_of(bind_key)
        return _sa.Table(name, metadata, *args, **kwargs)

    def init_app(self, app):
        app.extensions["sqlalchemy"] = self
        app.config.setdefault("SQLALCHEMY_ECHO", False)
        app.config.setdefault("SQLALCHEMY_RECORD_QUERIES", False)
        app.config.setdefault("SQLALCHEMY_TRACK_MODIFICATIONS", False)
        app.config.setdefault("SQLALCHEMY_BINDS", None)
        self._app = app

    def get_app(self, reference_app=None):
        from flask import current_app, has_app_context
        if reference_app is not None:
            return reference_app
        if self._app is not None and not has_app_context():
            return self._app
        return current_app._get_current_object()

    @property
    def engines(self):
        app = self.get_app()
        if id(app) not in self._engines:
            self._engines[id(app)] = {key: _engine(app, self._engine_options, key, found) for key, found in _urls(app).items()}
        return self._engines[id(app)]

    @property
    def engine(self):
        return self.engines[None]

    def get_engine(self, bind_key=None, bind=None, **kwargs):
        return self.engines[bind if bind_key is None or not isinstance(bind_key, str) else bind_key]

    def _for_binds(self, keys, operation):
        keys = self.metadatas if keys == "__all__" else [keys] if keys is None or isinstance(keys, str) else keys
        for key in keys:
            getattr(self.metadatas[key], operation)(bind=self.engines[key])

    def create_all(self, bind_key="__all__"):
        self._for_binds(bind_key, "create_all")

    def drop_all(self, bind_key="__all__"):
        self._for_binds(bind_key, "drop_all")

    def __getattr__(self, name):
        if name[:2] != "__":
            for module in (_sa, _orm):
                if hasattr(module, name):
                    return getattr(module, name)
        raise AttributeError(name)


def _urls(app):
    """The URLs of an application's settings, by their bind keys, each alone or with options of an engine."""
    found = dict(app.config.get("SQLALCHEMY_BINDS") or {})
    url = app.config.get("SQLALCHEMY_DATABASE_URI")
    if url is not None:
        found[None] = url
    if found:
        return found
    # The URL of the command line stands for whatever an application names.
    url = _chosen_url()
    if url is None:
        raise RuntimeError("Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set.")
    return {None: url}


def _engine(app, options, key, found):
    if isinstance(found, dict):
        found = dict(found)
        url, options = found.pop("url"), {**options, **found}
    else:
        url = found
    if key is None:
        options = {**options, **(app.config.get("SQLALCHEMY_ENGINE_OPTIONS") or {})}
    if url == _chosen_url():
        return _sa.create_engine(url, **options)
    url = _sa.make_url(url)
    if url.drivername.split("+")[0] == "sqlite" and url.database not in (None, "", ":memory:"):
        # A path begins at the folder of the application's instance.
        if not url.database.startswith("file:") or "uri" not in url.query:
            url = url.set(database=_os.path.join(app.instance_path, url.database))
    return _sa.create_engine(url, **options)


# What a declarative base says of itself.
_KEPT = ("__annotations__", "__doc__", "__module__", "__repr__")
