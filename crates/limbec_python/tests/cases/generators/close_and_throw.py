def g(log):
    try:
        while True:
            try:
                x = yield len(log)
                log.append(x)
            except KeyError as e:
                log.append(("key", e.args))
                yield "handled"
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")
log = []
it = g(log)
print(next(it), it.send("a"), it.throw(KeyError("k")), it.send("ignored"), log)
it.close()
print(log)
it.close()
try: next(it)
except StopIteration as e: print("stopped", e.value)
try: it.throw(ValueError("after"))
except ValueError as e: print(e)
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)
def not_started():
    print("never")
    yield
n = not_started()
try: n.send(5)
except TypeError as e: print(e)
n.close()
print(list(n))
n = not_started()
try: n.throw(OSError("early"))
except OSError as e: print("early", e)
def raises_stop():
    yield 1
    raise StopIteration("bad")
try: list(raises_stop())
except RuntimeError as e: print(e, repr(e.__cause__))
def returns(): 
    yield 1
    return "value"
def delegates():
    result = yield from returns()
    print("got", result)
    got = yield from [10, 20]
    print(got)
print(list(delegates()))
def rec():
    next(me)
    yield
me = rec()
try: next(me)
except ValueError as e: print(e)
def swallow():
    try:
        yield 1
    except ValueError:
        return "done"
s = swallow(); next(s)
try: s.throw(ValueError)
except StopIteration as e: print(repr(e.value))
