import sqlalchemy as sa

databases = ['sqlite']


def before(m):
    pass


def after(m):
    sa.Table(
        "a",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("b_id", sa.Integer, sa.ForeignKey("b.id", name="fk_a_b", use_alter=True)),
    )
    sa.Table(
        "b",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a_id", sa.Integer, sa.ForeignKey("a.id")),
    )
