"""`schema_translate_map` for tables without a schema; a table of no MetaData stays where it is."""

import sqlalchemy as sa

engine = sa.create_engine("sqlite://")
connection = engine.connect()
if connection.dialect.name == "sqlite":
    connection.exec_driver_sql("ATTACH ':memory:' AS tenant")
else:
    connection.exec_driver_sql("CREATE SCHEMA tenant")
connection.exec_driver_sql("CREATE TABLE plain (id INTEGER)")
connection.exec_driver_sql("INSERT INTO plain VALUES (7)")
connection.commit()
connection.execution_options(schema_translate_map={None: "tenant"})

metadata = sa.MetaData()
plain = sa.Table(
    "plain", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Enum("a", "b", name="kind")),
    sa.Column("parent", sa.ForeignKey("plain.id")),
)
light = sa.table("plain", sa.column("id", sa.Integer))
metadata.create_all(connection)
metadata.create_all(connection)
connection.execute(plain.insert(), [{"id": 1, "kind": "a"}, {"id": 2, "kind": "b"}])
connection.execute(plain.insert().values(id=3, parent=1))
print(connection.execute(sa.select(plain.c.id, plain.c.kind, plain.c.parent).order_by(plain.c.id)).all())
print(connection.scalars(sa.select(light)).all())
print(connection.scalar(sa.select(sa.func.count()).select_from(plain)))
parent = plain.alias()
print(connection.execute(sa.select(plain.c.id, parent.c.kind).join(parent, parent.c.id == plain.c.parent)).all())
print(connection.execute(sa.select(sa.cast(sa.literal("a"), plain.c.kind.type))).scalar())
print(connection.execute(sa.text("select count(*) from plain")).scalar())
sa.Index("ix_plain_kind", plain.c.kind).create(connection)
print([found["name"] for found in sa.inspect(connection).get_indexes("plain", schema="tenant")])
connection.commit()
metadata.drop_all(connection)
print(sa.inspect(connection).get_table_names(), sa.inspect(connection).get_table_names(schema="tenant"))
