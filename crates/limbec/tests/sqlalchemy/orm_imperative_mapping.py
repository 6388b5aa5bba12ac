import sqlalchemy as sa
from sqlalchemy.orm import registry, relationship, Session, synonym, column_property, composite
r = registry()
users = sa.Table("users", r.metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("first", sa.String), sa.Column("last", sa.String))
notes = sa.Table("notes", r.metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.String), sa.Column("user_id", sa.ForeignKey("users.id")))
class User: pass
class Note:
    def __init__(self, text): self.text = text
r.map_imperatively(User, users, properties={"notes": relationship(Note, backref="user"), "given": synonym("first"), "full": column_property(users.c.first + " " + users.c.last)})
r.map_imperatively(Note, notes)
e = sa.create_engine("sqlite://"); r.metadata.create_all(e)
with Session(e) as s:
    u = User(first="a", last="b"); u.notes.append(Note("n")); s.add(u); s.commit()
    print(u.full, u.given, u.notes[0].user is u, s.query(User).filter(User.given == "a").count(), s.query(User).filter(User.full == "a b").count())
    print(sa.select(User)); print(sa.inspect(User).attrs.keys(), sa.inspect(Note).relationships.keys())
    u.given = "z"; s.commit(); print(u.first, u.full)
