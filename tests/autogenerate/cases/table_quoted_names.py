import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "Order Items",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("Unit Price", sa.Integer),
        sa.Column("select", sa.Integer, index=True),
    )
