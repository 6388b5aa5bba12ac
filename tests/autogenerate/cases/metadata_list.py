import sqlalchemy as sa

def metadata():
    return [sa.MetaData(), sa.MetaData()]



def before(m):
    pass


def after(m):
    for number, metadata in enumerate(m):
        sa.Table(f"t{number}", metadata, sa.Column("id", sa.Integer, primary_key=True))
