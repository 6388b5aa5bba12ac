"""AND, OR, NOT, and truth values where there is no boolean type."""

import sqlalchemy as sa
from alembic import op

revision = "dml_boolean"
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
    "column alone": lambda: sa.select(users.c.id).where(users.c.active),
    "not column": lambda: sa.select(users.c.id).where(~users.c.active),
    "not not column": lambda: sa.select(users.c.id).where(~~users.c.active),
    "true": lambda: sa.select(users.c.id).where(sa.true()),
    "false": lambda: sa.select(users.c.id).where(sa.false()),
    "python true": lambda: sa.select(users.c.id).where(True),
    "and": lambda: sa.select(users.c.id).where(
        sa.and_(users.c.age > 1, users.c.active)
    ),
    "or": lambda: sa.select(users.c.id).where(sa.or_(users.c.age > 1, ~users.c.active)),
    "operators": lambda: sa.select(users.c.id).where(
        (users.c.age > 1) & (users.c.age < 9) | users.c.active
    ),
    "nested and": lambda: sa.select(users.c.id).where(
        sa.and_(users.c.age > 1, sa.and_(users.c.id > 2, users.c.id < 3))
    ),
    "or inside and": lambda: sa.select(users.c.id).where(
        sa.and_(sa.or_(users.c.id == 1, users.c.id == 2), users.c.age == 3)
    ),
    "and inside or": lambda: sa.select(users.c.id).where(
        sa.or_(sa.and_(users.c.id == 1, users.c.id == 2), users.c.age == 3)
    ),
    "true drops out": lambda: sa.select(users.c.id).where(
        sa.and_(sa.true(), users.c.age > 1)
    ),
    "false wins": lambda: sa.select(users.c.id).where(
        sa.and_(sa.false(), users.c.age > 1)
    ),
    "or true wins": lambda: sa.select(users.c.id).where(
        sa.or_(sa.true(), users.c.age > 1)
    ),
    "or false drops out": lambda: sa.select(users.c.id).where(
        sa.or_(sa.false(), users.c.active)
    ),
    "only true": lambda: sa.select(users.c.id).where(sa.and_(sa.true())),
    "not and": lambda: sa.select(users.c.id).where(
        ~sa.and_(users.c.id == 1, users.c.age == 2)
    ),
    "not or": lambda: sa.select(users.c.id).where(
        sa.not_(sa.or_(users.c.id == 1, users.c.age == 2))
    ),
    "not not and": lambda: sa.select(users.c.id).where(
        ~~sa.and_(users.c.id == 1, users.c.age == 2)
    ),
    "not single": lambda: sa.select(users.c.id).where(~sa.and_(users.c.id == 1)),
    "not function": lambda: sa.select(users.c.id).where(~sa.func.foo(users.c.id)),
    "boolean function": lambda: sa.select(users.c.id).where(
        sa.func.foo(users.c.id, type_=sa.Boolean)
    ),
    "not boolean function": lambda: sa.select(users.c.id).where(
        ~sa.func.foo(users.c.id, type_=sa.Boolean)
    ),
    "text condition": lambda: sa.select(users.c.id).where(sa.text("a = 1")),
    "text in and": lambda: sa.select(users.c.id).where(
        sa.and_(sa.text("a = 1"), users.c.id == 2)
    ),
    "text in or": lambda: sa.select(users.c.id).where(
        sa.or_(sa.text("a = 1 AND b = 2"), users.c.id == 2)
    ),
    "case": lambda: sa.select(users.c.id).where(
        sa.case((users.c.id == 1, True), else_=False)
    ),
    "cast boolean": lambda: sa.select(users.c.id).where(
        sa.cast(users.c.name, sa.Boolean)
    ),
    "literal true": lambda: sa.select(users.c.id).where(sa.literal(True)),
    "single or": lambda: sa.select(users.c.id).where(sa.or_(users.c.active)),
    "exists": lambda: sa.select(users.c.id).where(
        sa.exists().where(orders.c.user_id == users.c.id)
    ),
    "not exists": lambda: sa.select(users.c.id).where(
        ~sa.exists().where(orders.c.user_id == users.c.id)
    ),
    "several where": lambda: sa.select(users.c.id)
    .where(users.c.id == 1)
    .where(users.c.active, ~users.c.active),
    "where true and more": lambda: sa.select(users.c.id)
    .where(sa.true())
    .where(users.c.id == 1),
    "where or and more": lambda: sa.select(users.c.id)
    .where(sa.or_(users.c.id == 1, users.c.id == 2))
    .where(users.c.age == 1),
    "selected truth": lambda: sa.select(
        users.c.active, ~users.c.active, sa.true(), users.c.age > 1, ~(users.c.age > 1)
    ),
    "filter by": lambda: sa.select(users.c.id).filter_by(name="x", age=None),
    "having truth": lambda: sa.select(users.c.id)
    .group_by(users.c.id)
    .having(users.c.active),
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
