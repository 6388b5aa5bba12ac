import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, sessionmaker, relationship, aliased
Base = declarative_base()
class Employee(Base):
    __tablename__ = "employee"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    type = sa.Column(sa.String)
    boss_id = sa.Column(sa.ForeignKey("employee.id"))
    boss = relationship("Employee", remote_side=[id], backref="reports")
    __mapper_args__ = {"polymorphic_on": type, "polymorphic_identity": "employee"}
class Manager(Employee):
    __tablename__ = "manager"
    id = sa.Column(sa.ForeignKey("employee.id"), primary_key=True)
    bonus = sa.Column(sa.Integer)
    __mapper_args__ = {"polymorphic_identity": "manager"}
class Engineer(Employee):
    skill = sa.Column(sa.String)
    __mapper_args__ = {"polymorphic_identity": "engineer"}
print(sa.select(Manager)); print(sa.select(Engineer)); print(sa.select(Employee))
print(sa.select(Manager.name, Manager.bonus)); print(sa.select(Engineer.name).where(Engineer.skill == "x"))
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
S = sessionmaker(e)
with S() as s:
    m = Manager(name="m", bonus=3); g = Engineer(name="g", skill="py", boss=m)
    s.add_all([g, m]); s.commit()
    print(g.boss.name, [r.name for r in m.reports], g.type, m.type)
    for x in s.query(Employee).order_by(Employee.id): print(type(x).__name__, x.name)
    s.expunge_all()
    print([ (x.name, x.bonus) for x in s.query(Manager)])
    print([ (x.name, x.skill) for x in s.query(Engineer)])
    m = s.query(Manager).one(); m.bonus = 5; m.name = "mm"; s.commit()
    print(m.bonus, m.name)
    A = aliased(Employee)
    print(sa.select(Employee.name, A.name).join(A, Employee.boss_id == A.id))
    print(s.execute(sa.select(Employee.name, A.name).join(A, Employee.boss_id == A.id)).all())
    print(sa.select(Employee).join(Employee.boss.of_type(A)).where(A.name == "x"))
    s.delete(m.reports[0]); s.flush(); s.delete(m); s.commit()
    print(s.query(Employee).count(), s.execute(sa.text("select count(*) from manager")).scalar())
