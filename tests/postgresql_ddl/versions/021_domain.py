"""Domains that tables bring along."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "021"
down_revision = "020"


def upgrade():
    op.create_table(
        "domain",
        sa.Column("email", postgresql.DOMAIN("domain_email", sa.Text(), check="VALUE ~ '@'", not_null=True, constraint_name="domain_email_at")),
        sa.Column("zip", postgresql.DOMAIN("domain_zip", sa.String(5), default="00000", collation="C")),
        sa.Column("plain", postgresql.DOMAIN("domain_plain", sa.Integer())),
    )
    postgresql.DOMAIN("domain_alone", sa.Integer(), check=sa.text("VALUE > 0")).create(op.get_bind(), checkfirst=True)
    op.add_column("domain", sa.Column("alone", postgresql.DOMAIN("domain_alone", sa.Integer(), create_type=False)))


def downgrade():
    op.drop_table("domain")
    for name in ("email", "zip", "plain"):
        op.execute(f"DROP DOMAIN domain_{name}")
    postgresql.DOMAIN("domain_alone", sa.Integer()).drop(op.get_bind(), checkfirst=True)
