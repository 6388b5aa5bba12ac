"""Types of fastapi-users."""
import sqlalchemy as sa
from alembic import op
import fastapi_users_db_sqlalchemy
from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware

revision = "packages_fastapi_users"
down_revision = None


def upgrade():
    op.create_table(
        "accesstoken",
        sa.Column("user_id", fastapi_users_db_sqlalchemy.generics.GUID(), nullable=False),
        sa.Column("token", sa.String(length=43), nullable=False),
        sa.Column("created_at", fastapi_users_db_sqlalchemy.generics.TIMESTAMPAware(timezone=True), nullable=False),
        sa.Column("again", TIMESTAMPAware(), nullable=False),
        sa.Column("other", GUID(), sa.ForeignKey("x.id")),
        sa.PrimaryKeyConstraint("token"),
    )
