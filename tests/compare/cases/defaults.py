# limbec: --compare defaults
import sqlalchemy as sa


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("a", sa.Integer, server_default="1"),
        sa.Column("b", sa.String(10), server_default="x"),
        sa.Column("c", sa.DateTime, server_default=sa.func.now()),
        sa.Column("d", sa.Integer),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("a", sa.Integer, server_default="2"),
        sa.Column("b", sa.String(10), server_default=sa.text("'x'")),
        sa.Column("c", sa.DateTime, server_default=sa.text("CURRENT_TIMESTAMP")),
        sa.Column("d", sa.Integer, server_default="5"),
    )
