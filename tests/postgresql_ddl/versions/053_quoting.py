"""Names that need quotes, everywhere."""

import sqlalchemy as sa
from alembic import op

revision = "053"
down_revision = "052"


def upgrade():
    op.create_table(
        "Quoting Table",
        sa.Column("User", sa.Integer(), primary_key=True), sa.Column("order by", sa.Text()), sa.Column('a"b', sa.Text()), sa.Column("percent%", sa.Integer()),
        sa.Column("éa", sa.Text()), sa.Column("1st", sa.Text()), sa.Column("$x", sa.Text()), sa.Column("(paren)", sa.Text()),
        sa.UniqueConstraint("order by", name="Uq Quoting"),
        sa.CheckConstraint('"percent%" > 0', name="ck%percent"),
    )
    op.create_index("Ix Quoting", "Quoting Table", ["order by", "éa"])
    op.add_column("Quoting Table", sa.Column("More Columns", sa.Text(), server_default="%"))
    op.alter_column("Quoting Table", "1st", new_column_name="2nd", existing_type=sa.Text(), comment="50%")
    op.execute('INSERT INTO "Quoting Table" ("percent%", "order by") VALUES (5, \'%\')')
    t = sa.table("Quoting Table", sa.column("percent%"), sa.column("order by"), sa.column("(paren)"))
    op.execute(t.update().values({"order by": "x", "(paren)": "y"}).where(t.c["percent%"] == 5))


def downgrade():
    op.drop_index("Ix Quoting", table_name="Quoting Table")
    op.drop_constraint("Uq Quoting", "Quoting Table", type_="unique")
    op.drop_table("Quoting Table")
