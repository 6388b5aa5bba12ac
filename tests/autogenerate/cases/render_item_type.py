import sqlalchemy as sa

class Money(sa.types.TypeDecorator):
    impl = sa.Numeric(12, 2)
    cache_ok = True


def render(kind, item, context):
    if kind == "type" and isinstance(item, Money):
        context.imports.add("import case as own")
        return "own.%r" % item
    return False


configure = dict(render_item=render)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", Money),
    )
