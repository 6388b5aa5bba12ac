def create(name, *, kind):
    return name + kind
create("x", "y")
