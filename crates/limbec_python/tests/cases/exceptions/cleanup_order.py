from contextlib import ExitStack, contextmanager, nullcontext, suppress

@contextmanager
def step(name, fail=False):
    print("in", name)
    try:
        yield name
    except ZeroDivisionError as error:
        print("saw", name, error)
        if fail:
            raise RuntimeError(name) from error
        raise
    finally:
        print("out", name)

def work():
    try:
        with step("a"), step("b", fail=True) as b:
            print(b, 1 / 0)
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__), error.__suppress_context__)
        return "returned"
    else:
        print("never")
    finally:
        print("finally")

print(work())
with ExitStack() as stack:
    names = [stack.enter_context(step(n)) for n in "xy"]
    stack.callback(print, "callback", sep="!")
    print(names)
with suppress(KeyError, IndexError):
    [][1]
    print("never")
with nullcontext(5) as five:
    print(five)
def loop():
    for n in range(3):
        try:
            if n == 1:
                continue
            if n == 2:
                break
            print("body", n)
        finally:
            print("end", n)
    else:
        print("never")
loop()
