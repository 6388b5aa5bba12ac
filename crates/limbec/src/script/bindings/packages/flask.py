"""The package Flask, as far as the env.py of Flask-Migrate and the application that it asks for use it.

Covers `current_app`: the application of a context that was pushed, or else the one that the command `flask` would find: FLASK_APP
(of the environment, `.flaskenv` or `.env`) as a file or module with an object or a factory behind a colon, `wsgi.py`, `app.py`; `app`
or `application`, `create_app()` or `make_app()`. Where there is none of these, the one file or package beside them that makes an
application is taken (`manage.py`, `run.py` and the like first). An application that cannot be run is an error; where the URL is given
(`--url`), its tables are those of the modules beside its database object that declare tables, and that is told. Of applications: `config` with all that fills it, `extensions`, contexts,
paths, `logger`; registering blueprints, routes, handlers and commands does nothing. `Blueprint`, `g`, `has_app_context`. Does not cover
requests and answers: the other names of the package are as those of packages that are not there.
"""

import logging as _logging
import os as _os
import sys as _sys

import _limbec


# `__absent_may_have__`: what a package that is not there is given of these concerns no table.

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'flask' has no attribute '{name}'")
    return _limbec.absent(f"flask.{name}")


class _Idle:
    """A part of the application that no table depends on: what is done with it has no effect."""

    __absent_may_have__ = True

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _Idle()

    def __setattr__(self, name, value):
        pass

    def __call__(self, *args, **options):
        return args[0] if len(args) == 1 and not options and callable(args[0]) else self

    def __getitem__(self, key):
        return _Idle()

    def __setitem__(self, key, value):
        pass

    def __contains__(self, key):
        return False

    def __iter__(self):
        return iter(())


def import_string(name, silent=False):
    """The module or the object in one that a name with dots or a colon stands for."""
    import importlib
    name = name.replace(":", ".")
    try:
        try:
            return importlib.import_module(name)
        except ImportError:
            if "." not in name:
                raise
        module, last = name.rsplit(".", 1)
        module = importlib.import_module(module)
        try:
            return getattr(module, last)
        except AttributeError as problem:
            raise ImportError(problem) from None
    except ImportError:
        if not silent:
            raise


class Config(dict):
    """The settings of an application."""

    __absent_may_have__ = True

    def __init__(self, root_path, defaults=None):
        super().__init__(defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        if isinstance(obj, str):
            obj = import_string(obj)
        for key in dir(obj):
            if key.isupper():
                self[key] = getattr(obj, key)

    def from_mapping(self, mapping=None, **kwargs):
        for key, value in {**(mapping or {}), **kwargs}.items():
            if key.isupper():
                self[key] = value
        return True

    def from_envvar(self, variable_name, silent=False):
        path = _os.environ.get(variable_name)
        if not path:
            if silent:
                return False
            raise RuntimeError(
                f"The environment variable {variable_name!r} is not set and as such configuration could not be loaded."
                " Set this variable and make it point to a configuration file"
            )
        return self.from_pyfile(path, silent=silent)

    def from_pyfile(self, filename, silent=False):
        import types
        path = _os.path.join(self.root_path, filename)
        module = types.ModuleType("config")
        module.__file__ = path
        text = self._text(path, silent)
        if text is None:
            return False
        exec(compile(text, path, "exec"), module.__dict__)
        self.from_object(module)
        return True

    def from_file(self, filename, load, silent=False, text=True):
        path = _os.path.join(self.root_path, filename)
        if silent and not _os.path.isfile(path):
            return False
        with open(path, "r" if text else "rb") as file:
            return self.from_mapping(load(file))

    def from_json(self, filename, silent=False):
        import json
        return self.from_file(filename, json.load, silent)

    def from_prefixed_env(self, prefix="FLASK", *, loads=None):
        import json
        loads = loads or json.loads
        for key in sorted(_os.environ):
            if not key.startswith(prefix + "_"):
                continue
            value = _os.environ[key]
            try:
                value = loads(value)
            except Exception:
                pass
            place, names = self, key[len(prefix) + 1:].split("__")
            for name in names[:-1]:
                place = place.setdefault(name, {})
            place[names[-1]] = value
        return True

    def get_namespace(self, namespace, lowercase=True, trim_namespace=True):
        found = {}
        for key, value in self.items():
            if key.startswith(namespace):
                key = key[len(namespace):] if trim_namespace else key
                found[key.lower() if lowercase else key] = value
        return found

    def _text(self, path, silent):
        if silent and not _os.path.isfile(path):
            return None
        with open(path) as file:
            return file.read()


class _Registers:
    """What applications and blueprints have in common: registering for requests, which never come."""

    __absent_may_have__ = True

    def __init__(self, import_name, static_folder="static", template_folder="templates", root_path=None):
        self.import_name = import_name
        self.static_folder = static_folder
        self.template_folder = template_folder
        self.root_path = root_path or _root_path(import_name)
        self.cli = _Idle()
        self.jinja_loader = _Idle()
        self.view_functions = _Idle()
        self.error_handler_spec = _Idle()

    def open_resource(self, resource, mode="rb", encoding="utf-8"):
        return _opened(self.root_path, resource, mode, encoding)


def _opened(folder, resource, mode, encoding):
    path = _os.path.join(folder, resource)
    return open(path, mode) if "b" in mode else open(path, mode, encoding=encoding)


def _registers(self, *args, **options):
    return args[0] if len(args) == 1 and not options and callable(args[0]) else lambda function: function


def _passes(self, *args, **options):
    return None


for _name in """route get post put delete patch endpoint before_request after_request teardown_request context_processor
        url_value_preprocessor url_defaults errorhandler app_errorhandler app_context_processor app_template_filter
        app_template_global app_template_test before_app_request after_app_request teardown_app_request
        app_url_value_preprocessor app_url_defaults before_app_first_request template_filter template_global template_test
        shell_context_processor before_first_request teardown_appcontext record record_once""".split():
    setattr(_Registers, _name, _registers)
for _name in """register_blueprint add_url_rule register_error_handler add_template_filter add_template_global
        add_template_test add_app_template_filter add_app_template_global add_app_template_test""".split():
    setattr(_Registers, _name, _passes)


class Blueprint(_Registers):
    """Routes that an application may register."""

    def __init__(self, name, import_name, static_folder=None, static_url_path=None, template_folder=None, url_prefix=None,
                 subdomain=None, url_defaults=None, root_path=None, cli_group=None):
        super().__init__(import_name, static_folder, template_folder, root_path)
        self.name = name
        self.url_prefix = url_prefix


def _setting(key):
    """A setting that is an attribute of the application."""
    return property(lambda app: app.config[key], lambda app, value: app.config.__setitem__(key, value))


class Flask(_Registers):
    """An application: its settings, and the extensions that it has."""

    config_class = Config
    default_config = {
        "DEBUG": None, "TESTING": False, "PROPAGATE_EXCEPTIONS": None, "SECRET_KEY": None, "SERVER_NAME": None,
        "APPLICATION_ROOT": "/", "SESSION_COOKIE_NAME": "session", "MAX_CONTENT_LENGTH": None,
        "PREFERRED_URL_SCHEME": "http", "TEMPLATES_AUTO_RELOAD": None,
    }

    def __init__(self, import_name, static_url_path=None, static_folder="static", static_host=None, host_matching=False,
                 subdomain_matching=False, template_folder="templates", instance_path=None, instance_relative_config=False,
                 root_path=None):
        super().__init__(import_name, static_folder, template_folder, root_path)
        self.instance_path = instance_path or _instance_path(import_name, self.root_path)
        self.config = self.make_config(instance_relative_config)
        self.extensions = {}
        self.blueprints = {}
        _made.append(self)
        self.logger = _logging.getLogger(self.name)
        for name in ("jinja_env", "jinja_options", "json", "json_encoder", "json_decoder", "json_provider_class", "url_map",
                     "wsgi_app", "aborter", "session_interface"):
            setattr(self, name, _Idle())
        self.view_functions = {"static": _passes}

    def make_config(self, instance_relative=False):
        defaults = {**self.default_config, "DEBUG": _os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false", "no")}
        if "FLASK_ENV" in _os.environ:
            defaults["ENV"] = _os.environ["FLASK_ENV"]
        return self.config_class(self.instance_path if instance_relative else self.root_path, defaults)

    @property
    def name(self):
        if self.import_name != "__main__":
            return self.import_name
        return _os.path.splitext(_os.path.basename(getattr(_sys.modules["__main__"], "__file__", "__main__")))[0]

    debug, testing, secret_key = _setting("DEBUG"), _setting("TESTING"), _setting("SECRET_KEY")
    env = property(lambda self: self.config.get("ENV", "production"))

    def app_context(self):
        return _Context(self)

    def test_request_context(self, *args, **options):
        return _Context(self)

    def register_blueprint(self, blueprint, **options):
        if isinstance(blueprint, Blueprint):
            self.blueprints[blueprint.name] = blueprint

    def open_instance_resource(self, resource, mode="rb", encoding="utf-8"):
        return _opened(self.instance_path, resource, mode, encoding)

    def run(self, *args, **options):
        _limbec.unsupported("flask: serving an application (app.run())")

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"


def _root_path(import_name):
    module = _sys.modules.get(import_name)
    file = getattr(module, "__file__", None)
    if file:
        return _os.path.dirname(_os.path.abspath(file))
    return _os.getcwd()


def _instance_path(import_name, root_path):
    folder = root_path
    if _os.path.isfile(_os.path.join(root_path, "__init__.py")):
        # Beside the outermost package that the application is in.
        for _ in import_name.split("."):
            if _os.path.isfile(_os.path.join(folder, "__init__.py")):
                folder = _os.path.dirname(folder)
    return _os.path.join(folder, "instance")


_contexts = []
# The applications, in the order in which they were made.
_made = []


class _Globals:
    """`g`"""

    def __getattr__(self, name):
        raise AttributeError(name)

    def get(self, name, default=None):
        return self.__dict__.get(name, default)

    def pop(self, name, *default):
        return self.__dict__.pop(name, *default)

    def setdefault(self, name, default=None):
        return self.__dict__.setdefault(name, default)

    def __contains__(self, name):
        return name in self.__dict__


class _Context:
    """A time in which `current_app` is one application."""

    def __init__(self, app):
        self.app = app

    def push(self):
        _contexts.append(self)

    def pop(self, exc=None):
        _contexts.remove(self)

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, *problem):
        self.pop()


g = _Globals()


def has_app_context():
    return bool(_contexts)


def has_request_context():
    return False


_loading = False


def _current():
    """The application that is meant here. `flask db` has found it and pushed a context before env.py runs."""
    if not _contexts:
        if _loading:
            raise RuntimeError(
                "Working outside of application context.\n\nThis typically means that you attempted to use functionality that"
                " needed\nthe current application. To solve this, set up an application context\nwith app.app_context(). See"
                " the documentation for more information."
            )
        _Context(_found()).push()
    return _contexts[-1].app


class _CurrentApp:
    """`current_app`"""

    __absent_may_have__ = True

    def _get_current_object(self):
        return _current()

    def __getattr__(self, name):
        return getattr(_current(), name)

    def __setattr__(self, name, value):
        setattr(_current(), name, value)

    def __bool__(self):
        return has_app_context()

    def __repr__(self):
        return repr(_current())


current_app = _CurrentApp()

# How an application is found: as the command `flask` does it.
_FACTORIES = ("create_app", "make_app")
_FIRST_FILES = ("wsgi.py", "app.py")
_OTHER_FILES = ("manage.py", "run.py", "main.py", "application.py", "autoapp.py", "server.py", "serve.py")


def _found():
    global _loading
    import dotenv
    said = {}
    for name in (".flaskenv", ".env"):
        path = dotenv.find_dotenv(name, usecwd=True)
        if path:
            said.update(dotenv.dotenv_values(path))
    for key, value in said.items():
        if value is not None:
            _os.environ.setdefault(key, value)
    _loading = True
    try:
        return _limbec.while_loading(_load, _of_sources)
    finally:
        _loading = False


def _load():
    named = _os.environ.get("FLASK_APP")
    if named:
        # A drive's colon is no separator.
        place = named.find(":", 2 if named[1:3] in (":\\", ":/") else 0)
        path, name = (named[:place], named[place + 1:]) if place >= 0 else (named, None)
        return _located(_prepared(_os.path.realpath(path)), name)
    folders = list(dict.fromkeys(map(_os.path.realpath, [_os.getcwd(), *(path or "." for path in _sys.path)])))
    for folder in folders:
        for name in _FIRST_FILES:
            path = _os.path.join(folder, name)
            if _os.path.isfile(path):
                found = _located(_prepared(path), None, False)
                if found is not None:
                    return found
    for folder in folders:
        for path in _candidates(folder):
            found = _located(_prepared(path), None, False)
            if found is not None:
                return found
    _limbec.unsupported(
        f"flask.current_app: no application was found in {', '.join(folders)}; FLASK_APP (in the environment or in .flaskenv) says "
        "where it is, as for the command flask: a file or module, and behind a colon the object or the call of a factory"
    )


def _candidates(folder):
    """The files that make an application, where FLASK_APP says nothing; of packages there may be one."""
    found = [_os.path.join(folder, name) for name in _OTHER_FILES]
    found = [path for path in found if _os.path.isfile(path) and _makes_application(path)]
    if found:
        return found
    try:
        names = sorted(_os.listdir(folder))
    except OSError:
        return []
    packages = []
    for name in names:
        if name in ("tests", "test", "docs", "examples", "migrations"):
            continue
        for part in ("__init__.py", "app.py", "factory.py", "main.py", "application.py"):
            path = _os.path.join(folder, name, part)
            if _os.path.isfile(path) and _os.path.isfile(_os.path.join(folder, name, "__init__.py")) and _makes_application(path):
                packages.append(path)
                break
    if len(packages) > 1:
        _limbec.unsupported(
            f"flask.current_app: FLASK_APP (in the environment or in .flaskenv) must say which is the application: "
            f"{', '.join(packages)}"
        )
    return packages


def _makes_application(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            words = line.replace("(", " ( ").split()
            if words[:1] == ["def"] and words[1:2] and words[1] in _FACTORIES and line.startswith("def"):
                return True
            if words[:1] and words[0] in ("app", "application") and words[1:2] == ["="] and not line[0].isspace():
                return True
            if line.startswith("from ") and "import" in words and {"app", "application", *_FACTORIES} & set(
                    line.split("import", 1)[1].replace(",", " ").split()):
                return True
    return False


def _prepared(path):
    """The name of the module that stands there; its folder is put into the search path."""
    path = path[:-3] if path.endswith(".py") else path
    if _os.path.basename(path) == "__init__":
        path = _os.path.dirname(path)
    names = []
    while True:
        path, name = _os.path.split(path)
        names.insert(0, name)
        if not _os.path.exists(_os.path.join(path, "__init__.py")):
            break
    if path not in map(_os.path.realpath, _sys.path):
        _sys.path.insert(0, path)
    return ".".join(names)


def _of_sources(problem):
    """What stands in for an application that stopped at something that is not there: with the URL given, only its tables are asked
    for. None where the problem stays."""
    import flask_sqlalchemy
    url = flask_sqlalchemy._chosen_url()
    if url is None:
        return None
    modules = [module for name, module in list(_sys.modules.items())
               if name.split(".")[0] not in ("alembic", "psycopg2", "sqlalchemy") and getattr(module, "__file__", "<")[0] != "<"]
    found = {id(value): value for module in modules for value in list(module.__dict__.values())
             if isinstance(value, flask_sqlalchemy.SQLAlchemy)}
    if len(found) != 1:
        return None
    [db] = found.values()
    app = _made[-1] if _made else Flask("application")
    if "migrate" not in app.extensions:
        import flask_migrate
        flask_migrate.Migrate(app, db)
    db._app = app
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    # The packages of the modules that have it.
    roots = {module.__name__.split(".")[0] for module in modules if any(value is db for value in list(module.__dict__.values()))}
    for name in sorted(roots):
        path = getattr(_sys.modules.get(name), "__path__", None)
        if path:
            _declaring(name, path[0])
    _limbec.write_err(
        f"limbec: the application could not be run: {problem}\n"
        "limbec: as the URL is given, the tables are those of its modules that declare tables\n"
    )
    return app


def _declaring(package, folder):
    """Import the modules of a package that declare tables."""
    import importlib
    for name in sorted(_os.listdir(folder)):
        path = _os.path.join(folder, name)
        inner = _os.path.join(path, "__init__.py")
        if name.endswith(".py"):
            module = package if name == "__init__.py" else f"{package}.{name[:-3]}"
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            if any(sign in text for sign in ("db.Model", "__tablename__", "db.Table(", "Column(", "mapped_column(")):
                importlib.import_module(module)
        elif _os.path.isfile(inner) and name not in ("tests", "test", "migrations"):
            _declaring(f"{package}.{name}", path)


class NoAppException(Exception):
    """What the command `flask` says where it finds no application."""


def _located(module_name, name, must=True):
    import importlib
    module = importlib.import_module(module_name)
    if name:
        return _by_string(module, name)
    try:
        return _best(module)
    except NoAppException:
        if must:
            raise
        return None


def _best(module):
    for name in ("app", "application"):
        if isinstance(getattr(module, name, None), Flask):
            return getattr(module, name)
    found = [value for value in module.__dict__.values() if isinstance(value, Flask)]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise NoAppException(
            f"Detected multiple Flask applications in module '{module.__name__}'. Use '{module.__name__}:name' to specify the"
            " correct one."
        )
    for name in _FACTORIES:
        factory = getattr(module, name, None)
        if callable(factory):
            made = factory()
            if isinstance(made, Flask):
                return made
    raise NoAppException(
        f"Failed to find Flask application or factory in module '{module.__name__}'. Use '{module.__name__}:name' to specify one."
    )


def _by_string(module, text):
    import re
    call = re.fullmatch(r"\s*([^\W\d]\w*)\s*(?:\((.*)\)\s*)?", text, re.S)
    if call is None:
        raise NoAppException(f"Failed to parse {text!r} as an attribute name or function call.")
    name, given = call.groups()
    args, options = eval(f"_given({given or ''})", {"_given": lambda *args, **options: (args, options)})
    try:
        found = getattr(module, name)
    except AttributeError:
        raise NoAppException(f"Failed to find attribute {name!r} in {module.__name__!r}.") from None
    if not isinstance(found, Flask) and callable(found):
        found = found(*args, **options)
    if isinstance(found, Flask):
        return found
    raise NoAppException(f"A valid Flask application was not obtained from '{module.__name__}:{text}'.")
