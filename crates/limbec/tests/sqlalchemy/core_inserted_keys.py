import sqlalchemy as sa

metadata = sa.MetaData()
part = sa.Table("part", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)))
pair = sa.Table(
    "pair", metadata, sa.Column("a", sa.Integer, primary_key=True), sa.Column("b", sa.String(5), primary_key=True),
    sa.Column("n", sa.Integer),
)
engine = sa.create_engine("sqlite://")
with engine.begin() as connection:
    metadata.create_all(connection)
    result = connection.execute(part.insert().values(name="screw"))
    print(result.inserted_primary_key, result.inserted_primary_key_rows, result.inserted_primary_key.id)
    result = connection.execute(part.insert(), {"name": "nut"})
    print(tuple(result.inserted_primary_key), [tuple(row) for row in result.inserted_primary_key_rows])
    result = connection.execute(part.insert(), [{"id": 10, "name": "washer"}, {"id": 11, "name": "pin"}])
    print([tuple(row) for row in result.inserted_primary_key_rows])
    try:
        print(result.inserted_primary_key)
    except sa.exc.InvalidRequestError as problem:
        print(problem)
    result = connection.execute(pair.insert(), [{"a": 1, "b": "x"}, {"a": 2, "b": "y", "n": 3}])
    print([(row.a, row.b) for row in result.inserted_primary_key_rows])
    result = connection.execute(pair.insert().values(a=3, b="z"))
    print(result.inserted_primary_key_rows[0]._mapping["b"], len(result.inserted_primary_key_rows))
    result = connection.execute(part.insert().values([{"id": 20, "name": "p"}, {"id": 21, "name": "q"}]))
    print(result.inserted_primary_key_rows)
    for statement in (sa.select(part.c.id), part.update().values(name="x"), sa.text("DELETE FROM pair")):
        try:
            print(connection.execute(statement).inserted_primary_key_rows)
        except sa.exc.InvalidRequestError as problem:
            print(problem)
