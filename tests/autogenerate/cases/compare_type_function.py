import sqlalchemy as sa

def compare(context, inspected, declared, inspected_type, declared_type):
    if isinstance(declared_type, sa.String):
        return False
    return None


configure = dict(compare_type=compare, render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5)),
        sa.Column("b", sa.Integer),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(9)),
        sa.Column("b", sa.BigInteger),
    )
