import sqlalchemy as sa
from sqlalchemy.orm import Mapped, declarative_base, declared_attr, mapped_column


def before(m):
    pass


def after(m):
    Base = declarative_base(metadata=m)

    class Owned:
        id = sa.Column(sa.Integer, primary_key=True)

        @declared_attr
        def owner_id(cls):
            return sa.Column(sa.Integer, sa.ForeignKey("users.id"))

        scopes = sa.Column(sa.String(40))
        place: Mapped[int]

        @declared_attr
        def giver_id(cls):
            return sa.Column(sa.Integer, sa.ForeignKey("users.id"))

        expires: Mapped[int] = mapped_column(nullable=True)

    class User(Base):
        __tablename__ = "users"
        id = sa.Column(sa.Integer, primary_key=True)

    class Share(Owned, Base):
        __tablename__ = "shares"
        code = sa.Column(sa.String(10))
