import sqlalchemy as sa
from sqlalchemy.ext.automap import automap_base
from sqlalchemy.orm import Session
e = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
with e.begin() as c:
    c.execute(sa.text("create table users (id integer primary key, name varchar(20))"))
    c.execute(sa.text("create table addr (id integer primary key, email varchar, user_id integer references users (id))"))
Base = automap_base(); Base.prepare(autoload_with=e)
U, A = Base.classes.users, Base.classes["addr"]
with Session(e) as s:
    s.add(A(email="x", users=U(name="n"))); s.commit()
    print(s.query(U).one().addr_collection[0].email, s.query(A).one().users.name, sorted(Base.classes.keys()))
