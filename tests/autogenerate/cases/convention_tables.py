import sqlalchemy as sa

def metadata():
    return sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )



def before(m):
    pass


def after(m):
    sa.Table(
        "p",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.Integer, unique=True),
    )
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("p_id", sa.ForeignKey("p.id"), index=True),
        sa.Column("u", sa.Integer, unique=True),
        sa.CheckConstraint("u > 0", name="positive"),
    )
