"""Records what SQLAlchemy with psycopg2 does, beside the cases: run it as

    scripts/with-postgres PYTHON crates/limbec_sql/tests/postgres/record.py

A case of values.txt is an expression; its answer is `repr` of the value, or `!` and the exception.
A case of errors.txt is a statement (`\\n` for a new line); its answer is class and text of the exception.
"""

import os
from pathlib import Path

import sqlalchemy as sa

FOLDER = Path(__file__).parent
engine = sa.create_engine(os.environ["LIMBEC_TEST_POSTGRES"] + "/postgres")


def lines(name):
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


def write(name, answers):
    (FOLDER / name).write_text("".join(answer + "\n" for answer in answers), encoding="utf-8")


with engine.connect() as connection:
    for statement in lines("setup.sql"):
        connection.exec_driver_sql(statement)
    connection.commit()
    answers = []
    for expression in lines("values.txt"):
        try:
            answer = repr(connection.exec_driver_sql("SELECT " + expression.replace("%", "%%")).scalar())
        except Exception as error:
            driver = getattr(error, "orig", error)
            answer = f"!{type(driver).__module__}.{type(driver).__name__}: {driver}"
        connection.rollback()
        answers.append(answer.replace("\n", "\\n"))
    write("values.answers", answers)

    answers = []
    for statement in lines("errors.txt"):
        try:
            connection.execute(sa.text(statement.replace("\\n", "\n").replace(":", "\\:")))
            answer = "no error"
        except Exception as error:
            answer = f"{type(error).__name__}\n{error}"
        connection.rollback()
        answers.append(answer.replace("\n", "\\n"))
    write("errors.answers", answers)
