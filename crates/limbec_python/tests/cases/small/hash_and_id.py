print(hash("a") == hash("a"), hash((1, 2)) == hash((1.0, 2.0)), hash(-1), hash(0.5) == hash(0.5), id(None) == id(None))
for value in ([], {}, set(), slice(1)):
    try:
        hash(value)
    except TypeError as error:
        print(error)
