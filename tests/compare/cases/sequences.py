# limbec: --compare sequences
# databases: postgresql
import sqlalchemy as sa


def before(m):
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True))
    sa.Sequence("changed", start=5, metadata=m)
    sa.Sequence("gone", metadata=m)
    sa.Sequence("same", start=10, increment=2, minvalue=1, maxvalue=1000, cycle=True, cache=3, data_type=sa.Integer, metadata=m)


def after(m):
    new = sa.Sequence("new", metadata=m)
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", sa.Integer, new, server_default=new.next_value()))
    sa.Sequence("changed", start=5, increment=10, metadata=m)
    sa.Sequence("same", start=10, increment=2, minvalue=1, maxvalue=1000, cycle=True, cache=3, data_type=sa.Integer, metadata=m)
