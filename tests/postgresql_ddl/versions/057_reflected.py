"""Tables that the script reads from the database."""

import datetime
import decimal

import sqlalchemy as sa
from alembic import op

revision = "057"
down_revision = "056"


def upgrade():
    bind = op.get_bind()
    op.create_table("reflected", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("kind", sa.String(20), nullable=False), sa.Column("at", sa.DateTime(timezone=True)), sa.Column("n", sa.Numeric(6, 2)))
    table = sa.Table("reflected", sa.MetaData(), autoload_with=bind)
    bind.execute(table.insert(), [{"kind": "a", "n": 1}, {"kind": "b", "n": decimal.Decimal("2.25")}])
    bind.execute(table.update().where(table.c.kind == "b").values(at=datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)))
    metadata = sa.MetaData()
    metadata.reflect(bind, only=["reflected"])
    assert set(metadata.tables["reflected"].columns.keys()) == {"id", "kind", "at", "n"}


def downgrade():
    op.drop_table("reflected")
