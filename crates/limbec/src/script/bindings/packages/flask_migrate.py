"""The package Flask-Migrate, as far as the env.py that it writes uses it.

Covers `Migrate`, which puts itself into the extensions of an application with the options that env.py hands to
`context.configure`. The options are those of Flask-Migrate 4, where `compare_type` and `render_as_batch` are on, unless env.py gives
one of them itself, which it can only beside an older Flask-Migrate. Its commands are Limbec's.
"""

import os as _os

import _limbec


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'flask_migrate' has no attribute '{name}'")
    return _limbec.absent(f"flask_migrate.{name}")


class _MigrateConfig:
    def __init__(self, migrate, db, **options):
        self.migrate = migrate
        self.db = db
        self.directory = migrate.directory
        self.configure_args = options

    @property
    def metadata(self):
        return self.db.metadata


def _is_older():
    """Whether env.py is for Flask-Migrate before 4: given twice, an option is an error."""
    from alembic import context
    try:
        path = _os.path.join(context.config.get_main_option("script_location"), "env.py")
        with open(path) as file:
            text = file.read()
    except (AttributeError, NameError, OSError, TypeError):
        return False
    return any(f"{option}=" in text for option in _NEW_OPTIONS)


_NEW_OPTIONS = ("compare_type", "render_as_batch")


class Migrate:
    """The extension."""

    __absent_may_have__ = True

    def __init__(self, app=None, db=None, directory="migrations", command="db", compare_type=..., render_as_batch=...,
                 **kwargs):
        self.configure_callbacks = []
        self.db = db
        self.command = command
        self.directory = str(directory)
        self.alembic_ctx_kwargs = kwargs
        for name, value in zip(_NEW_OPTIONS, (compare_type, render_as_batch)):
            if value is not ...:
                kwargs[name] = value
            elif not _is_older():
                kwargs[name] = True
        if app is not None and db is not None:
            self.init_app(app, db, directory)

    def init_app(self, app, db=None, directory=None, command=None, compare_type=None, render_as_batch=None, **kwargs):
        self.db = db or self.db
        self.command = command or self.command
        self.directory = str(directory or self.directory)
        self.alembic_ctx_kwargs.update(kwargs)
        for name, value in zip(_NEW_OPTIONS, (compare_type, render_as_batch)):
            if value is not None:
                self.alembic_ctx_kwargs[name] = value
        app.extensions["migrate"] = _MigrateConfig(self, self.db, **self.alembic_ctx_kwargs)

    def configure(self, f):
        self.configure_callbacks.append(f)
        return f
