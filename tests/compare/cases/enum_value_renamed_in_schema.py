# limbec: --compare enums
# rename: app.mood.sad:app.mood.glum
# rename: app.t.mood:app.t.state
# databases: postgresql
import sqlalchemy as sa

configure = {"include_schemas": True}


def before(m):
    kind = sa.Enum("sad", "fine", name="mood", schema="app")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("mood", kind, server_default="sad"), schema="app")


def after(m):
    kind = sa.Enum("fine", "glum", name="mood", schema="app")
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("state", kind, server_default="glum"), schema="app")
