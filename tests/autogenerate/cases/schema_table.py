import sqlalchemy as sa

databases = ['postgresql']


def before(m):
    pass


def after(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), schema="public")
