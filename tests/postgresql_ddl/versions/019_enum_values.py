"""Values added to a type, in the transaction and outside of it; a value renamed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "019"
down_revision = "018"


def upgrade():
    op.execute("CREATE TYPE enum_values AS ENUM ('a', 'b')")
    op.create_table("enum_values_table", sa.Column("v", postgresql.ENUM("a", "b", name="enum_values", create_type=False)))
    op.execute("ALTER TYPE enum_values ADD VALUE 'c'")
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE enum_values ADD VALUE IF NOT EXISTS 'd' BEFORE 'a'")
    op.execute("ALTER TYPE enum_values RENAME VALUE 'b' TO 'bee'")
    op.execute("INSERT INTO enum_values_table VALUES ('d'), ('bee')")


def downgrade():
    op.execute("ALTER TYPE enum_values RENAME TO enum_values_old")
    op.execute("CREATE TYPE enum_values AS ENUM ('a', 'b')")
    op.execute("UPDATE enum_values_table SET v = 'a' WHERE v = 'd'")
    op.execute("ALTER TYPE enum_values_old RENAME VALUE 'bee' TO 'b'")
    op.execute("ALTER TABLE enum_values_table ALTER COLUMN v TYPE enum_values USING v::text::enum_values")
    op.execute("DROP TYPE enum_values_old")
    op.drop_table("enum_values_table")
    op.execute("DROP TYPE enum_values")
