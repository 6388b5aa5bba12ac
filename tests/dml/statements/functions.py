"""Functions: known ones, packages, FILTER, windows."""

import sqlalchemy as sa
from alembic import op

revision = "dml_functions"
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
    "now": lambda: sa.select(sa.func.now()),
    "current timestamp": lambda: sa.select(sa.func.current_timestamp()),
    "current timestamp precision": lambda: sa.select(sa.func.current_timestamp(3)),
    "current date": lambda: sa.select(sa.func.current_date()),
    "count": lambda: sa.select(sa.func.count()),
    "count column": lambda: sa.select(sa.func.count(users.c.id)),
    "count star": lambda: sa.select(sa.func.count(sa.text("*"))),
    "count distinct": lambda: sa.select(sa.func.count(sa.distinct(users.c.name))),
    "count distinct method": lambda: sa.select(sa.func.count(users.c.name.distinct())),
    "capitals": lambda: sa.select(sa.func.LOWER(users.c.name)),
    "known in capitals": lambda: sa.select(sa.func.NOW()),
    "coalesce": lambda: sa.select(sa.func.coalesce(users.c.name, "x", None)),
    "package": lambda: sa.select(sa.func.pg_catalog.lower(users.c.name)),
    "char length": lambda: sa.select(sa.func.char_length(users.c.name)),
    "random": lambda: sa.select(sa.func.random()),
    "concat": lambda: sa.select(sa.func.concat(users.c.name, "-", users.c.age)),
    "substring": lambda: sa.select(sa.func.substring(users.c.name, 1, 3)),
    "substr": lambda: sa.select(sa.func.substr(users.c.name, 1, 3)),
    "nested": lambda: sa.select(sa.func.upper(sa.func.trim(users.c.name))),
    "label": lambda: sa.select(sa.func.max(users.c.id).label("top")),
    "arithmetic": lambda: sa.select(sa.func.max(users.c.id) + 1),
    "two of a name": lambda: sa.select(
        sa.func.max(users.c.id), sa.func.max(users.c.age)
    ),
    "uuid": lambda: sa.select(sa.func.gen_random_uuid()),
    "sum of product": lambda: sa.select(sa.func.sum(users.c.age * 2)),
    "boolean argument": lambda: sa.select(sa.func.foo(users.c.id == 1, users.c.active)),
    "contains argument": lambda: sa.select(sa.func.foo(users.c.name.contains("x"))),
    "date": lambda: sa.select(sa.func.date(users.c.joined)),
    "strftime": lambda: sa.select(sa.func.strftime("%Y", users.c.joined)),
    "localtimestamp": lambda: sa.select(sa.func.localtimestamp()),
    "user": lambda: sa.select(sa.func.current_user()),
    "aggregate strings": lambda: sa.select(
        sa.func.aggregate_strings(users.c.name, sa.literal_column("','"))
    ),
    "over": lambda: sa.select(
        sa.func.row_number().over(partition_by=users.c.name, order_by=users.c.id.desc())
    ),
    "over several": lambda: sa.select(
        sa.func.sum(users.c.age).over(
            partition_by=[users.c.name, users.c.active],
            order_by=[users.c.id, users.c.age.desc()],
        )
    ),
    "over rows": lambda: sa.select(
        sa.func.sum(users.c.age).over(order_by=users.c.id, rows=(None, 0))
    ),
    "over range": lambda: sa.select(
        sa.func.sum(users.c.age).over(order_by=users.c.id, range_=(-5, 10))
    ),
    "over nothing": lambda: sa.select(sa.func.count().over()),
    "filter": lambda: sa.select(sa.func.count().filter(users.c.age > 5)),
    "filter several": lambda: sa.select(
        sa.func.count().filter(users.c.age > 5, users.c.active)
    ),
    "filter over": lambda: sa.select(sa.func.count().filter(users.c.age > 5).over()),
    "within group": lambda: sa.select(
        sa.func.percentile_cont(0.5).within_group(users.c.age)
    ),
    "within group desc": lambda: sa.select(
        sa.func.mode().within_group(users.c.age.desc())
    ),
    "filter in sum": lambda: sa.select(sa.func.count().filter(users.c.age > 5) + 1),
    "extract": lambda: sa.select(sa.extract("year", users.c.joined)),
    "extract method": lambda: sa.select(
        sa.func.foo(sa.extract("epoch", users.c.joined))
    ),
    "extract unknown": lambda: sa.select(sa.extract("foo", users.c.joined)),
    "tuple": lambda: sa.select(sa.tuple_(users.c.id, 5) == sa.tuple_(1, 2)),
    "case": lambda: sa.select(
        sa.case((users.c.id == 1, "a"), (users.c.id > 2, "b"), else_="c")
    ),
    "case value": lambda: sa.select(
        sa.case({"a": 1, "b": 2}, value=users.c.name, else_=0)
    ),
    "case without else": lambda: sa.select(
        sa.case((sa.and_(users.c.id == 1, users.c.age == 2), users.c.name))
    ),
    "case of bool": lambda: sa.select(sa.case((users.c.active, 1), else_=0)),
    "case of not": lambda: sa.select(
        sa.case(
            (~users.c.active, 1), (~sa.exists().where(orders.c.id == 1), 2), else_=0
        )
    ),
    "case label": lambda: sa.select(sa.case((users.c.id == 1, "a")).label("x")),
    "case in sum": lambda: sa.select(
        sa.func.sum(sa.case((users.c.id == 1, 1), else_=0))
    ),
    "quoted name": lambda: sa.select(sa.func.foo(users.c.id).label("Select")),
    "odd name": lambda: sa.select(getattr(sa.func, "my-func")(1)),
    "type coerce": lambda: sa.select(sa.type_coerce(users.c.age, sa.String) + "x"),
    "type coerce alone": lambda: sa.select(sa.type_coerce(users.c.age, sa.String)),
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
