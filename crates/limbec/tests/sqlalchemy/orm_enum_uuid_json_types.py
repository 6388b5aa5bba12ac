import sqlalchemy as sa, enum, uuid, decimal, datetime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, Session
from typing import Optional, Any, Dict
class Base(DeclarativeBase):
    type_annotation_map = {Dict[str, Any]: sa.JSON, str: sa.String(40)}
class Color(str, enum.Enum):
    red = "RED"
    blue = "BLUE"
class T(Base):
    __tablename__ = "t"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=lambda: uuid.UUID(int=7))
    color: Mapped[Color]
    other: Mapped[Optional[Color]] = mapped_column(sa.Enum(Color, values_callable=lambda c: [m.value for m in c]))
    data: Mapped[Dict[str, Any]] = mapped_column(default=dict)
    amount: Mapped[decimal.Decimal] = mapped_column(sa.Numeric(10, 2))
    day: Mapped[Optional[datetime.date]]
    wait: Mapped[Optional[datetime.timedelta]]
print([(c.name, repr(c.type), c.nullable) for c in T.__table__.c])
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    t = T(color=Color.red, other=Color.blue, amount=decimal.Decimal("3.1"), day=datetime.date(2021, 2, 3), wait=datetime.timedelta(hours=2))
    s.add(t); s.commit()
    print(t.id, t.color, t.other, t.data, t.amount, t.day, t.wait)
    print(s.execute(sa.text("select color, other, data from t")).all(), s.query(T).filter(T.color == Color.red).count(), s.query(T).filter(T.other.in_([Color.blue])).count())
    t.data = {"a": 1}; s.commit(); t.data["b"] = 2; s.commit(); print(t.data)
    print(s.query(T).filter(T.id == uuid.UUID(int=7)).one().id, s.query(T.color).scalar())
