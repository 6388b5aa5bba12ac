def t(x):
    try:
        print("try")
        if x == 1: raise ValueError("v")
        if x == 2: raise KeyError("k")
        if x == 3: raise OSError
        if x == 4: return "ret"
    except ValueError as e:
        print("VE", e)
    except (KeyError, IndexError) as e:
        print("KE", e)
    except:
        print("bare")
    else:
        print("else")
        return "from else"
    finally:
        print("fin")
    return "end"
for i in range(5):
    print(i, t(i))
try:
    e = 1
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    print(e)
except NameError as x:
    print(x)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise
except ValueError as v:
    print("reraised", v)
try:
    try:
        raise ValueError("first")
    except ValueError as v:
        raise TypeError("second") from v
except TypeError as x:
    print(repr(x.__cause__), x.__suppress_context__, repr(x.__context__))
try:
    try:
        {}["x"]
    except KeyError:
        int("z")
except ValueError as x:
    print(repr(x.__context__), x.__cause__)
try:
    raise ValueError("x") from None
except ValueError as x:
    print(x.__suppress_context__, x.__cause__)
def nested():
    try:
        try:
            return "inner"
        finally:
            print("f1")
    finally:
        print("f2")
print(nested())
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    try: 1/0
    except "notaclass": pass
except TypeError as e:
    print(e)
class MyErr(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try:
    raise MyErr(1, 2)
except MyErr as e:
    print(e, e.args, e.b, repr(e))
try:
    raise MyErr
except TypeError as e:
    print(e)
print(repr(Exception()), str(Exception(1, "2")), repr(ValueError("a'b")), str(KeyError("k")))
