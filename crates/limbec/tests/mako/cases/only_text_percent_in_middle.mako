100% sure
key = %(name)s
