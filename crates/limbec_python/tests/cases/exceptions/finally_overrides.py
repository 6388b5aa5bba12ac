def f():
    for i in range(3):
        try:
            if i == 1: raise ValueError(i)
            print("body", i)
        except ValueError as e:
            print("caught", e)
            continue
        else:
            print("else", i)
        finally:
            print("finally", i)
    return "end"
print(f())
def g():
    try:
        return "try"
    finally:
        return "finally"
print(g())
def h():
    while True:
        try:
            raise KeyError("lost")
        finally:
            break
    return "swallowed"
print(h())
def k():
    x = 1
    try:
        return x
    finally:
        x = 2
print(k())
def nested():
    try:
        try:
            raise ValueError("first")
        finally:
            raise TypeError("second")
    except TypeError as e:
        return e, e.__context__, e.__cause__
print(nested())
def loop():
    out = []
    for x in "abc":
        try:
            if x == "b": continue
            out.append(x)
        finally:
            out.append(x.upper())
    return out
print(loop())
try:
    e = None
    try:
        raise ValueError
    except ValueError as e:
        pass
    print(e)
except NameError as err:
    print(type(err).__name__, err)
