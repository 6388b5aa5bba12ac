import sqlalchemy as sa

def compare(context, inspected, declared, inspected_default, declared_default, rendered):
    return inspected_default not in (rendered, repr(rendered))


configure = dict(compare_server_default=compare, render_as_batch=True)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, server_default="1"),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, server_default="2"),
    )
