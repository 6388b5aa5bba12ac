import sqlalchemy as sa

def include(item, name, kind, reflected, compare_to):
    return not (kind == "index" and reflected and name.startswith("manual"))


configure = dict(include_object=include)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Index("manual_a", "a"),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Index("ix_a", "a"),
    )
