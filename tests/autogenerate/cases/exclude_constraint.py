import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

databases = ['postgresql']


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("during", postgresql.TSRANGE),
        postgresql.ExcludeConstraint(("during", "&&"), name="no_overlap", using="gist"),
    )
