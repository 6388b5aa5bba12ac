"""text() and its parameters."""

import datetime

import sqlalchemy as sa
from alembic import op

revision = "dml_text"
down_revision = None

JSON_TEXT = """SELECT '{"a": 1, "b":true}' """

STATEMENTS = {
    "plain": lambda: sa.text("SELECT 1"),
    "string": lambda: "SELECT 2",
    "value": lambda: sa.text("SELECT :x").bindparams(x=5),
    "values": lambda: sa.text("SELECT :x, :y, :x").bindparams(x="a", y=None),
    "typed": lambda: sa.text("SELECT :x").bindparams(
        sa.bindparam("x", "a", type_=sa.String)
    ),
    "without value": lambda: sa.text("SELECT :x"),
    "unknown": lambda: sa.text("SELECT :x").bindparams(y=1),
    "escaped": lambda: sa.text(r"SELECT \\:x"),
    "cast": lambda: sa.text("SELECT a::int, :x::int"),
    "time": lambda: sa.text("SELECT '12:30:00'"),
    "percent": lambda: sa.text("SELECT 'a%b' LIKE '%x'"),
    "json": lambda: sa.text(JSON_TEXT),
    "datetime": lambda: sa.text("SELECT :x").bindparams(
        x=datetime.datetime(2020, 1, 2)
    ),
    "date": lambda: sa.text("SELECT :x").bindparams(x=datetime.date(2020, 1, 2)),
    "boolean": lambda: sa.text("SELECT :x").bindparams(x=True),
    "expanding": lambda: sa.text("SELECT 1 WHERE 1 IN :xs").bindparams(
        sa.bindparam("xs", [1, 2], expanding=True)
    ),
    "quote in value": lambda: sa.text("SELECT :x").bindparams(x="it's"),
    "backslash in value": lambda: sa.text("SELECT :x").bindparams(x="a\\\\b"),
    "comment": lambda: sa.text("SELECT 1 -- a: b"),
    "several lines": lambda: sa.text("""\n        SELECT 1\n        FROM t\n    """),
    "tab": lambda: sa.text("SELECT\t1"),
    "semicolon": lambda: sa.text("SELECT 1;"),
    "columns": lambda: sa.text("SELECT 1 AS a").columns(a=sa.Integer),
    "slice": lambda: sa.text("SELECT x[1:2]"),
    "unicode name": lambda: sa.text("SELECT :имя").bindparams(имя="x"),
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
