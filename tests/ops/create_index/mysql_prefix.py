"""FULLTEXT and a parser."""
from alembic import op

revision = "create_index_mysql_prefix"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], mysql_prefix="FULLTEXT", mysql_with_parser="ngram")
