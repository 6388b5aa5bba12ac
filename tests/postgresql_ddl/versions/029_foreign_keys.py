"""Foreign keys in tables, in columns, and added."""

import sqlalchemy as sa
from alembic import op

revision = "029"
down_revision = "028"


def upgrade():
    op.create_table("fk_parent", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("code", sa.Text(), nullable=False), sa.Column("kind", sa.Integer()),
        sa.UniqueConstraint("code", name="uq_fk_parent_code"), sa.UniqueConstraint("id", "kind", name="uq_fk_parent_pair"))
    op.create_table(
        "fk_child",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("fk_parent.id", ondelete="CASCADE", onupdate="SET NULL", name="fk_inline")),
        sa.Column("code", sa.Text(), sa.ForeignKey("fk_parent.code")),
        sa.Column("kind", sa.Integer()),
        sa.Column("self_id", sa.Integer(), sa.ForeignKey("fk_child.id", deferrable=True, initially="DEFERRED")),
        sa.ForeignKeyConstraint(["parent_id", "kind"], ["fk_parent.id", "fk_parent.kind"], name="fk_pair", match="FULL"),
    )
    op.create_foreign_key("fk_added", "fk_child", "fk_parent", ["parent_id"], ["id"], ondelete="SET DEFAULT", onupdate="NO ACTION", deferrable=True, initially="IMMEDIATE")
    op.create_foreign_key("fk_not_valid", "fk_child", "fk_parent", ["code"], ["code"], postgresql_not_valid=True)
    op.create_foreign_key("fk_set_null", "fk_child", "fk_parent", ["parent_id", "kind"], ["id", "kind"], ondelete="SET NULL (kind)")
    op.create_foreign_key("fk_restrict", "fk_child", "fk_parent", ["code"], ["code"], ondelete="RESTRICT", deferrable=False)
    op.execute("ALTER TABLE fk_child VALIDATE CONSTRAINT fk_not_valid")


def downgrade():
    for name in ("fk_restrict", "fk_set_null", "fk_not_valid", "fk_added", "fk_pair"):
        op.drop_constraint(name, "fk_child", type_="foreignkey")
    op.drop_table("fk_child")
    op.drop_table("fk_parent")
