"""INSERT."""

import datetime
import decimal

import sqlalchemy as sa
from alembic import op

revision = "dml_insert"
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
metadata = sa.MetaData()
accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20)),
)
defaults = sa.Table(
    "defaults",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20)),
    sa.Column("state", sa.String(20), default="new"),
    sa.Column("made", sa.DateTime, default=sa.func.now()),
    sa.Column("changed", sa.DateTime, onupdate=sa.func.now()),
)
keyed = sa.Table("keyed", metadata, sa.Column("code", sa.String, primary_key=True))

STATEMENTS = {
    "values": lambda: users.insert().values(id=1, name="a", active=True),
    "order of the table": lambda: sa.insert(users).values(name="a", id=1),
    "dictionary": lambda: sa.insert(users).values({"id": 1, "name": None}),
    "columns as keys": lambda: sa.insert(users).values({users.c.id: 1}),
    "rows": lambda: sa.insert(users).values(
        [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]
    ),
    "rows with a gap": lambda: sa.insert(users).values(
        [{"id": 1, "name": "a"}, {"id": 2}]
    ),
    "positional": lambda: sa.insert(
        sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.Integer))
    ).values((1, 2)),
    "no values": lambda: users.insert(),
    "unknown column": lambda: users.insert().values(foo=1),
    "function": lambda: users.insert().values(id=1, joined=sa.func.now()),
    "expression": lambda: users.insert().values(id=sa.literal(1) + 2),
    "subquery": lambda: users.insert().values(
        id=sa.select(sa.func.max(orders.c.id)).scalar_subquery(), name="x"
    ),
    "text": lambda: users.insert().values(id=sa.text("1 + 2")),
    "null": lambda: users.insert().values(id=1, name=sa.null()),
    "bindparam": lambda: users.insert().values(id=sa.bindparam("b_id", 5)),
    "from select": lambda: sa.insert(orders).from_select(
        ["user_id", "status"],
        sa.select(users.c.id, sa.literal("new")).where(users.c.active),
    ),
    "from select with cte": lambda: (
        lambda c: sa.insert(orders).from_select(["user_id"], sa.select(c.c.id))
    )(sa.select(users.c.id).cte("c")),
    "returning": lambda: users.insert()
    .values(id=1)
    .returning(users.c.id, users.c.name),
    "returning label": lambda: users.insert()
    .values(id=1)
    .returning(users.c.id.label("x")),
    "prefix": lambda: users.insert().values(id=1).prefix_with("OR IGNORE"),
    "prefix of a dialect": lambda: users.insert()
    .values(id=1)
    .prefix_with("OR REPLACE", dialect="sqlite"),
    "schema": lambda: sa.insert(
        sa.table("t", sa.column("a", sa.Integer), schema="s")
    ).values(a=1),
    "datetime": lambda: users.insert().values(
        joined=datetime.datetime(2020, 1, 2, 3, 4, 5)
    ),
    "decimal": lambda: orders.insert().values(total=decimal.Decimal("5.10")),
    "quoted": lambda: sa.insert(
        sa.table("Order", sa.column("group", sa.String))
    ).values(group="x"),
    "real table": lambda: accounts.insert().values(name="a"),
    "real table with key": lambda: accounts.insert().values(id=1, name="a"),
    "real table, key by function": lambda: accounts.insert().values(
        id=sa.func.nextval("s"), name="a"
    ),
    "real table inline": lambda: accounts.insert().inline().values(name="a"),
    "real table rows": lambda: accounts.insert().values([{"name": "a"}, {"name": "b"}]),
    "real table default": lambda: defaults.insert().values(name="a"),
    "real table returning": lambda: accounts.insert()
    .values(name="a")
    .returning(accounts.c.id),
    "string key": lambda: keyed.insert().values(code="a"),
    "real table without values": lambda: accounts.insert().values(),
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
