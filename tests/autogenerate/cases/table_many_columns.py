import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("c0", sa.Integer),
        sa.Column("c1", sa.Integer),
        sa.Column("c2", sa.Integer),
        sa.Column("c3", sa.Integer),
        sa.Column("c4", sa.Integer),
        sa.Column("c5", sa.Integer),
        sa.Column("c6", sa.Integer),
        sa.Column("c7", sa.Integer),
        sa.Column("c8", sa.Integer),
        sa.Column("c9", sa.Integer),
        sa.Column("c10", sa.Integer),
        sa.Column("c11", sa.Integer),
        sa.Column("c12", sa.Integer),
        sa.Column("c13", sa.Integer),
        sa.Column("c14", sa.Integer),
        sa.Column("c15", sa.Integer),
        sa.Column("c16", sa.Integer),
        sa.Column("c17", sa.Integer),
        sa.Column("c18", sa.Integer),
        sa.Column("c19", sa.Integer),
        sa.Column("c20", sa.Integer),
        sa.Column("c21", sa.Integer),
        sa.Column("c22", sa.Integer),
        sa.Column("c23", sa.Integer),
        sa.Column("c24", sa.Integer),
        sa.Column("c25", sa.Integer),
        sa.Column("c26", sa.Integer),
        sa.Column("c27", sa.Integer),
        sa.Column("c28", sa.Integer),
        sa.Column("c29", sa.Integer),
    )
