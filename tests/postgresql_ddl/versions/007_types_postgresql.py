"""The types of sqlalchemy.dialects.postgresql."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "007"
down_revision = "006"


def upgrade():
    op.execute("CREATE EXTENSION IF NOT EXISTS hstore")
    op.execute("CREATE EXTENSION IF NOT EXISTS citext")
    op.create_table(
        "types_postgresql",
        sa.Column("bit_1", postgresql.BIT()), sa.Column("bit_4", postgresql.BIT(4)), sa.Column("bit_v", postgresql.BIT(varying=True)), sa.Column("bit_v8", postgresql.BIT(8, varying=True)),
        sa.Column("bytea", postgresql.BYTEA()), sa.Column("cidr", postgresql.CIDR()), sa.Column("inet", postgresql.INET()),
        sa.Column("macaddr", postgresql.MACADDR()), sa.Column("macaddr8", postgresql.MACADDR8()), sa.Column("money", postgresql.MONEY()),
        sa.Column("oid", postgresql.OID()), sa.Column("regclass", postgresql.REGCLASS()), sa.Column("regconfig", postgresql.REGCONFIG()),
        sa.Column("hstore", postgresql.HSTORE()), sa.Column("citext", postgresql.CITEXT()),
        sa.Column("interval", postgresql.INTERVAL()), sa.Column("interval_6", postgresql.INTERVAL(precision=6)),
        sa.Column("interval_ym", postgresql.INTERVAL(fields="YEAR TO MONTH")), sa.Column("interval_s", postgresql.INTERVAL(fields="DAY TO SECOND", precision=3)),
        sa.Column("json", postgresql.JSON()), sa.Column("jsonb", postgresql.JSONB()), sa.Column("jsonb_text", postgresql.JSONB(astext_type=sa.Text())),
        sa.Column("jsonpath", postgresql.JSONPATH()),
        sa.Column("time_3", postgresql.TIME(precision=3)), sa.Column("time_tz", postgresql.TIME(timezone=True)), sa.Column("time_tz_3", postgresql.TIME(timezone=True, precision=3)),
        sa.Column("timestamp_0", postgresql.TIMESTAMP(precision=0)), sa.Column("timestamp_tz", postgresql.TIMESTAMP(timezone=True)), sa.Column("timestamp_tz_6", postgresql.TIMESTAMP(timezone=True, precision=6)),
        sa.Column("tsvector", postgresql.TSVECTOR()), sa.Column("tsquery", postgresql.TSQUERY()),
        sa.Column("uuid", postgresql.UUID()), sa.Column("uuid_object", postgresql.UUID(as_uuid=True)),
        sa.Column("double", postgresql.DOUBLE_PRECISION()), sa.Column("real", postgresql.REAL()), sa.Column("numeric", postgresql.NUMERIC(12, 4)),
        sa.Column("smallint", postgresql.SMALLINT()), sa.Column("varchar", postgresql.VARCHAR(4)), sa.Column("char", postgresql.CHAR(2)),
        sa.Column("float", postgresql.FLOAT(30)), sa.Column("date", postgresql.DATE()),
    )


def downgrade():
    op.drop_table("types_postgresql")
    op.execute("DROP EXTENSION citext")
    op.execute("DROP EXTENSION hstore")
