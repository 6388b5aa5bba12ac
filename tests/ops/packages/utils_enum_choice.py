"""A choice of an Enum."""
import sqlalchemy as sa
from alembic import op
import enum
from sqlalchemy_utils import ChoiceType

revision = "packages_utils_enum_choice"
down_revision = None


class Kind(enum.Enum):
    small = 1
    large = 2


def upgrade():
    op.create_table("t", sa.Column("kind", ChoiceType(Kind, impl=sa.SmallInteger()), nullable=False))
    op.bulk_insert(
        sa.table("t", sa.column("kind", ChoiceType(Kind, impl=sa.SmallInteger()))), [{"kind": Kind.small}, {"kind": Kind.large}]
    )
