"""Foreign keys across schemas, and two tables that refer to each other."""

import sqlalchemy as sa
from alembic import op

revision = "030"
down_revision = "029"


def upgrade():
    op.execute(sa.schema.CreateSchema("fk home"))
    op.create_table("fk_far", sa.Column("id", sa.Integer(), primary_key=True), schema="fk home")
    op.create_table("fk_near", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("far_id", sa.Integer(), sa.ForeignKey("fk home.fk_far.id", ondelete="CASCADE")), sa.Column("other_id", sa.Integer()))
    op.create_foreign_key("fk_back", "fk_far", "fk_near", ["id"], ["id"], source_schema="fk home", use_alter=True)
    op.create_foreign_key(None, "fk_near", "fk_far", ["other_id"], ["id"], referent_schema="fk home")
    op.add_column("fk_near", sa.Column("third_id", sa.Integer(), sa.ForeignKey("fk home.fk_far.id", name="fk_third"), nullable=True))


def downgrade():
    op.drop_constraint("fk_third", "fk_near", type_="foreignkey")
    op.drop_column("fk_near", "third_id")
    op.drop_constraint("fk_back", "fk_far", schema="fk home", type_="foreignkey")
    op.drop_table("fk_near")
    op.drop_table("fk_far", schema="fk home")
    op.execute(sa.schema.DropSchema("fk home"))
