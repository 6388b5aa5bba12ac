"""The types of sqlalchemy itself."""

import sqlalchemy as sa
from alembic import op

revision = "005"
down_revision = "004"


def upgrade():
    op.create_table(
        "types_generic",
        sa.Column("a_boolean", sa.Boolean()),
        sa.Column("a_bigint", sa.BigInteger()),
        sa.Column("a_date", sa.Date()),
        sa.Column("a_datetime", sa.DateTime()),
        sa.Column("a_datetime_tz", sa.DateTime(timezone=True)),
        sa.Column("a_double", sa.Double()),
        sa.Column("a_double_precision", sa.Double(precision=53)),
        sa.Column("a_float", sa.Float()),
        sa.Column("a_float_5", sa.Float(precision=5)),
        sa.Column("a_float_decimal", sa.Float(asdecimal=True)),
        sa.Column("an_interval", sa.Interval()),
        sa.Column("an_interval_2", sa.Interval(second_precision=2)),
        sa.Column("some_bytes", sa.LargeBinary()),
        sa.Column("a_number", sa.Numeric()),
        sa.Column("a_number_5", sa.Numeric(5)),
        sa.Column("a_number_5_2", sa.Numeric(precision=5, scale=2)),
        sa.Column("a_pickle", sa.PickleType()),
        sa.Column("a_small", sa.SmallInteger()),
        sa.Column("a_string", sa.String()),
        sa.Column("a_string_30", sa.String(length=30)),
        sa.Column("a_text", sa.Text()),
        sa.Column("a_time", sa.Time()),
        sa.Column("a_time_tz", sa.Time(timezone=True)),
        sa.Column("a_unicode", sa.Unicode(12)),
        sa.Column("a_unicode_text", sa.UnicodeText()),
        sa.Column("a_uuid", sa.Uuid()),
        sa.Column("a_uuid_char", sa.Uuid(native_uuid=False)),
        sa.Column("a_uuid_text", sa.Uuid(as_uuid=False)),
        sa.Column("json", sa.JSON()),
        sa.Column("an_array", sa.ARRAY(sa.Integer())),
        sa.Column("an_array_2", sa.ARRAY(sa.String(5), dimensions=2)),
    )


def downgrade():
    op.drop_table("types_generic")
