"""Strings of SQLModel."""
import sqlalchemy as sa
from alembic import op
import sqlmodel

revision = "packages_sqlmodel_autostring"
down_revision = None


def upgrade():
    op.create_table(
        "user",
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_user_email"), "user", ["email"], unique=True)
    op.alter_column("user", "name", existing_type=sa.VARCHAR(length=40), type_=sqlmodel.AutoString(length=255))
