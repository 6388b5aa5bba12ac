x = 5
def check(v):
    assert v > 10, f"v is {v}"
check(x)
