def check(n):
    if n % 2: raise ValueError(f"odd {n}")
    raise TypeError(n)
errors = []
for i in range(3):
    try: check(i)
    except Exception as e: errors.append(e)
def fail(): raise ExceptionGroup("several", errors + [ExceptionGroup("inner", [KeyError("k")])])
fail()
