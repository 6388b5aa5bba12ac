import sqlalchemy as sa, enum, json, uuid, hashlib, datetime, decimal
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, Session
from sqlalchemy.orm.attributes import flag_modified
from typing import Optional, Any
class State(enum.Enum):
    draft = 1
    live = 2
    gone = 3
class Base(DeclarativeBase):
    type_annotation_map = {dict[str, Any]: sa.JSON}
class Doc(Base):
    __tablename__ = "doc"
    id: Mapped[int] = mapped_column(primary_key=True)
    settings: Mapped[Optional[dict[str, Any]]]
    extra: Mapped[Optional[Any]] = mapped_column(sa.JSON(none_as_null=True))
    old_state: Mapped[Optional[str]] = mapped_column(sa.String(10))
    state: Mapped[Optional[State]]
    uid: Mapped[Optional[uuid.UUID]] = mapped_column(sa.Uuid)
    digest: Mapped[Optional[str]] = mapped_column(sa.String(64))
    price: Mapped[Optional[decimal.Decimal]] = mapped_column(sa.Numeric(8, 2))
    at: Mapped[Optional[datetime.datetime]]
    blob: Mapped[Optional[bytes]]
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    s.add_all([
        Doc(settings={"theme": "dark", "old": {"size": 3}, "tags": ["x", "y"]}, old_state="DRAFT", price=decimal.Decimal("12.50"), at=datetime.datetime(2024, 2, 29, 12, 30, 15, 250), blob=b"\x00\xff"),
        Doc(settings={"theme": "light"}, old_state="LIVE"), Doc(settings=None, old_state="REMOVED"), Doc(extra=[1, None, "é"], old_state=None)])
    s.commit()
    mapping = {"DRAFT": State.draft, "LIVE": State.live, "REMOVED": State.gone}
    for doc in s.query(Doc).order_by(Doc.id):
        doc.state = mapping.get(doc.old_state)
        doc.uid = uuid.uuid5(uuid.NAMESPACE_DNS, str(doc.id))
        doc.digest = hashlib.sha256(json.dumps(doc.settings, sort_keys=True).encode()).hexdigest()
        if doc.settings:
            new = dict(doc.settings); old = new.pop("old", {}); new["size"] = old.get("size", 1); new["v"] = 2
            doc.settings = new
    s.commit()
    for d in s.query(Doc).order_by(Doc.id): print(d.id, d.settings, d.extra, d.state, d.uid, d.digest[:12], d.price, d.at, d.blob)
    d = s.get(Doc, 1); d.settings["tags"].append("z"); s.commit(); print(d.settings["tags"])
    d.settings["tags"].append("z"); flag_modified(d, "settings"); s.commit(); print(d.settings["tags"])
    print(s.query(Doc.id).filter(Doc.settings["theme"].as_string() == "dark").all(), s.query(Doc.settings["size"].as_integer()).order_by(Doc.id).all(), s.query(Doc.settings["tags"]).order_by(Doc.id).first())
    print(s.query(Doc.id, sa.type_coerce(Doc.settings, sa.JSON)).filter(Doc.id == 2).all())
    print(s.query(Doc).filter(Doc.state.in_([State.live, State.gone])).count(), s.execute(sa.select(Doc.state, sa.func.count()).group_by(Doc.state).order_by(sa.func.count(), Doc.state)).all() and None)
    case = sa.case((Doc.old_state == "DRAFT", "d"), (Doc.old_state.is_(None), "none"), else_=sa.func.lower(Doc.old_state))
    s.execute(sa.update(Doc).values(old_state=case), execution_options={"synchronize_session": False}); s.commit()
    print(s.scalars(sa.select(Doc.old_state).order_by(Doc.id)).all())
    case = sa.case({"d": 1, "live": 2}, value=Doc.old_state, else_=0)
    print(s.scalars(sa.select(case).order_by(Doc.id)).all(), s.execute(sa.select(sa.func.sum(Doc.price), sa.func.max(Doc.at), sa.func.coalesce(sa.func.min(Doc.blob), None))).all() if False else s.execute(sa.select(sa.func.sum(Doc.price), sa.func.max(Doc.at))).all())
    print(s.query(Doc.id).filter(Doc.uid == uuid.uuid5(uuid.NAMESPACE_DNS, "3")).scalar(), s.execute(sa.select(Doc.settings.is_(None), Doc.extra.is_(None)).order_by(Doc.id)).all())
