import sqlalchemy as sa

configure = dict(autogenerate_plugins=["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"], render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(20)),
        sa.CheckConstraint("a > 0", name="ck_a"),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(20)),
    )
