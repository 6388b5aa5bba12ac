import sqlalchemy as sa

def process(context, revision, directives):
    script = directives[0]
    assert script.upgrade_ops.is_empty()
    script.message = "nothing"


configure = dict(process_revision_directives=process)


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
    )
