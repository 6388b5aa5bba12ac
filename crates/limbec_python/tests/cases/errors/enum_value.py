import enum
class State(enum.Enum):
    NEW = "new"
    DONE = "done"
def migrate(values): return [State(v).name for v in values]
print(migrate(["new", "done"]))
try: migrate(["new", "old"])
except ValueError as e: raise SystemError("unknown state") from e.__context__ or None
