"""Reserved words, capitals, digits, blanks and quotes."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_quoting"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("order", sa.Integer()),
        sa.Column("CamelCase", sa.Integer()),
        sa.Column("1st", sa.Integer()),
        sa.Column("with space", sa.Integer()),
        sa.Column("quo\"te", sa.Integer()),
        sa.Column("back`tick", sa.Integer()),
        sa.Column("größe", sa.Integer()),
        sa.Column("dollar$", sa.Integer()),
        sa.Column("user", sa.Integer()),
        sa.Column("key", sa.Integer()),
        sa.Column("percent%", sa.Integer()),
    )
