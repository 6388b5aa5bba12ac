"""`schema_translate_map` of engines, connections, statements, calls and sessions."""

import sqlalchemy as sa
from sqlalchemy import orm

engine = sa.create_engine("sqlite://")
connection = engine.connect()
if connection.dialect.name == "sqlite":
    connection.exec_driver_sql("ATTACH ':memory:' AS tenant")
else:
    connection.exec_driver_sql("CREATE SCHEMA tenant")
    connection.commit()

metadata = sa.MetaData()
plain = sa.Table(
    "plain", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Enum("a", "b", name="kind")),
)
owned = sa.Table(
    "owned", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("n", sa.Integer, index=True),
    schema="per",
)


def where():
    found = sa.inspect(connection)
    tables = {name: found.get_table_names(schema=name) for name in (None, "tenant")}
    print({name: sorted(set(names) & {"plain", "owned"}) for name, names in tables.items()})


metadata.create_all(engine.execution_options(schema_translate_map={"per": "tenant"}))
where()
connection.rollback()
print(connection.scalar(sa.select(sa.func.count(owned.c.id)).execution_options(schema_translate_map={"per": "tenant"})))
connection.rollback()
connection.execution_options(schema_translate_map={"per": "tenant"})
metadata.create_all(connection)
connection.execute(owned.insert(), [{"id": 1, "n": 5}, {"id": 2, "n": 6}])
connection.execute(owned.insert().values(id=3, n=7))
print(connection.execute(sa.select(owned).order_by(owned.c.id)).all())
print(connection.execute(sa.text("select count(*) from tenant.owned")).scalar())
alias = owned.alias("x")
connection.execute(sa.update(owned).where(owned.c.n > 5).values(n=owned.c.n + 1))
print(connection.scalars(sa.select(alias.c.n).where(alias.c.id.in_(sa.select(owned.c.id)))).all())
connection.execute(sa.delete(owned).where(owned.c.id == 1))
print(sorted(connection.execute(sa.select(sa.func.count(), sa.func.max(owned.c.n)).select_from(owned)).one()))
connection.execute(plain.insert().values(id=1, kind="a"))
print(connection.execute(sa.select(plain.c.kind, owned.c.n).where(owned.c.id == 2)).all())
connection.commit()

# The call goes before the connection, which goes before the statement.
connection.execution_options(schema_translate_map=None)
try:
    connection.execute(sa.select(owned))
except sa.exc.DBAPIError as problem:
    print(type(problem).__name__)
connection.rollback()
print(connection.scalar(sa.select(sa.func.count()).select_from(owned), execution_options={"schema_translate_map": {"per": "tenant"}}))
try:
    connection.execute(sa.select(owned).execution_options(schema_translate_map={"per": "tenant"}))
except sa.exc.DBAPIError as problem:
    print(type(problem).__name__)
connection.rollback()
connection.execution_options(schema_translate_map={})


class Base(orm.DeclarativeBase):
    metadata = metadata


class Owned(Base):
    __table__ = owned


session = orm.Session(connection)
session.connection(execution_options={"schema_translate_map": {"per": "tenant"}})
session.add(Owned(id=9, n=9))
session.flush()
print([o.n for o in session.scalars(sa.select(Owned).order_by(Owned.id))])
session.commit()
connection.execution_options(schema_translate_map={})
found = orm.Session(connection).execute(sa.select(Owned.id).order_by(Owned.id), execution_options={"schema_translate_map": {"per": "tenant"}})
print(found.all())
connection.rollback()
metadata.drop_all(connection.execution_options(schema_translate_map={"per": "tenant"}))
where()
