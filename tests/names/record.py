"""Write down which names SQLAlchemy and Alembic have: those of their modules, and the attributes of their classes.

    .oracle/bin/python tests/names/record.py

A name that stands here and that Limbec does not have is an error that says so, in scripts and in env.py; any other name is
an `AttributeError`, as in Python. A line of `modules.txt` is a module (with a `*` where it is public) and its names, one of `classes.txt` a class with its
bases and the attributes that it adds to theirs.
"""

import importlib
import pathlib
import pkgutil
import sys
import types

# Their classes are no part of what scripts are given.
INTERNAL = (
    "sqlalchemy.util",
    "sqlalchemy.log",
    "sqlalchemy.connectors",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.event",
    "sqlalchemy.engine.interfaces",
    "sqlalchemy.engine._",
    "sqlalchemy.orm._",
    "sqlalchemy.orm.base",
    "sqlalchemy.orm.bulk_persistence",
    "sqlalchemy.orm.collections",
    "sqlalchemy.orm.context",
    "sqlalchemy.orm.decl_base",
    "sqlalchemy.orm.dependency",
    "sqlalchemy.orm.events",
    "sqlalchemy.orm.instrumentation",
    "sqlalchemy.orm.loading",
    "sqlalchemy.orm.path_registry",
    "sqlalchemy.orm.persistence",
    "sqlalchemy.orm.state",
    "sqlalchemy.orm.strateg",
    "sqlalchemy.orm.unitofwork",
    "sqlalchemy.orm.util",
    "sqlalchemy.sql.annotation",
    "sqlalchemy.sql.cache_key",
    "sqlalchemy.sql.coercions",
    "sqlalchemy.sql.compiler",
    "sqlalchemy.sql.lambdas",
    "sqlalchemy.sql.roles",
    "sqlalchemy.sql.traversals",
    "sqlalchemy.sql.visitors",
    "alembic.autogenerate",
    "alembic.ddl",
    "alembic.util",
)
INTERNAL_NAMES = ("Compiler", "ExecutionContext", "IdentifierPreparer", "FetchStrategy")
PACKAGES = ("sqlalchemy", "alembic")
# The modules that scripts are meant to import from.
PUBLIC = """
    sqlalchemy sqlalchemy.schema sqlalchemy.types sqlalchemy.sql sqlalchemy.sql.expression
    sqlalchemy.sql.schema sqlalchemy.sql.sqltypes sqlalchemy.sql.type_api sqlalchemy.sql.elements
    sqlalchemy.sql.selectable sqlalchemy.sql.functions sqlalchemy.sql.ddl sqlalchemy.sql.dml
    sqlalchemy.sql.operators sqlalchemy.exc sqlalchemy.engine sqlalchemy.engine.base
    sqlalchemy.engine.url sqlalchemy.engine.reflection sqlalchemy.engine.result sqlalchemy.engine.row
    sqlalchemy.engine.interfaces sqlalchemy.engine.create sqlalchemy.engine.mock sqlalchemy.pool
    sqlalchemy.event sqlalchemy.inspection sqlalchemy.ext.asyncio sqlalchemy.ext.asyncio.engine
    sqlalchemy.ext.asyncio.scoping sqlalchemy.ext.asyncio.session sqlalchemy.ext.compiler
    sqlalchemy.ext.declarative sqlalchemy.ext.mutable sqlalchemy.ext.hybrid sqlalchemy.ext.indexable
    sqlalchemy.ext.associationproxy sqlalchemy.ext.automap sqlalchemy.ext.orderinglist sqlalchemy.orm
    sqlalchemy.orm.session sqlalchemy.orm.attributes sqlalchemy.orm.exc sqlalchemy.dialects
    sqlalchemy.dialects.postgresql sqlalchemy.dialects.postgresql.base
    sqlalchemy.dialects.postgresql.json sqlalchemy.dialects.postgresql.array
    sqlalchemy.dialects.postgresql.named_types sqlalchemy.dialects.postgresql.types
    sqlalchemy.dialects.mysql sqlalchemy.dialects.mysql.types sqlalchemy.dialects.mysql.base
    sqlalchemy.dialects.sqlite sqlalchemy.dialects.sqlite.base sqlalchemy.dialects.oracle
    sqlalchemy.dialects.mssql sqlalchemy.util sqlalchemy.util.concurrency sqlalchemy.future
""".split()
# Other databases than Limbec's, and what is there for the tests and tools of the projects themselves.
LEFT_OUT = (
    "sqlalchemy.testing",
    "sqlalchemy.cyextension",
    "sqlalchemy.dialects.oracle.",
    "sqlalchemy.dialects.mssql.",
    "sqlalchemy.dialects.mysql.reserved_words",
    "sqlalchemy.ext.mypy",
    "alembic.testing",
    "alembic.templates",
)
DATA = pathlib.Path(__file__).resolve().parents[2] / "crates/limbec/src/script/bindings/names"


def modules(name=None):
    for name in PACKAGES if name is None else [name]:
        try:
            module = importlib.import_module(name)
        except ImportError as problem:
            print(f"left out: {name}: {problem}", file=sys.stderr)
            continue
        yield module
        for found in pkgutil.iter_modules(getattr(module, "__path__", ()), name + "."):
            if not found.name.startswith(LEFT_OUT) and not found.name.endswith("__main__"):
                yield from modules(found.name)


def own(value):
    """Whether a value of a module is the packages' own, and not what the module imports from elsewhere."""
    if isinstance(value, types.ModuleType):
        return False
    module = getattr(value, "__module__", None)
    if not isinstance(module, str):
        return type(value).__module__ not in ("typing", "__future__") and not isinstance(value, bool)
    return module.split(".")[0] in PACKAGES


def marked(module, name):
    """A name of an inner module begins with a `!` where it is not what a public module has by that name."""
    if module.__name__ in PUBLIC or module.__name__.startswith("alembic"):
        return name
    value = getattr(module, name)
    same = any(getattr(importlib.import_module(other), name, None) is value for other in PUBLIC)
    return name if same else "!" + name


def full(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def attributes(cls):
    found = {n for base in cls.__mro__ if ours(base) for n in [*vars(base), *getattr(base, "__annotations__", {})]}
    return {n for n in found if not n.startswith("_")}


def ours(cls):
    return cls.__module__.split(".")[0] in PACKAGES


def main():
    names, classes = {}, {}
    for module in modules():
        public = sorted(n for n in dir(module) if not n.startswith("_") and own(getattr(module, n)))
        if public:
            names[module.__name__] = [marked(module, name) for name in public]
        for name in public:
            value = getattr(module, name)
            if not isinstance(value, type) or not ours(value) or any(part in name for part in INTERNAL_NAMES):
                continue
            if not value.__module__.startswith(INTERNAL):
                classes[full(value)] = value
    lines = [f"{'*' * (module in PUBLIC)}{module}: {' '.join(found)}\n" for module, found in names.items()]
    lines.sort(key=lambda line: (line[0] != "*", PUBLIC.index(line[1 : line.index(":")]) if line[0] == "*" else line))
    (DATA / "modules.txt").write_text("".join(lines))
    lines = []
    for name, cls in sorted(classes.items()):
        # The bases that are listed, without those that one of them has already.
        bases = [base for base in cls.__mro__[1:] if full(base) in classes]
        bases = [base for base in bases if not any(base in other.__mro__[1:] for other in bases)]
        inherited = set().union(*map(attributes, bases)) if bases else set()
        found = sorted(attributes(cls) - inherited)
        if found or bases:
            lines.append(f"{name}({' '.join(map(full, bases))}): {' '.join(found)}\n")
    (DATA / "classes.txt").write_text("".join(lines))


main()
