import sqlalchemy as sa
from typing import Optional
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def before(m):
    pass


def after(m):
    class Base(DeclarativeBase):
        metadata = m

    class Node(Base):
        __tablename__ = "nodes"
        id: Mapped[int] = mapped_column(primary_key=True)
        source: Mapped[str] = mapped_column(sa.String(3))
        kind: Mapped[str] = mapped_column("node_kind", sa.String(3))
        active: Mapped[bool] = mapped_column(sa.Boolean)
        note: Mapped[Optional[str]]
        made = sa.Column(sa.DateTime)
        size = sa.Column("bytes", sa.Integer)
        __table_args__ = (
            sa.Index("ix_two", source, kind),
            sa.Index("ix_active", source, unique=True, postgresql_where=(active == sa.true()), sqlite_where=(active == sa.true())),
            sa.Index("ix_newest", source, made.desc()),
            sa.Index("ix_plain", made, size),
            sa.Index("ix_lower", sa.func.lower(source), size, postgresql_where=sa.and_(kind.is_not(None), made.is_not(None))),
            sa.UniqueConstraint(source, kind, name="uq_nodes"),
            sa.CheckConstraint(size > 3, name="ck_size"),
            sa.CheckConstraint(sa.func.length(source) > 1, name="ck_source"),
        )
