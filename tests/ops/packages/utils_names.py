"""Types of SQLAlchemy-Utils by every way of importing them."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy_utils import ChoiceType, EmailType, JSONType, ScalarListType, UUIDType
from sqlalchemy_utils.types.uuid import UUIDType as Again
import sqlalchemy_utils as su

revision = "packages_utils_names"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", UUIDType(), nullable=True))
    op.add_column("t", sa.Column("b", Again(binary=False), nullable=False))
    op.add_column("t", sa.Column("c", su.UUIDType(), server_default=sa.text("'x'")))
    op.alter_column("t", "d", type_=EmailType(length=50), existing_type=sa.String(10))
    op.add_column("t", sa.Column("e", ScalarListType(int)))
    op.add_column("t", sa.Column("f", JSONType(), nullable=False))
