"""Write the tables of a project's metadata as a module of plain Core tables.

Limbec passes this text to a Python that has the application, with the project described by one argument in JSON.
"""

import importlib
import json
import os
import re
import sys


class Done(BaseException):
    """env.py has said what its target_metadata is."""


def models_of_env(project):
    """target_metadata, as env.py passes it to context.configure()."""
    import types

    try:
        from alembic.config import Config
        import alembic
    except ImportError:
        sys.exit("this Python has no alembic to run env.py with: set models = module:attribute in [limbec]")
    config = Config(project["config"], ini_section=project["section"])
    context = types.ModuleType("alembic.context")

    def configure(*args, **options):
        raise Done(options.get("target_metadata"))

    def nothing(*args, **options):
        return None

    context.config = config
    context.configure = configure
    context.is_offline_mode = lambda: True
    context.get_x_argument = lambda as_dictionary=False: {} if as_dictionary else []
    context.get_tag_argument = nothing
    context.begin_transaction = context.run_migrations = context.execute = nothing
    alembic.context = sys.modules["alembic.context"] = context
    with open(project["env"], encoding="utf-8") as file:
        text = file.read()
    try:
        exec(compile(text, project["env"], "exec"), {"__name__": "env_py", "__file__": project["env"]})
    except Done as done:
        return done.args[0]
    sys.exit("env.py has not called context.configure()")


def models_named(name):
    module, _, attribute = name.partition(":")
    found = importlib.import_module(module)
    for part in (attribute or "metadata").split("."):
        found = getattr(found, part)
    return found


class Writer:
    def __init__(self, dialect):
        import sqlalchemy

        self.sa = sqlalchemy
        family = importlib.import_module("sqlalchemy.dialects." + dialect)
        base = {"postgresql": "PGDialect", "mysql": "MySQLDialect"}.get(dialect)
        found = getattr(importlib.import_module("sqlalchemy.dialects." + dialect + ".base"), base or "SQLiteDialect")
        self.family = family
        self.dialect = found(paramstyle="named")
        self.imports = {"import sqlalchemy as sa", "from sqlalchemy.dialects import " + dialect}

    def sql(self, clause):
        options = {"literal_binds": True, "include_table": False}
        return str(clause.compile(dialect=self.dialect, compile_kwargs=options))

    def text(self, clause):
        words = clause if isinstance(clause, str) else self.sql(clause)
        return "sa.text(%r)" % re.sub(r"(?<![:\w\\]):(?=\w)", r"\\:", words)

    def name(self, thing):
        name = thing.name
        if not isinstance(name, str):
            return []
        if isinstance(name, self.sa.sql.elements.conv):
            return ["name=sa.sql.elements.conv(%r)" % str(name)]
        return ["name=%r" % str(name)]

    def type(self, kind):
        # A type may stand for another one on this database.
        variants = getattr(kind, "_variant_mapping", None) or {}
        return self.plain(variants.get(self.dialect.name, kind))

    def plain(self, kind):
        sa = self.sa
        module = type(kind).__module__
        own = not module.startswith("sqlalchemy.")
        if own and isinstance(kind, sa.types.TypeDecorator):
            return self.type(kind.load_dialect_impl(self.dialect))
        prefix = "sa."
        if module.startswith("sqlalchemy.dialects."):
            family = module.split(".")[2]
            self.imports.add("from sqlalchemy.dialects import " + family)
            prefix = family + "."
        elif own and not hasattr(sa, type(kind).__name__):
            self.imports.add("import " + module)
            prefix = module + "."
        name = type(kind).__name__
        if isinstance(kind, sa.Enum):
            parts = [repr(str(value)) for value in kind.enums]
            for option in ("name", "schema"):
                if getattr(kind, option, None) is not None:
                    parts.append("%s=%r" % (option, str(getattr(kind, option))))
            if prefix == "sa.":
                parts.append("native_enum=%r" % kind.native_enum)
                parts.append("create_constraint=%r" % kind.create_constraint)
                parts.append("length=%r" % kind.length)
            return prefix + name + "(" + ", ".join(parts) + ")"
        if isinstance(kind, sa.ARRAY):
            return "%s%s(%s, dimensions=%r)" % (prefix, name, self.type(kind.item_type), kind.dimensions)

        def nested(match):
            found = match.group(1)
            return ("sa." if hasattr(sa, found) else self.dialect.name + ".") + found + "("

        shown = repr(kind)
        head, bracket, rest = shown.partition("(")
        return prefix + head + bracket + re.sub(r"(?<![\w.'])([A-Z]\w*)\(", nested, rest)

    def sequence_options(self, thing):
        names = ("start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache", "order")
        found = ((name, getattr(thing, name, None)) for name in names)
        return ["%s=%r" % pair for pair in found if pair[1] is not None]

    def column(self, column):
        parts = [repr(str(column.name)), self.type(column.type)]
        if column.computed is not None:
            words = [self.text(column.computed.sqltext)]
            if column.computed.persisted is not None:
                words.append("persisted=%r" % column.computed.persisted)
            parts.append("sa.Computed(%s)" % ", ".join(words))
        elif column.identity is not None:
            words = ["always=%r" % column.identity.always] + self.sequence_options(column.identity)
            parts.append("sa.Identity(%s)" % ", ".join(words))
        elif column.server_default is not None:
            default = getattr(column.server_default, "arg", None)
            if default is None:
                pass
            elif isinstance(default, str):
                parts.append("server_default=%r" % default)
            else:
                parts.append("server_default=" + self.text(default))
        if column.autoincrement != "auto":
            parts.append("autoincrement=%r" % column.autoincrement)
        parts.append("nullable=%r" % column.nullable)
        if column.comment is not None:
            parts.append("comment=%r" % column.comment)
        return "sa.Column(%s)" % ", ".join(parts)

    def dialect_options(self, thing):
        parts = []
        for key, value in dict(thing.dialect_kwargs).items():
            if not key.startswith(self.dialect.name + "_") or value is None:
                continue
            plain = isinstance(value, (str, int, bool, float, list, tuple, dict))
            parts.append("%s=%s" % (key, repr(value) if plain else self.text(value)))
        return parts

    def constraint(self, constraint):
        sa = self.sa
        name = self.name(constraint)
        for option in ("deferrable", "initially"):
            if getattr(constraint, option, None) is not None:
                name.append("%s=%r" % (option, getattr(constraint, option)))
        columns = [repr(str(column.name)) for column in getattr(constraint, "columns", ())]
        options = name + self.dialect_options(constraint)
        if isinstance(constraint, sa.PrimaryKeyConstraint):
            return "sa.PrimaryKeyConstraint(%s)" % ", ".join(columns + options) if columns else None
        if isinstance(constraint, sa.UniqueConstraint):
            return "sa.UniqueConstraint(%s)" % ", ".join(columns + options)
        if isinstance(constraint, sa.ForeignKeyConstraint):
            for option in ("ondelete", "onupdate", "match"):
                if getattr(constraint, option) is not None:
                    options.append("%s=%r" % (option, getattr(constraint, option)))
            if constraint.use_alter:
                options.append("use_alter=True")
            targets = [element.target_fullname for element in constraint.elements]
            return "sa.ForeignKeyConstraint([%s], %r%s)" % (", ".join(columns), targets, "".join(", " + o for o in options))
        if type(constraint) is sa.CheckConstraint:
            return "sa.CheckConstraint(%s)" % ", ".join([self.text(constraint.sqltext)] + options)
        raise SystemExit("not supported yet: %r of the table %s" % (constraint, constraint.table))

    def index(self, index):
        sa = self.sa
        parts = [repr(str(index.name)) if index.name is not None else "None"]
        for expression in index.expressions:
            plain = isinstance(expression, sa.Column)
            parts.append(repr(str(expression.name)) if plain else self.text(expression))
        parts.append("unique=%r" % bool(index.unique))
        return "sa.Index(%s)" % ", ".join(parts + self.dialect_options(index))

    def table(self, table, metadata):
        parts = [repr(str(table.name)), metadata]
        parts += [self.column(column) for column in table.columns]
        for constraint in sorted(table.constraints, key=lambda one: one._creation_order):
            if not getattr(constraint, "_type_bound", False):
                parts.append(self.constraint(constraint))
        parts += [self.index(index) for index in sorted(table.indexes, key=lambda one: str(one.name))]
        if table.schema is not None:
            parts.append("schema=%r" % str(table.schema))
        if table.comment is not None:
            parts.append("comment=%r" % table.comment)
        parts += self.dialect_options(table)
        return "sa.Table(%s)" % ",\n    ".join(part for part in parts if part)

    def module(self, target):
        metadatas = list(target) if isinstance(target, (list, tuple, set, frozenset)) else [target]
        lines = []
        for place, metadata in enumerate(metadatas):
            name = "metadata_%d" % place
            convention = {
                key: value
                for key, value in metadata.naming_convention.items()
                if isinstance(key, str) and isinstance(value, str)
            }
            lines.append("%s = sa.MetaData(naming_convention=%r)" % (name, convention))
            lines += [self.table(table, name) for table in metadata.tables.values()]
        names = ", ".join("metadata_%d" % place for place in range(len(metadatas)))
        lines.append("target_metadata = [%s]" % names)
        return "\n".join(sorted(self.imports) + lines) + "\n"


def main():
    project = json.loads(sys.argv[1])
    # What the project prints must not stand in the answer.
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.path[:0] = [os.path.abspath(path) for path in project["paths"]]
    target = models_named(project["models"]) if project["models"] else models_of_env(project)
    if target is None:
        sys.exit("env.py has no target_metadata")
    answer.write(json.dumps({"limbec": 1, "module": Writer(project["dialect"]).module(target)}))
    answer.close()


main()
