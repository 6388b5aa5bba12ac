import sqlalchemy as sa


def before(m):
    sa.Table(
        "users",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(50), nullable=False),
        sa.Column("email", sa.String(120), index=True),
    )


def after(m):
    pass
