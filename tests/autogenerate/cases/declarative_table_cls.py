import sqlalchemy as sa
from sqlalchemy.orm import declarative_base


class Naming:
    """A base that names tables, and has classes without a primary key share the table of their parent."""

    @classmethod
    def __table_cls__(cls, name, metadata, *parts, **options):
        if any(isinstance(part, sa.Column) and part.primary_key for part in parts):
            return sa.Table("app_" + name, metadata, *parts, **options)
        return None


def before(m):
    pass


def after(m):
    Base = declarative_base(metadata=m, cls=Naming)

    class User(Base):
        __tablename__ = "users"
        id = sa.Column(sa.Integer, primary_key=True)
        kind = sa.Column(sa.String(10))
        __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "user"}

    class Admin(User):
        __tablename__ = "admins"
        level = sa.Column(sa.Integer)
        __mapper_args__ = {"polymorphic_identity": "admin"}

    class Robot(User):
        __tablename__ = "robots"
        id = sa.Column(sa.ForeignKey("app_users.id"), primary_key=True)
        __mapper_args__ = {"polymorphic_identity": "robot"}
