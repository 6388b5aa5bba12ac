import sqlalchemy as sa

def include(name, kind, parents):
    if kind == "table":
        assert parents["schema_qualified_table_name"] == name
        return name != "other_app"
    return True


configure = dict(include_name=include)


def before(m):
    sa.Table(
        "keep",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
    sa.Table(
        "other_app",
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
