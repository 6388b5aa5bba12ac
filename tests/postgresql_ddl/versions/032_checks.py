"""CHECK constraints of columns, tables, and added ones."""

import sqlalchemy as sa
from alembic import op

revision = "032"
down_revision = "031"


def upgrade():
    op.create_table(
        "checks",
        sa.Column("a", sa.Integer(), sa.CheckConstraint("a > 0", name="ck_a")),
        sa.Column("b", sa.Text()),
        sa.Column("c", sa.Text()),
        sa.CheckConstraint("b LIKE '%x%' OR c ~ '^\\d+$'", name="ck_text"),
        sa.CheckConstraint(sa.column("a") < 1000),
    )
    op.create_check_constraint("ck_expr", "checks", sa.and_(sa.column("a") != 13, sa.column("b").is_not(None)))
    op.create_check_constraint("ck_cast", "checks", "a::text <> ':x'")
    op.create_check_constraint("ck_not_valid", "checks", "a > 5", postgresql_not_valid=True)
    op.create_check_constraint("ck_in", "checks", sa.column("c").in_(["1", "it's", "50%"]))


def downgrade():
    op.drop_constraint("ck_in", "checks", type_="check")
    op.drop_constraint("ck_not_valid", "checks")
    op.drop_table("checks")
