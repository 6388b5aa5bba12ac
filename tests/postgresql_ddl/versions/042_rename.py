"""Tables, columns, indexes, constraints and sequences get other names."""

import sqlalchemy as sa
from alembic import op

revision = "042"
down_revision = "041"


def upgrade():
    op.create_table("rename_old", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a b", sa.Text()), sa.UniqueConstraint("a b", name="uq_old"))
    op.rename_table("rename_old", "rename_new")
    op.execute("ALTER SEQUENCE rename_old_id_seq RENAME TO rename_new_id_seq")
    op.execute("ALTER INDEX rename_old_pkey RENAME TO rename_new_pkey")
    op.execute("ALTER TABLE rename_new RENAME CONSTRAINT uq_old TO uq_new")
    op.alter_column("rename_new", "a b", new_column_name="c d")


def downgrade():
    op.alter_column("rename_new", "c d", new_column_name="a b", existing_type=sa.Text())
    op.rename_table("rename_new", "rename_old")
    op.drop_table("rename_old")
