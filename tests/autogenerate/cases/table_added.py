import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "users",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(50), nullable=False),
        sa.Column("email", sa.String(120), unique=True, index=True),
    )
