import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session
from sqlalchemy.ext.hybrid import hybrid_property, hybrid_method
Base = declarative_base()
class I(Base):
    __tablename__ = "i"
    id = sa.Column(sa.Integer, primary_key=True)
    a = sa.Column(sa.Integer); b = sa.Column(sa.Integer)
    _secret = sa.Column("secret", sa.String)
    @hybrid_property
    def length(self): return self.b - self.a
    @hybrid_method
    def has(self, x): return (self.a <= x) & (x < self.b)
    @hybrid_property
    def secret(self): return self._secret
    @secret.setter
    def secret(self, v): self._secret = v[::-1]
    @length.inplace.expression
    @classmethod
    def _length(cls): return sa.func.abs(cls.b - cls.a)
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    s.add_all([I(a=1, b=5, secret="abc"), I(a=2, b=3)]); s.commit()
    print([(i.length, i.has(3), i.secret) for i in s.query(I).order_by(I.id)])
    print(s.query(I).filter(I.length > 2).count(), s.query(I.length).order_by(I.length.desc()).all(), s.query(I).filter(I.has(2)).count())
    print(sa.select(I.id).where(I.length > 2)); print(s.query(I).filter_by(secret="cba").count()); print(s.query(I).filter(I.secret.is_(None)).count())
