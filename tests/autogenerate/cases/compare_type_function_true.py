import sqlalchemy as sa

databases = ['sqlite']

def compare(context, inspected, declared, inspected_type, declared_type):
    return declared.name == "a"


configure = dict(compare_type=compare, render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5)),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5)),
    )
