"""Concatenation, LIKE and its relatives."""

import sqlalchemy as sa
from alembic import op

revision = "dml_strings"
down_revision = None

users = sa.table(
    "users",
    sa.column("id", sa.Integer),
    sa.column("name", sa.String),
    sa.column("age", sa.Integer),
    sa.column("active", sa.Boolean),
    sa.column("score", sa.Numeric),
    sa.column("joined", sa.DateTime),
)
orders = sa.table(
    "orders",
    sa.column("id", sa.Integer),
    sa.column("user_id", sa.Integer),
    sa.column("total", sa.Numeric(10, 2)),
    sa.column("status", sa.String),
)

STATEMENTS = {
    "concat": lambda: sa.select(users.c.name + "x"),
    "rconcat": lambda: sa.select("x" + users.c.name),
    "concat method": lambda: sa.select(users.c.name.concat(users.c.age)),
    "three": lambda: sa.select(users.c.name + " " + users.c.name),
    "concat in comparison": lambda: sa.select((users.c.name + "x") == "yx"),
    "literals": lambda: sa.select(sa.literal("a") + "b"),
    "collate": lambda: sa.select(users.c.name.collate("C")),
    "collate order": lambda: sa.select(sa.func.lower(users.c.name).collate("nocase")),
    "like": lambda: sa.select(users.c.id).where(users.c.name.like("a%")),
    "not like": lambda: sa.select(users.c.id).where(users.c.name.not_like("a%")),
    "opposite of like": lambda: sa.select(users.c.id).where(~users.c.name.like("a%")),
    "like escape": lambda: sa.select(users.c.id).where(
        users.c.name.like("a/%", escape="/")
    ),
    "ilike": lambda: sa.select(users.c.id).where(users.c.name.ilike("A%")),
    "not ilike": lambda: sa.select(users.c.id).where(
        ~users.c.name.ilike("A%", escape="#")
    ),
    "notilike": lambda: sa.select(users.c.id).where(users.c.name.notilike("A%")),
    "contains": lambda: sa.select(users.c.id).where(users.c.name.contains("x")),
    "startswith": lambda: sa.select(users.c.id).where(users.c.name.startswith("x")),
    "endswith": lambda: sa.select(users.c.id).where(users.c.name.endswith("x")),
    "not contains": lambda: sa.select(users.c.id).where(~users.c.name.contains("x")),
    "autoescape": lambda: sa.select(users.c.id).where(
        users.c.name.contains("50%_/", autoescape=True)
    ),
    "autoescape with": lambda: sa.select(users.c.id).where(
        users.c.name.startswith("a%b#", autoescape=True, escape="#")
    ),
    "icontains": lambda: sa.select(users.c.id).where(users.c.name.icontains("x")),
    "istartswith": lambda: sa.select(users.c.id).where(~users.c.name.istartswith("x")),
    "iendswith": lambda: sa.select(users.c.id).where(users.c.name.iendswith("x")),
    "contains a column": lambda: sa.select(users.c.id).where(
        users.c.name.contains(users.c.name)
    ),
    "contains a sum": lambda: sa.select(users.c.id).where(
        users.c.name.contains(users.c.name + "x")
    ),
    "and of contains": lambda: sa.select(users.c.id).where(
        sa.and_(users.c.name.contains("x"), users.c.age == 1)
    ),
    "regexp": lambda: sa.select(users.c.id).where(users.c.name.regexp_match("^a")),
    "not regexp": lambda: sa.select(users.c.id).where(~users.c.name.regexp_match("^a")),
    "regexp flags": lambda: sa.select(users.c.id).where(
        users.c.name.regexp_match("^a", flags="im")
    ),
    "match": lambda: sa.select(users.c.id).where(users.c.name.match("word")),
    "not match": lambda: sa.select(users.c.id).where(~users.c.name.match("word")),
    "in": lambda: sa.select(users.c.id).where(users.c.name.in_(["a", "b'c"])),
    "not in": lambda: sa.select(users.c.id).where(users.c.name.not_in(["a"])),
    "opposite of in": lambda: sa.select(users.c.id).where(~users.c.id.in_([1, 2])),
    "in empty": lambda: sa.select(users.c.id).where(users.c.id.in_([])),
    "not in empty": lambda: sa.select(users.c.id).where(users.c.id.not_in([])),
    "in with none": lambda: sa.select(users.c.id).where(users.c.name.in_(["a", None])),
    "in select": lambda: sa.select(users.c.id).where(
        users.c.id.in_(sa.select(orders.c.user_id))
    ),
    "not in select": lambda: sa.select(users.c.id).where(
        users.c.id.not_in(sa.select(orders.c.user_id))
    ),
    "in columns": lambda: sa.select(users.c.id).where(users.c.id.in_([users.c.age, 5])),
    "in tuple": lambda: sa.select(users.c.id).where(
        sa.tuple_(users.c.id, users.c.name).in_([(1, "a"), (2, "b")])
    ),
    "in text": lambda: sa.select(users.c.id).where(users.c.id.in_(sa.text("select 1"))),
    "in bindparam": lambda: sa.select(users.c.id).where(
        users.c.id.in_(sa.bindparam("ids", [1, 2], expanding=True))
    ),
    "in generator": lambda: sa.select(users.c.id).where(users.c.id.in_(list(range(3)))),
    "regexp replace": lambda: sa.select(users.c.name.regexp_replace("a", "b")),
    "regexp replace flags": lambda: sa.select(
        users.c.name.regexp_replace("a", "b", flags="g")
    ),
    "like in case": lambda: sa.select(sa.case((users.c.name.like("a%"), 1), else_=0)),
}


def upgrade():
    for name, make in STATEMENTS.items():
        op.execute("-- " + name)
        try:
            op.execute(make())
        except Exception as error:
            message = type(error).__name__ + ": " + str(error)
            op.execute(
                sa.text("error " + message.replace("\\", "\\\\").replace(":", "\\:"))
            )
