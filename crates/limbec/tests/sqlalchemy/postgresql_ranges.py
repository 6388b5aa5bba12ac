import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import Range

engine = sa.create_engine("sqlite://")
table = sa.Table(
    "stay",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("days", postgresql.DATERANGE),
    sa.Column("rooms", postgresql.INT4RANGE),
    sa.Column("price", postgresql.NUMRANGE),
    sa.Column("during", postgresql.TSTZRANGE),
    sa.Column("spans", postgresql.ARRAY(postgresql.INT4RANGE)),
)
day = datetime.date
with engine.begin() as connection:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SET timezone = 'UTC'"))
        NumericRange, DateRange = map(type, connection.execute(sa.text("SELECT int4range(1, 2), daterange(NULL, NULL)")).one())
        for text in (
            "int4range(1, 5)", "int8range(1, 5, '[]')", "numrange(1.5, NULL)", "'empty'::int4range", "int4range(NULL, NULL)",
            "daterange('2026-01-01', '2026-01-08')", "tsrange('2026-01-01 10:00', '2026-01-01 12:30:01.5', '(]')",
            "tstzrange('2026-01-01 10:00+02', NULL)", "ARRAY[int4range(1, 2), NULL, int4range(3, 4)]", "NULL::daterange",
        ):
            found = connection.execute(sa.text("SELECT " + text)).scalar()
            print(text, type(found).__name__, repr(found), str(found))
        found = connection.execute(sa.text("SELECT int4range(1, 5)")).scalar_one()
        print(found.lower, found.upper, found.lower_inc, found.upper_inc, found.lower_inf, found.isempty, bool(found), found._bounds)
        print(found == NumericRange(1, 5), found != NumericRange(1, 6), 4 in found, 5 in found, found < NumericRange(2, 3), hash(found) == hash(NumericRange(1, 5)))
        table.create(connection)
        connection.execute(table.insert(), [
            {"id": 1, "days": Range(day(2026, 1, 1), day(2026, 1, 8)), "rooms": Range(1, 5, bounds="[]"), "price": Range(None, 10), "spans": [Range(1, 2)]},
            {"id": 2, "days": DateRange(day(2026, 2, 1), None), "rooms": NumericRange(empty=True), "price": None, "spans": None},
        ])
        connection.execute(table.insert().values(id=3, during=Range(datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc), None)))
        for row in connection.execute(sa.select(table).order_by(table.c.id)):
            print(row)
        found = connection.execute(sa.select(table.c.rooms).where(table.c.id == 1)).scalar_one()
        print(found == Range(1, 6), found == Range(1, 5, bounds="[]"), found.bounds, found.empty, 5 in found, found.contains(Range(2, 3)), found.overlaps(Range(6, 9)), str(found))
        count = table.select().with_only_columns(sa.func.count()).where(table.c.rooms.contains(3))
        print(connection.execute(count).scalar())
        print(connection.execute(sa.text("SELECT id FROM stay WHERE days @> CAST(:day AS date) ORDER BY id"), {"day": day(2026, 1, 3)}).all())
try:
    Range(1, 2).lower = 3
except AttributeError as problem:
    print(problem)
print(repr(Range(1, 2)), repr(Range(empty=True)), bool(Range(empty=True)), Range(1, 5) == Range(1, 4, bounds="[]"), Range(None, 5))
