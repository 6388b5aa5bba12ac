# limbec: --compare enums
# databases: postgresql
import sqlalchemy as sa


def before(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", sa.Enum("sad", "happy", name="mood")))


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mood", sa.Enum("angry", "sad", "fine", "happy", "it's", name="mood")),
    )
