import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "node",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.ForeignKey("node.id")),
    )
