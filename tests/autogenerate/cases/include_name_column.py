import sqlalchemy as sa

def include(name, kind, parents):
    return not (kind == "column" and name == "legacy" and parents["table_name"] == "t")


configure = dict(include_name=include)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("legacy", sa.Integer),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
    )
