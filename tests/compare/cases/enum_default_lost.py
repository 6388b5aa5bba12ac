# limbec: --compare enums,defaults
# databases: postgresql
import sqlalchemy as sa


def before(m):
    sa.Table("t", m, sa.Column("mood", sa.Enum("sad", "happy", name="mood"), nullable=False, server_default="sad"))


def after(m):
    sa.Table("t", m, sa.Column("mood", sa.Enum("happy", "glad", name="mood"), nullable=False, server_default="glad"))
