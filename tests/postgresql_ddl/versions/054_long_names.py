"""Names longer than the server takes."""

import sqlalchemy as sa
from alembic import op

revision = "054"
down_revision = "053"


def upgrade():
    op.create_table("long_names", sa.Column("a" * 63, sa.Integer(), index=True), sa.Column("b", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("b", name=op.f("pk_" + "x" * 60)))
    op.create_index(op.f("ix_" + "y" * 60), "long_names", ["b"])
    op.create_foreign_key("fk_" + "z" * 60, "long_names", "long_names", ["b"], ["b"])


def downgrade():
    op.drop_constraint("fk_" + "z" * 60, "long_names", type_="foreignkey")
    op.drop_table("long_names")
