"""category slugs

Revision ID: 007
Revises: 006
Create Date: 2025-05-09 08:47:55.619320

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "007"
down_revision: Union[str, Sequence[str], None] = "006"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("categories", sa.Column("slug", sa.String(length=140), nullable=True))
    op.execute(
        r"""
        UPDATE categories
           SET slug = trim(both '-' from lower(regexp_replace(title, '[^[:alnum:]]+', '-', 'g'))) || '-' || id
        """
    )
    op.alter_column("categories", "slug", existing_type=sa.String(length=140), nullable=False)
    op.create_unique_constraint(op.f("uq_categories_slug"), "categories", ["slug"])


def downgrade() -> None:
    op.drop_constraint(op.f("uq_categories_slug"), "categories", type_="unique")
    op.drop_column("categories", "slug")
