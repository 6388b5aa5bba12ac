# rename: t.old:t.new
import sqlalchemy as sa


def tables(m, name, length):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(name, sa.String(length), nullable=False, server_default="x"),
        sa.Column("other", sa.Integer),
        sa.UniqueConstraint(name, name="uq_it"),
        sa.CheckConstraint(f"{name} <> 'old'", name="ck_it"),
        sa.Index("ix_it", name, "other"),
    )
    sa.Table("u", m, sa.Column("ref", sa.String(length)), sa.ForeignKeyConstraint(["ref"], [f"t.{name}"], name="fk_it"))


def before(m):
    tables(m, "old", 20)


def after(m):
    tables(m, "new", 30)
