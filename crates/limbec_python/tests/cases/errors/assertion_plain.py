def check(v):
    assert isinstance(v, str) and v
check(5)
