import sqlalchemy as sa

configure = dict(render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(5)),
        sa.Column("c", sa.Integer),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("b", sa.String(9), nullable=False),
        sa.Column("c", sa.Integer),
        sa.Column("d", sa.Date),
        sa.Column("e", sa.Text),
    )
