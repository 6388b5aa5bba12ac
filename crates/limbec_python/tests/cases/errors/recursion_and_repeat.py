def r(n):
    return r(n + 1) if n < 10 else 1 / 0
r(0)
