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
        "a_table_with_quite_a_long_name_that_goes_on",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a_column_with_a_name_that_is_just_as_long_or_longer", sa.Integer, index=True, unique=True),
    )
