def load(path):
    try: return {"db": None}[path]
    except KeyError as e: raise LookupError(f"no {path}") from e
def start():
    try: load("cache")
    except LookupError as e:
        try: e.missing
        except AttributeError: raise RuntimeError("cannot start")
try: start()
except RuntimeError as e:
    e.add_note("note: check the settings")
    raise
