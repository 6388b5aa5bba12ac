import sqlalchemy as sa


def before(m):
    pass


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("age", sa.Integer),
        sa.CheckConstraint("age >= 0", name="age_positive"),
        sa.CheckConstraint("age < 200"),
    )
