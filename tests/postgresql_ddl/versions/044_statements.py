"""Statements with values, as texts, constructs, and by the driver."""

import datetime
import decimal

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "044"
down_revision = "043"


def upgrade():
    bind = op.get_bind()
    op.create_table("statements", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Text()), sa.Column("n", sa.Numeric()), sa.Column("data", postgresql.JSONB()), sa.Column("at", sa.DateTime(timezone=True)), sa.Column("tags", postgresql.ARRAY(sa.Text())), sa.Column("flag", sa.Boolean()), sa.Column("raw", sa.LargeBinary()))
    op.execute("INSERT INTO statements (a) VALUES ('back\\slash'), ('100%'), ('a\\:b'), (E'tab\\there')")
    op.execute(sa.text("INSERT INTO statements (a, n) VALUES (:a, :n)").bindparams(a="it's \\ 50% :x", n=5))
    bind.execute(sa.text("INSERT INTO statements (a, flag) VALUES (:a, :flag)"), {"a": "by bind", "flag": True})
    bind.execute(sa.text("INSERT INTO statements (a) VALUES (:a)"), [{"a": "one"}, {"a": "two"}, {"a": None}])
    bind.exec_driver_sql("INSERT INTO statements (a) VALUES ('driver')")
    bind.exec_driver_sql("INSERT INTO statements (a, n) VALUES (%s, %s)", ("driver %", 1.5))
    bind.exec_driver_sql("INSERT INTO statements (a) VALUES (%(a)s)", {"a": "named"})
    t = sa.table("statements", sa.column("id", sa.Integer), sa.column("a", sa.Text), sa.column("n", sa.Numeric), sa.column("data", postgresql.JSONB), sa.column("at", sa.DateTime(timezone=True)), sa.column("tags", postgresql.ARRAY(sa.Text)), sa.column("flag", sa.Boolean), sa.column("raw", sa.LargeBinary))
    op.execute(t.insert().values(a="core", n=decimal.Decimal("12.50"), data={"k": ["é", None, 1.5, True]}, at=datetime.datetime(2024, 2, 29, 12, 30, tzinfo=datetime.timezone.utc), tags=["a", "b,c", 'd"e', "\\"], flag=False, raw=b"\x00\xff'"))
    op.execute(t.update().where(t.c.a == "core").values(a=t.c.a + "-updated"))
    op.bulk_insert(t, [{"a": "bulk 1", "data": [1, 2]}, {"a": "bulk 2", "data": None}, {"a": "bulk 3 \\ %", "data": {"x": "\\ % '"}}])
    found = bind.execute(sa.select(t.c.id, t.c.a, t.c.data).where(t.c.a.like("bulk%")).order_by(t.c.id)).fetchall()
    for row in found:
        bind.execute(t.update().where(t.c.id == row.id).values(n=len(row.a), tags=[row[1]]))
    op.execute(t.delete().where(t.c.a.in_(["one", "named"])))
    new_id = bind.execute(postgresql.insert(t).values(id=1000, a="conflict").on_conflict_do_update(index_elements=["id"], set_={"a": "again"}).returning(t.c.id)).scalar_one()
    bind.execute(postgresql.insert(t).values(id=new_id, a="conflict").on_conflict_do_update(index_elements=["id"], set_={"a": sa.literal_column("EXCLUDED.a") + "!"}))
    count = bind.execute(sa.text("SELECT count(*) FROM statements WHERE a LIKE '%%' AND a <> 'x%'")).scalar()
    op.execute(f"INSERT INTO statements (a) VALUES ('counted {count}')")


def downgrade():
    op.drop_table("statements")
