# Keys of a JSON column whose type has its own idea of values, in computed columns; a table that extends another one and refers to a
# third that is declared later.
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Message:
    pass


class Messages(sa.types.TypeDecorator):
    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.dump()


def before(m):
    pass


def after(m):
    class Base(DeclarativeBase):
        metadata = m

    class Job(Base):
        __tablename__ = "jobs"
        id: Mapped[int] = mapped_column(primary_key=True)
        kind: Mapped[str] = mapped_column(sa.String(9))
        __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "job"}

    class Task(Job):
        __tablename__ = "tasks"
        id: Mapped[int] = mapped_column(sa.ForeignKey("jobs.id"), primary_key=True)
        provider_id: Mapped[int] = mapped_column(sa.ForeignKey("providers.id"))
        message: Mapped[Message] = mapped_column(sa.JSON().with_variant(sa.JSON(), "sqlite"), nullable=False)
        size = sa.Column("bytes", sa.Integer)
        twice: Mapped[int] = mapped_column(sa.Integer, sa.Computed(size * 2, persisted=True))
        __mapper_args__ = {"polymorphic_identity": "task"}

    class Provider(Base):
        __tablename__ = "providers"
        id: Mapped[int] = mapped_column(primary_key=True)
        message: Mapped[Message] = mapped_column(Messages, nullable=False)
        name: Mapped[str] = mapped_column(sa.String(20), sa.Computed(message["name"].as_string(), persisted=True))
