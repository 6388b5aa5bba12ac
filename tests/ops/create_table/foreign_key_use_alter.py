"""use_alter leaves the key to a later ALTER."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_use_alter"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), sa.ForeignKey("other.id", use_alter=True, name="fk_a")),
        sa.Column("b", sa.Integer()),
        sa.ForeignKeyConstraint(["b"], ["o.id"], use_alter=True, name="fk_b"),
    )
