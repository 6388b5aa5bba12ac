import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, comment="it's a comment"),
        comment="the table",
    )
