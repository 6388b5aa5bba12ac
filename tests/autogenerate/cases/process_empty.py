import sqlalchemy as sa

def process(context, revision, directives):
    script = directives[0]
    if revision:
        assert script.upgrade_ops.is_empty()
        assert script.downgrade_ops.ops == []


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
