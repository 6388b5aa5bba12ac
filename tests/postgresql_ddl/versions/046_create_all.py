"""metadata.create_all and drop_all: order, types, sequences, comments, tables that are there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "046"
down_revision = "045"


def tables():
    metadata = sa.MetaData()
    kind = sa.Enum("a", "b", name="all_kind")
    sa.Table(
        "all_child", metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.ForeignKey("all_parent.id", ondelete="CASCADE"), index=True),
        sa.Column("kind", kind, nullable=False),
        sa.Column("number", sa.Integer, sa.Sequence("all_number", start=10)),
        comment="a child",
    )
    sa.Table(
        "all_parent", metadata,
        sa.Column("id", sa.Integer, primary_key=True, comment="its key"),
        sa.Column("kinds", postgresql.ARRAY(kind)),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.UniqueConstraint("name", "id", name="uq_all_parent"),
    )
    sa.Table("all_there", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("never", sa.Text))
    sa.Sequence("all_alone", metadata=metadata)
    return metadata


def upgrade():
    metadata = tables()
    bind = op.get_bind()
    op.execute("CREATE TABLE all_there (id integer PRIMARY KEY)")
    metadata.create_all(bind, tables=[metadata.tables["all_parent"]])
    metadata.create_all(bind, checkfirst=True)
    metadata.create_all(bind)


def downgrade():
    metadata = tables()
    metadata.drop_all(op.get_bind())
