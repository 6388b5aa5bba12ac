"""Columns, constraints, indexes, tables and metadata: what they print and what they answer."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def attempt(function):
    try:
        print(function())
    except Exception as problem:
        print(type(problem).__name__, str(problem).split("\n")[0].split("(Background")[0])


print(repr(sa.Column("id", sa.Integer, primary_key=True)))
print(repr(sa.Column("name", sa.String(50), nullable=False, server_default="x")))
print(repr(sa.Column("name", sa.String(50), sa.ForeignKey("users.name"), comment="c")))
print(repr(sa.Column("name", sa.String(50), key="other")))
print(repr(sa.Column(sa.Integer, name="n")))
print(repr(sa.Column("at", sa.DateTime(), default=5)))
column = sa.Column("id", sa.Integer(), nullable=False, index=True, unique=True, comment="key", info={"a": 1})
print(column.name, column.key, column.type, column.nullable, column.primary_key, column.index, column.unique)
print(column.comment, column.info, column.autoincrement, column.default, column.server_default, column.table)
print(sa.Column("a", sa.Integer, primary_key=True).nullable, sa.Column("a").type, sa.Column("a", sa.Integer).nullable)
print(str(sa.Column("a", sa.Integer)))
defaulted = sa.Column("at", sa.DateTime, server_default=sa.text("now()"), default=lambda: 3)
print(defaulted.server_default.arg.text, defaulted.default.is_callable, defaulted.default.is_scalar)
print(sa.Column("a", sa.Integer, default=5).default.arg, sa.Column("a", sa.Integer, server_default="5").server_default.arg)
attempt(lambda: sa.Column("a", "b"))
attempt(lambda: sa.Column("a", sa.Integer, name="b"))
attempt(lambda: sa.Column("a", sa.Integer, type_=sa.String))
attempt(lambda: sa.Column("a", sa.Integer, quote=True, nonsense=1))
attempt(lambda: sa.Column("a", sa.Integer, server_default=5))

metadata = sa.MetaData()
users = sa.Table(
    "users",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(50), nullable=False, index=True),
    sa.Column("email", sa.String, unique=True),
    sa.UniqueConstraint("name", "email", name="uq"),
    sa.CheckConstraint("id > 0", name="positive"),
    sa.Index("ix_both", "name", "email"),
)
orders = sa.Table(
    "orders",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    sa.Column("note", sa.Text),
)
print(repr(users))
print(str(users), users.name, users.schema, users.key, users.fullname)
print(users.c.keys(), users.columns.keys(), [column.name for column in users.c], len(users.c))
print(users.c.id, users.c["name"].type, "id" in users.c, "x" in users.c, users.c.get("x"))
print(users.c.id.table is users, users.c[0].name, [c.name for c in users.primary_key])
print(users.c.values()[1].name, [key for key, _ in users.c.items()])
print(sorted(type(c).__name__ for c in users.constraints))
print(sorted(str(i.name) for i in users.indexes), sorted([c.name for c in i.columns] for i in users.indexes))
print(list(orders.c.user_id.foreign_keys)[0], list(orders.c.user_id.foreign_keys)[0].target_fullname)
print(list(orders.c.user_id.foreign_keys)[0].column, list(orders.foreign_keys)[0].ondelete)
print([t.name for t in metadata.sorted_tables], list(metadata.tables), "users" in metadata)
print(users is metadata.tables["users"], users.c.id.references(orders.c.id), orders.c.user_id.references(users.c.id))
attempt(lambda: users.c.nothing)
attempt(lambda: users.c["nothing"])
attempt(lambda: sa.Table("users", metadata, sa.Column("x", sa.Integer)))
attempt(lambda: sa.Table("t", metadata, sa.Column("x", sa.Integer), sa.Column("x", sa.Integer)))
attempt(lambda: sa.Table("t2", metadata, sa.Column("x", sa.Integer), sa.UniqueConstraint("y")))
attempt(lambda: sa.Table("t3", metadata, "x"))
attempt(lambda: sa.ForeignKeyConstraint(["a", "b"], ["t.a"]))
print(repr(sa.ForeignKey("users.id")), repr(sa.Index("ix", "a", sa.text("lower(b)"), unique=True))[:12])
print(repr(metadata), repr(sa.Sequence("s")), repr(sa.Identity()), repr(sa.PrimaryKeyConstraint("a", name="pk")))
print(repr(sa.DefaultClause("x")), repr(sa.FetchedValue()))
other = sa.MetaData(schema="app", naming_convention={"pk": "pk_%(table_name)s"})
scoped = sa.Table("things", other, sa.Column("id", sa.Integer, primary_key=True))
print(scoped.schema, scoped.fullname, other.naming_convention["pk"], list(other.tables))
copied = users.c.name._copy()
print(repr(copied), copied.table)
print(sa.schema.conv("x") == "x", type(sa.schema.conv("x")).__name__, sa.sql.quoted_name("a", True).quote)
light = sa.table("accounts", sa.column("id", sa.Integer), sa.column("name"))
print(light.c.id.type, light.c.name.type, light.c.keys(), str(light), light.name)
print(postgresql.ExcludeConstraint(("a", "="), using="gist").using)
users.append_column(sa.Column("late", sa.Integer))
print(users.c.keys())
