op.add_column('t', sa.Column('c', sa.Integer())
op.drop_column('t', 'd')
