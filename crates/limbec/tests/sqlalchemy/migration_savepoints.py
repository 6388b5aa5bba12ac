import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import declarative_base, Session
Base = declarative_base()
class Item(Base):
    __tablename__ = "item"
    id = sa.Column(sa.Integer, primary_key=True)
    code = sa.Column(sa.String(10), nullable=False, unique=True)
    qty = sa.Column(sa.Integer, server_default=sa.text("7"))
    note = sa.Column(sa.Text, default=lambda: "made")
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    kept, lost = [], []
    for code in ["a", "b", "a", None, "c", "b"]:
        try:
            with s.begin_nested():
                item = Item(code=code); s.add(item); s.flush()
            kept.append(code)
        except IntegrityError as problem:
            lost.append((code, type(problem).__name__, type(problem.orig).__name__, sa.inspect(item).transient))
    print(kept, lost); s.commit()
    print([(i.code, i.qty, i.note) for i in s.query(Item).order_by(Item.code)])
    s.add(Item(code="w")); s.flush(); outer = s.begin_nested(); s.add(Item(code="x")); s.flush()
    inner = s.begin_nested(); s.query(Item).filter_by(code="x").update({"qty": 1}); s.get(Item, 1).note = "changed"; inner.rollback()
    print(s.query(Item.qty).filter_by(code="x").scalar(), s.get(Item, 1).note); outer.commit()
    s.rollback(); print(s.query(Item).count())
    try:
        s.add_all([Item(code="q"), Item(code="a")]); s.commit()
    except IntegrityError: print("refused", s.is_active); s.rollback()
    print(s.query(Item).count(), len(s.new))
    try:
        s.execute(sa.insert(Item), [{"code": "m"}, {"code": "m"}])
    except IntegrityError as problem: s.rollback(); print("again", problem.statement.split("(")[0])
    one = s.query(Item).filter_by(code="a").one(); s.execute(sa.delete(Item).where(Item.code == "a").execution_options(synchronize_session=False)); s.expire(one)
    try: one.qty
    except sa.orm.exc.ObjectDeletedError as problem: print(type(problem).__name__, str(problem).split("(")[0].split("<")[0])
    s.rollback(); print(one.qty)
    s.execute(sa.delete(Item).where(Item.id == one.id).execution_options(synchronize_session=False)); one.qty = 3
    try: s.flush()
    except sa.orm.exc.StaleDataError as problem: print(problem)
    s.rollback()
    copy = s.merge(Item(id=one.id, code="a", qty=11)); print(copy is one, copy.qty, s.is_modified(copy)); s.commit()
    print(s.scalars(sa.select(Item.qty).order_by(Item.code)).all())
with Session(e) as s:
    s.add(Item(code="zz")); s.flush(); s.add(Item(code="zz"))
    try: s.flush()
    except IntegrityError: pass
    for what in (lambda: s.query(Item).count(), lambda: s.commit(), lambda: s.execute(sa.text("select 1"))):
        try: what(); print("no error")
        except sa.exc.PendingRollbackError as problem: print(type(problem).__name__, str(problem).split("Original")[0], s.is_active)
    s.rollback(); print(s.query(Item).filter_by(code="zz").count(), s.is_active)
    r = s.execute(sa.select(Item.code, Item.note).order_by(Item.code)); print(r.fetchmany(2), r.fetchmany(), len(r.fetchall()))
    print([len(p) for p in s.scalars(sa.select(Item)).partitions()], [len(p) for p in s.connection().execute(sa.select(Item.id)).partitions(2)])
    print(sorted(s.execute(sa.select(Item.note, Item.id)).unique().scalars().all()), sorted(s.execute(sa.select(Item.note)).scalars().unique().all()))
