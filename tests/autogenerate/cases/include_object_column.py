import sqlalchemy as sa

def include(item, name, kind, reflected, compare_to):
    if kind == "column" and not reflected and item.info.get("skip"):
        return False
    return not (kind == "column" and name == "legacy" and item.table.name == "t")


configure = dict(include_object=include)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("legacy", sa.Integer),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("skipped", sa.Integer, info={"skip": True}),
    )
