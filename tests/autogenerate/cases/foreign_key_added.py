import sqlalchemy as sa

configure = dict(render_as_batch=True)


def before(m):
    sa.Table(
        "p",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.Integer, unique=True),
    )
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("p_id", sa.Integer),
    )


def after(m):
    sa.Table(
        "p",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.Integer, unique=True),
    )
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("p_id", sa.Integer),
        sa.ForeignKeyConstraint(["p_id"], ["p.id"], name="fk_t_p"),
    )
