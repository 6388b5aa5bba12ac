"""Defaults as they go through a rebuild."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE t (
    id INTEGER NOT NULL,
    a INTEGER DEFAULT 5,
    b INTEGER DEFAULT (1 + 2),
    c TEXT DEFAULT 'it''s',
    d TEXT DEFAULT 'quoted',
    e DATETIME DEFAULT CURRENT_TIMESTAMP,
    f TEXT DEFAULT (datetime('now')),
    g REAL DEFAULT -1.5,
    h TEXT DEFAULT '',
    i BOOLEAN DEFAULT 1 NOT NULL,
    j TEXT DEFAULT NULL,
    k INTEGER DEFAULT 12345,
    l TEXT DEFAULT (lower('X') || 'y'),
    m BOOLEAN DEFAULT true,
    n TEXT DEFAULT ':colon',
    o TEXT DEFAULT '100%',
    PRIMARY KEY (id)
);
INSERT INTO t (id) VALUES (1);
UPDATE t SET e = 'then', f = 'then';
"""


def all_survive():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("n")


def one_changes():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("n")
        batch_op.alter_column("a", server_default="6")
        batch_op.alter_column("c", server_default=None)
        batch_op.alter_column("h", server_default=sa.text("'x'"))
        batch_op.alter_column("k", server_default=sa.text("(1 + 1)"))
