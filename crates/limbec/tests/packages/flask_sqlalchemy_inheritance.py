# A model that inherits, names a table and has no key of its own is in the table of its base.
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Users(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    type = db.Column(db.String(80))
    __mapper_args__ = {"polymorphic_identity": "user", "polymorphic_on": type}


class Admins(Users):
    __tablename__ = "admins"
    __mapper_args__ = {"polymorphic_identity": "admin"}


class Guests(Users):
    __tablename__ = "guests"
    id = db.Column(db.ForeignKey("users.id"), primary_key=True)


print(sorted(db.metadata.tables), Admins.__table__.name, Guests.__table__.name, Admins.__tablename__)
