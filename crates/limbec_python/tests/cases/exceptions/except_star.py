def run(group):
    try:
        raise group
    except* ValueError as g:
        print("values", repr(g), g.exceptions)
    except* (TypeError, KeyError) as g:
        print("types", repr(g))
    else:
        print("else")
    finally:
        print("finally")
    print("after")
run(ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)]))
run(ExceptionGroup("g", [ValueError(1), ExceptionGroup("in", [KeyError("k"), ValueError(4)])]))
run(ValueError("plain"))
try:
    run(ExceptionGroup("rest", [OSError("disk"), ValueError(9)]))
except ExceptionGroup as rest:
    print("rest:", repr(rest), rest.message)
try:
    try:
        raise ExceptionGroup("one", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise RuntimeError("inside")
except BaseExceptionGroup as g:
    print(type(g).__name__, g.message, g.exceptions)
def nothing():
    try:
        print("no error")
    except* ValueError:
        print("never")
    else:
        print("else runs")
nothing()
for i in range(3):
    try:
        if i == 1:
            raise ExceptionGroup("loop", [TypeError(i)])
    except* TypeError as g:
        print("caught", i, g.exceptions[0].args)
try:
    try:
        raise KeyError("x")
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
