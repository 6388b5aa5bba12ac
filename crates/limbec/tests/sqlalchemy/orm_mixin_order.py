"""Columns that are written in a class or a mixin come before those that it computes."""
from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Priced:
    @declared_attr
    def price(cls):
        return Column(Integer)

    currency = Column(Integer)
    discount: Mapped[int]

    @declared_attr
    def rate(cls) -> Mapped[int]:
        return mapped_column(Integer)

    tax: Mapped[int] = mapped_column()


class Stocked:
    @declared_attr
    def shelf(cls):
        return Column(Integer)

    amount = Column(Integer)


class Part(Priced, Stocked, Base):
    __tablename__ = "parts"
    id: Mapped[int] = mapped_column(primary_key=True)

    @declared_attr
    def size(cls):
        return Column(Integer)

    weight: Mapped[int]


class Numbered(Base):
    __abstract__ = True

    @declared_attr
    def number(cls):
        return Column(Integer)

    series = Column(Integer)


class Invoice(Numbered):
    __tablename__ = "invoices"
    id: Mapped[int] = mapped_column(primary_key=True)


for model in (Part, Invoice):
    print(model.__tablename__, [column.name for column in model.__table__.columns])
