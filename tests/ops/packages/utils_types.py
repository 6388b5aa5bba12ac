"""Types of SQLAlchemy-Utils in a table."""
import sqlalchemy as sa
from alembic import op
import sqlalchemy_utils

revision = "packages_utils_types"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c2", sqlalchemy_utils.types.choice.ChoiceType([("a", "A"), ("b", "B")])),
        sa.Column("c3", sqlalchemy_utils.types.choice.ChoiceType([(1, "A")], impl=sa.Integer())),
        sa.Column("c4", sqlalchemy_utils.types.country.CountryType()),
        sa.Column("c6", sqlalchemy_utils.types.email.EmailType()),
        sa.Column("c7", sqlalchemy_utils.types.email.EmailType(length=100)),
        sa.Column("c8", sqlalchemy_utils.types.ip_address.IPAddressType()),
        sa.Column("c9", sqlalchemy_utils.types.json.JSONType()),
        sa.Column("c10", sqlalchemy_utils.types.scalar_list.ScalarListType()),
        sa.Column("c11", sqlalchemy_utils.types.url.URLType()),
        sa.Column("c12", sqlalchemy_utils.types.uuid.UUIDType()),
        sa.Column("c13", sqlalchemy_utils.types.uuid.UUIDType(binary=False)),
        sa.Column("c14", sqlalchemy_utils.UUIDType(native=False)),
        sa.Column("c15", sqlalchemy_utils.types.encrypted.encrypted_type.StringEncryptedType(key="x")),
        sa.Column("c16", sqlalchemy_utils.EncryptedType(sa.Integer, "key")),
        sa.Column("c17", sqlalchemy_utils.TimezoneType(backend="zoneinfo")),
        sa.Column("c18", sqlalchemy_utils.types.bit.BitType(5)),
    )
