"""JSON and arrays."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from alembic import op

revision = "dml_json_array"
down_revision = None

t = sa.table(
    "t",
    sa.column("id", sa.Integer),
    sa.column("j", sa.JSON),
    sa.column("p", postgresql.JSON),
    sa.column("b", postgresql.JSONB),
    sa.column("xs", sa.ARRAY(sa.Integer)),
    sa.column("ys", postgresql.ARRAY(sa.Text)),
    sa.column("h", postgresql.HSTORE),
)

STATEMENTS = {
    "get": lambda: sa.select(t.c.j["a"]),
    "index": lambda: sa.select(t.c.j[1]),
    "path": lambda: sa.select(t.c.j[("a", "b", 1)]),
    "as string": lambda: sa.select(t.c.j["a"].as_string()),
    "as integer": lambda: sa.select(t.c.j["a"].as_integer()),
    "as float": lambda: sa.select(t.c.j["a"].as_float()),
    "as boolean": lambda: sa.select(t.c.j["a"].as_boolean()),
    "as numeric": lambda: sa.select(t.c.j["a"].as_numeric(10, 2)),
    "as json": lambda: sa.select(t.c.j["a"].as_json()),
    "nested": lambda: sa.select(t.c.j["a"]["b"]),
    "nested string": lambda: sa.select(t.c.j["a"]["b"].as_string()),
    "compared": lambda: sa.select(t.c.j["a"].as_string() == "x"),
    "integer compared": lambda: sa.select(t.c.j["a", "b"].as_integer() > 5),
    "is null": lambda: sa.select(t.c.j["a"] == None),
    "cast": lambda: sa.select(sa.cast(t.c.j["a"], sa.Integer)),
    "jsonb": lambda: sa.select(t.c.b["a"]),
    "jsonb nested": lambda: sa.select(t.c.b["a"]["b"]),
    "jsonb astext": lambda: sa.select(t.c.b["a"].astext),
    "jsonb nested astext": lambda: sa.select(t.c.b["a"]["b"].astext == "x"),
    "pg json astext": lambda: sa.select(t.c.p["a"].astext),
    "astext cast": lambda: sa.select(t.c.b["a"].astext.cast(sa.Integer)),
    "path astext": lambda: sa.select(t.c.b[("a", "b")].astext),
    "has key": lambda: sa.select(t.c.b.has_key("a")),
    "has any": lambda: sa.select(t.c.b.has_any(postgresql.array(["a", "b"]))),
    "contains": lambda: sa.select(t.c.b.contains(sa.cast("{}", postgresql.JSONB))),
    "contained": lambda: sa.select(t.c.b.contained_by(t.c.b)),
    "jsonb concat": lambda: sa.select(t.c.b + t.c.b),
    "op": lambda: sa.select(t.c.j.op("->>")("a")),
    "op compared": lambda: sa.select(t.c.j.op("->>")("a") == "x"),
    "label": lambda: sa.select(t.c.j["a"].label("x")),
    "array item": lambda: sa.select(t.c.xs[1]),
    "array slice": lambda: sa.select(t.c.xs[1:3]),
    "array any": lambda: sa.select(t.c.xs.any(5)),
    "array all": lambda: sa.select(t.c.xs.all(5)),
    "any of": lambda: sa.select(5 == sa.any_(t.c.xs)),
    "any of left": lambda: sa.select(sa.any_(t.c.xs) == 5),
    "not any": lambda: sa.select(~(5 == sa.any_(t.c.xs))),
    "array contains": lambda: sa.select(t.c.xs.contains([1, 2])),
    "array overlap": lambda: sa.select(t.c.ys.overlap(["a"])),
    "array literal": lambda: sa.select(postgresql.array([1, 2])),
    "array of columns": lambda: sa.select(postgresql.array([t.c.id, 5])),
    "array concat": lambda: sa.select(postgresql.array([1]) + postgresql.array([2])),
    "array aggregate": lambda: sa.select(sa.func.array_agg(t.c.id)),
    "array aggregate order": lambda: sa.select(
        sa.func.array_agg(postgresql.aggregate_order_by(t.c.id, t.c.id.desc()))
    ),
    "array length": lambda: sa.select(sa.func.array_length(t.c.xs, 1)),
    "array bind": lambda: sa.select(t.c.ys == ["a", "b'"]),
    "hstore": lambda: sa.select(t.c.h["a"]),
    "unnest": lambda: sa.select(sa.func.unnest(t.c.xs)),
    "array append": lambda: sa.select(t.c.xs + [1]),
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
