"""SELECT and its clauses."""

import sqlalchemy as sa
from alembic import op

revision = "dml_selects"
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
    "table": lambda: sa.select(users),
    "columns": lambda: sa.select(users.c.id, users.c.name),
    "labels": lambda: sa.select(users.c.id.label("a"), users.c.name.label("Odd Name")),
    "two tables": lambda: sa.select(users.c.id, orders.c.id),
    "repeated": lambda: sa.select(users.c.id, users.c.id),
    "repeated twice": lambda: sa.select(users.c.id, users.c.id, users.c.id),
    "same label": lambda: sa.select(users.c.id.label("x"), orders.c.id.label("x")),
    "distinct": lambda: sa.select(users.c.name).distinct(),
    "distinct on": lambda: sa.select(users.c.name).distinct(users.c.id),
    "limit": lambda: sa.select(users.c.id).limit(5),
    "offset": lambda: sa.select(users.c.id).offset(5),
    "limit offset": lambda: sa.select(users.c.id).limit(5).offset(10),
    "fetch": lambda: sa.select(users.c.id).fetch(5),
    "fetch ties": lambda: sa.select(users.c.id)
    .order_by(users.c.id)
    .fetch(5, with_ties=True)
    .offset(3),
    "order": lambda: sa.select(users.c.id).order_by(users.c.name, users.c.id.desc()),
    "order asc": lambda: sa.select(users.c.id).order_by(
        sa.asc(users.c.name), sa.desc(users.c.id)
    ),
    "order nulls": lambda: sa.select(users.c.id).order_by(
        users.c.name.desc().nulls_last(), users.c.id.nullsfirst()
    ),
    "order nulls of a sum": lambda: sa.select(users.c.id).order_by(
        (users.c.age + 1).nulls_first()
    ),
    "order by label": lambda: sa.select(users.c.id.label("x")).order_by("x"),
    "order by label desc": lambda: sa.select((users.c.id + 1).label("x")).order_by(
        sa.desc("x")
    ),
    "order by label object": lambda: (lambda x: sa.select(x).order_by(x))(
        (users.c.id + 1).label("x")
    ),
    "order by label object desc": lambda: (lambda x: sa.select(x).order_by(x.desc()))(
        (users.c.id + 1).label("x")
    ),
    "order by column name": lambda: sa.select(users.c.id, users.c.name).order_by(
        "name"
    ),
    "order by unknown": lambda: sa.select(users.c.id).order_by("nothing"),
    "order by text": lambda: sa.select(users.c.id).order_by(sa.text("1")),
    "order by expression": lambda: sa.select(users.c.id).order_by(users.c.age + 1),
    "order by condition": lambda: sa.select(users.c.id).order_by(users.c.age == 1),
    "group": lambda: sa.select(users.c.name, sa.func.count()).group_by(users.c.name),
    "group having": lambda: sa.select(users.c.name, sa.func.count())
    .group_by(users.c.name)
    .having(sa.func.count() > 1),
    "group by label": lambda: sa.select(
        sa.func.lower(users.c.name).label("x")
    ).group_by("x"),
    "group by label object": lambda: (lambda x: sa.select(x).group_by(x))(
        sa.func.lower(users.c.name).label("x")
    ),
    "from": lambda: sa.select(users.c.id).select_from(users),
    "count from": lambda: sa.select(sa.func.count()).select_from(users),
    "literal": lambda: sa.select(1),
    "text columns": lambda: sa.select(sa.text("a, b")).select_from(sa.text("t")),
    "star": lambda: sa.select(sa.text("*")).select_from(users),
    "literal column star": lambda: sa.select(sa.literal_column("*")).select_from(users),
    "for update": lambda: sa.select(users.c.id).with_for_update(),
    "for update nowait": lambda: sa.select(users.c.id).with_for_update(
        nowait=True, of=users
    ),
    "for share": lambda: sa.select(users.c.id).with_for_update(
        read=True, skip_locked=True
    ),
    "for no key": lambda: sa.select(users.c.id).with_for_update(key_share=True),
    "prefix": lambda: sa.select(users.c.id).prefix_with("HINT"),
    "prefix of mysql": lambda: sa.select(users.c.id).prefix_with(
        "SQL_NO_CACHE", dialect="mysql"
    ),
    "suffix": lambda: sa.select(users.c.id).suffix_with("FOO"),
    "where without from": lambda: sa.select(sa.literal_column("1")).where(
        sa.literal_column("1") == 1
    ),
    "schema": lambda: sa.select(sa.table("t", sa.column("a", sa.Integer), schema="s")),
    "schema condition": lambda: (lambda t: sa.select(t.c.a).where(t.c.a == 1))(
        sa.table("t", sa.column("a", sa.Integer), schema="s")
    ),
    "quoted": lambda: sa.select(
        sa.table("Order", sa.column("group"), sa.column("Name"), sa.column("1st"))
    ),
    "table label style": lambda: sa.select(users.c.id, orders.c.id).set_label_style(
        sa.LABEL_STYLE_TABLENAME_PLUS_COL
    ),
    "no table": lambda: sa.select(sa.column("a"), sa.column("b")).where(
        sa.column("c") == 1
    ),
    "add columns": lambda: sa.select(users.c.id).add_columns(users.c.name),
    "with only columns": lambda: sa.select(users).with_only_columns(users.c.id),
    "alias": lambda: (lambda a: sa.select(a.c.id))(users.alias("u")),
    "anonymous alias": lambda: (lambda a: sa.select(a.c.id).where(a.c.name == "x"))(
        users.alias()
    ),
    "two anonymous aliases": lambda: (
        lambda a, b: sa.select(a.c.id, b.c.id).where(a.c.id == b.c.id)
    )(users.alias(), users.alias()),
    "empty where": lambda: sa.select(users.c.id).where(sa.and_(True)),
    "unary columns": lambda: sa.select(-users.c.age, sa.distinct(users.c.name)),
    "table method": lambda: users.select().where(users.c.id == 1),
    "exists column": lambda: sa.select(sa.exists().where(users.c.id == 1)),
    "exists select": lambda: sa.select(
        sa.exists(sa.select(users.c.id).where(users.c.id == 1))
    ),
    "exists method": lambda: sa.select(sa.select(users.c.id).exists()),
    "long label": lambda: sa.select(
        sa.func.coalesce(users.c.id, 1).label(
            "a_very_long_label_that_goes_on_and_on_and_on_and_on_and_on_and_on_end"
        )
    ),
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
