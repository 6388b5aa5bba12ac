import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "zebra",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
    sa.Table(
        "ant",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("z_id", sa.ForeignKey("zebra.id")),
    )
    sa.Table(
        "bee",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a_id", sa.ForeignKey("ant.id", ondelete="CASCADE", onupdate="SET NULL")),
    )
