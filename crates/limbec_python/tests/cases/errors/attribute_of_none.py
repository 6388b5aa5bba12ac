class Row:
    name = None
def show(row):
    return row.name.upper()
show(Row())
