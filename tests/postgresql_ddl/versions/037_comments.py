"""Comments of tables and columns, with quotes, percent signs, backslashes and more."""

import sqlalchemy as sa
from alembic import op

revision = "037"
down_revision = "036"


def upgrade():
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer(), primary_key=True, comment="the 'key'"),
        sa.Column("b", sa.Text(), comment="100 % of it: \\d and \"quoted\" :name"),
        sa.Column("c", sa.Text()),
        comment="a table\nof two lines, été",
    )
    op.create_table_comment("comments", "changed: 50%", existing_comment="a table")
    op.alter_column("comments", "b", comment="C:\\temp", existing_comment="100 %", existing_type=sa.Text())
    op.alter_column("comments", "c", comment="new")
    op.add_column("comments", sa.Column("d", sa.Integer(), comment="added"))
    op.execute("COMMENT ON INDEX comments_pkey IS 'of the key'")
    op.create_check_constraint("ck_comments", "comments", "id > 0")
    op.execute("COMMENT ON CONSTRAINT ck_comments ON comments IS 'positive'")
    op.alter_column("comments", "d", comment=None, existing_comment="added")


def downgrade():
    op.drop_table_comment("comments", existing_comment="changed: 50%")
    op.alter_column("comments", "c", comment=None, existing_comment="new")
    op.drop_table("comments")
