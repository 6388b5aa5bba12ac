"""Scripts that look before they act."""

import sqlalchemy as sa
from alembic import op

revision = "050"
down_revision = "049"


def upgrade():
    bind = op.get_bind()
    inspector = sa.inspect(bind)
    if not inspector.has_table("looking"):
        op.create_table("looking", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Text(), index=True), sa.Column("b", sa.Numeric(5, 2), server_default="1.5"))
    inspector = sa.inspect(bind)
    assert "looking" in inspector.get_table_names()
    names = [column["name"] for column in inspector.get_columns("looking")]
    if "c" not in names:
        op.add_column("looking", sa.Column("c", sa.Text()))
    if "ix_looking_a" in [index["name"] for index in inspector.get_indexes("looking")]:
        op.drop_index("ix_looking_a", table_name="looking")
    op.execute(f"COMMENT ON TABLE looking IS '{','.join(names)} {bind.dialect.name}'")
    if bind.dialect.server_version_info >= (9, 6):
        op.create_index("ix_looking_new", "looking", ["a", "c"])


def downgrade():
    if sa.inspect(op.get_bind()).has_table("looking"):
        op.drop_table("looking")
