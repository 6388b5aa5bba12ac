try:
    import no_such_module_anywhere
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from os import nothing_like_this
except ImportError as e:
    print(str(e).split(" (")[0])
raise ImportError("no driver", name="psycopg2", path="x")
