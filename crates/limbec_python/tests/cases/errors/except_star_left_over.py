def work():
    raise ExceptionGroup("batch", [ValueError("v"), OSError(2, "gone"), KeyError("k")])
try:
    work()
except* ValueError as g:
    print("handled", [str(e) for e in g.exceptions])
