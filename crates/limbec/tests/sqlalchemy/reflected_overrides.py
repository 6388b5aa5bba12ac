"""Columns that a script declares over those that are reflected."""
import sqlalchemy as sa
e = sa.create_engine("sqlite://")
c = e.connect()
c.execute(sa.text("create table p (id integer primary key, name varchar(20), n numeric(10,2), constraint uq unique (name))"))
print(repr(sa.Table("p", sa.MetaData(), sa.Column("name", sa.Text), autoload_with=c)))
t = sa.Table("p", sa.MetaData(), sa.Column("name", sa.Text, key="nm"), sa.Column("extra", sa.Integer), autoload_with=c)
print(repr(t), sorted(sorted(x.columns.keys()) for x in t.constraints))
