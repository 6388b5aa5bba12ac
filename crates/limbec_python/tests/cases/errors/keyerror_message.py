config = {"a": {"b": 1}}
def read(path):
    node = config
    for part in path.split("."):
        node = node[part]
    return node
print(read("a.b"))
read("a.c")
