"""Rows move while tables change."""

import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "056"
down_revision = "055"


def upgrade():
    op.create_table("data_user", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("full_name", sa.Text()), sa.Column("meta", postgresql.JSONB()))
    users = sa.table("data_user", sa.column("id", sa.Integer), sa.column("full_name", sa.Text), sa.column("meta", postgresql.JSONB), sa.column("first", sa.Text), sa.column("uid", sa.Uuid))
    op.bulk_insert(users, [{"full_name": f"First{n} Last{n}", "meta": {"n": n, "tags": ["x"] * n}} for n in range(5)])
    op.add_column("data_user", sa.Column("first", sa.Text()))
    op.add_column("data_user", sa.Column("uid", sa.Uuid()))
    bind = op.get_bind()
    for row in bind.execute(sa.select(users.c.id, users.c.full_name, users.c.meta)):
        bind.execute(users.update().where(users.c.id == row.id).values(first=row.full_name.split(" ")[0], uid=uuid.UUID(int=row.meta["n"])))
    op.alter_column("data_user", "first", nullable=False)
    op.execute(users.update().values(meta=users.c.meta.op("||")(sa.cast({"done": True}, postgresql.JSONB))).where(users.c.meta["n"].astext.cast(sa.Integer) > 2))


def downgrade():
    op.drop_column("data_user", "uid")
    op.drop_column("data_user", "first")
    op.drop_table("data_user")
