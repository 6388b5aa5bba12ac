import sqlalchemy as sa


def short(constraint, table):
    return "_".join(column.name[:2] for column in constraint.columns) or "none"


def marked(index, table):
    return "uq_" if index.unique else ""


def metadata():
    return sa.MetaData(naming_convention={
        "ix": "ix_%(marked)s%(table_name)s_%(short)s", "uq": "uq_%(table_name)s_%(short)s", "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(short)s_%(referred_table_name)s", "short": short, "marked": marked,
    })


def before(m):
    sa.Table("rooms", m, sa.Column("id", sa.Integer, primary_key=True))


def after(m):
    sa.Table("rooms", m, sa.Column("id", sa.Integer, primary_key=True))
    sa.Table(
        "events", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("room_id", sa.ForeignKey("rooms.id")),
        sa.Column("name", sa.String(10), index=True), sa.Column("code", sa.String(5)), sa.Column("place", sa.Integer),
        sa.UniqueConstraint("code", "place"), sa.Index(None, "name", "code", unique=True),
    )
