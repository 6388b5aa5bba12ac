"""Savepoints, settings, and locks inside of a migration."""

import sqlalchemy as sa
from alembic import op

revision = "055"
down_revision = "054"


def upgrade():
    bind = op.get_bind()
    op.create_table("transactions", sa.Column("a", sa.Integer(), unique=True))
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("LOCK TABLE transactions IN ACCESS EXCLUSIVE MODE")
    bind.execute(sa.text("INSERT INTO transactions VALUES (1)"))
    try:
        with bind.begin_nested():
            bind.execute(sa.text("INSERT INTO transactions VALUES (2)"))
            bind.execute(sa.text("INSERT INTO transactions VALUES (1)"))
    except sa.exc.IntegrityError:
        bind.execute(sa.text("INSERT INTO transactions VALUES (3)"))
    with bind.begin_nested():
        bind.execute(sa.text("INSERT INTO transactions VALUES (4)"))


def downgrade():
    op.drop_table("transactions")
