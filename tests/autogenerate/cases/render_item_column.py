import sqlalchemy as sa

def render(kind, item, context):
    if kind == "column" and item.name == "secret":
        return None
    if kind == "primary_key":
        return "sa.PrimaryKeyConstraint('id', name='key')"
    return False


configure = dict(render_item=render)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.Integer),
    )
    sa.Table(
        "n",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("secret", sa.Integer),
        sa.Column("x", sa.Integer),
    )
