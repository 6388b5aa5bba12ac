# A type of a class that is declared inside of something is written by its own name.
import sqlalchemy as sa


class Outer:
    class Inner(sa.types.TypeDecorator):
        impl = sa.String
        cache_ok = True


def make():
    class Local(sa.types.UserDefinedType):
        cache_ok = True

        def get_col_spec(self, **kw):
            return "TEXT"

    return Local


def before(m):
    pass


def after(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", Outer.Inner(20)), sa.Column("b", make()()))
