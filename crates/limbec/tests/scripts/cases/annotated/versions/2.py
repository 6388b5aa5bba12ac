'''single quotes'''
revision = '0002'
down_revision = ('0001',)
branch_labels = []
depends_on = ()


def upgrade():
    pass
