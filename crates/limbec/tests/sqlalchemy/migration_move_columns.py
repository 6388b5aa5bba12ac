import sqlalchemy as sa, datetime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, Session, sessionmaker
from typing import Optional, List
class Base(DeclarativeBase): pass
class Account(Base):
    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    street: Mapped[Optional[str]]
    city: Mapped[Optional[str]]
    created: Mapped[datetime.datetime] = mapped_column(server_default=sa.text("'2020-01-02 03:04:05'"))
    addresses: Mapped[List["Address"]] = relationship(back_populates="account", cascade="all, delete-orphan")
    phones: Mapped[List["Phone"]] = relationship(back_populates="account", order_by="Phone.number")
class Address(Base):
    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    street: Mapped[Optional[str]]
    city: Mapped[str]
    account: Mapped[Account] = relationship(back_populates="addresses")
class Phone(Base):
    __tablename__ = "phone"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("account.id"))
    number: Mapped[str]
    account: Mapped[Optional[Account]] = relationship(back_populates="phones")
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
Make = sessionmaker(e)
with Make.begin() as s:
    s.execute(sa.insert(Account), [
        {"email": "a@x", "street": "s1", "city": "Oslo"}, {"email": "b@x", "street": None, "city": "Rome"},
        {"email": "c@x", "street": None, "city": None}])
    s.add(Phone(number="1", account_id=1)); s.add(Phone(number="0", account_id=1)); s.add(Phone(number="9"))
with Make() as s:
    for account in s.scalars(sa.select(Account).where(Account.city != None).order_by(Account.id)):
        account.addresses.append(Address(street=account.street, city=account.city))
        account.street = account.city = None
    print(len(s.new), len(s.dirty)); s.commit()
    print(s.execute(sa.select(Account.email, Address.city).join(Account.addresses).order_by(Address.id)).all())
    print(s.execute(sa.select(Account.email, sa.func.count(Phone.id)).outerjoin(Phone).group_by(Account.email).order_by(Account.email)).all())
    a = s.get(Account, 1); print([p.number for p in a.phones], a.created)
    a.addresses.clear(); s.commit(); print(s.scalar(sa.select(sa.func.count()).select_from(Address)))
    b = s.query(Account).filter_by(email="b@x").one()
    b.phones = a.phones[:1]; s.flush(); print([p.number for p in a.phones], [p.number for p in b.phones]); s.commit()
    print([p.number for p in a.phones], s.query(Phone.number).filter(Phone.account == None).all(), s.query(Phone).filter(Phone.account.has(email="b@x")).count())
    s.delete(b); s.commit(); print(s.execute(sa.text("select number, account_id from phone order by number")).all(), s.scalar(sa.select(sa.func.count(Address.id))))
    n = s.execute(sa.insert(Address).from_select(["account_id", "city"], sa.select(Account.id, sa.literal("Bonn")).where(~Account.addresses.any())))
    print(n.rowcount, s.execute(sa.select(Address.account_id, Address.city)).all())
    d = s.execute(sa.delete(Phone).where(Phone.account_id.is_(None)).execution_options(synchronize_session="fetch")); print(d.rowcount)
    u = s.execute(sa.update(Account).values(street=sa.select(Address.city).where(Address.account_id == Account.id).scalar_subquery())); print(u.rowcount, s.execute(sa.select(Account.street).order_by(Account.id)).all())
