def outer(flag):
    log = []
    def step(n):
        try:
            log.append(f"try{n}")
            if n == flag: raise RuntimeError(n)
            return n
        except RuntimeError as e:
            log.append(f"except{e}")
            return -1
        else:
            log.append("else")
        finally:
            log.append(f"fin{n}")
    return [step(i) for i in range(3)], log
print(outer(1))
def loop():
    for i in range(5):
        for j in range(5):
            try:
                if j == 1: break
                if i == 1: continue
                if i == 3: return i, j
            finally:
                print("f", i, j, end=";")
        else: print("never")
    print("end")
print(loop())
def gen():
    for i in range(3):
        try: yield i
        finally: print("g", i, end=" ")
for v in gen():
    if v == 1: break
print("after")
def while_try():
    n = 0
    while True:
        n += 1
        try:
            if n < 3: continue
            if n == 5: break
            1 / (n - 3)
        except ZeroDivisionError:
            print("zde at", n)
        else:
            print("else at", n)
        finally:
            print("fin", n)
    return n
print(while_try())
def deep():
    try:
        try:
            try: raise KeyError("a")
            finally: print("1")
        except ValueError: print("no")
        finally: print("2")
    except KeyError as e: print("3", e)
    finally: print("4")
deep()
def ret_in_except():
    try: raise ValueError
    except ValueError: return "except"
    finally: print("finally runs")
print(ret_in_except())
def exc_in_finally():
    try:
        try: raise ValueError("a")
        finally: raise TypeError("b")
    except TypeError as e: return repr(e.__context__)
print(exc_in_finally())
def swallow():
    while True:
        try: raise ValueError
        finally: break
    return "swallowed"
print(swallow())
