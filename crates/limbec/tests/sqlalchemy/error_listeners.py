"""Listeners of `handle_error`, for all engines: what they are told, and what they make of an error."""

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

seen = []


class Mine(Exception):
    pass


@event.listens_for(Engine, "handle_error")
def tell(context):
    seen.append((type(context.sqlalchemy_exception).__name__, context.statement, context.is_disconnect))
    if "raised" in context.statement:
        raise context.original_exception from context.sqlalchemy_exception
    if "answered" in context.statement:
        return Mine("another")


@event.listens_for(Engine, "handle_error")
def after(context):
    seen.append(("after", type(context.chained_exception).__name__))


engine = sa.create_engine("sqlite://")
with engine.connect() as connection:
    for statement in ("select * from nothing", "select * from raised", "select * from answered"):
        try:
            connection.execute(sa.text(statement))
        except Exception as error:
            print(type(error).__name__, isinstance(error, DBAPIError), type(error.__cause__).__name__)
print(*seen, sep="\n")


@event.listens_for(Engine, "close")
@event.listens_for(Engine, "savepoint")
def quiet(*args):
    pass
