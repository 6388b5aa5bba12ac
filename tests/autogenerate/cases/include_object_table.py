import sqlalchemy as sa

def include(item, name, kind, reflected, compare_to):
    return not (kind == "table" and reflected and compare_to is None and name.startswith("spatial"))


configure = dict(include_object=include)


def before(m):
    sa.Table(
        "keep",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
    sa.Table(
        "spatial_ref_sys",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )


def after(m):
    sa.Table(
        "keep",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
    )
