"""Constructs that set and drop comments of constraints."""

from alembic import op
import sqlalchemy as sa

revision = "execute_ddl_comments_constraints"
down_revision = None


def upgrade():
    t = sa.Table("t", sa.MetaData(), sa.Column("b", sa.Integer))
    check = sa.CheckConstraint("b > 0", name="Check It", comment="positive")
    t.append_constraint(check)
    op.execute(sa.schema.SetConstraintComment(check))
    op.execute(sa.schema.DropConstraintComment(check))
