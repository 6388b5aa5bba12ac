for f in (lambda: b"a" + "b", lambda: bytes([256]), lambda: bytes("a"), lambda: bytes.fromhex("zz"), lambda: b"a".decode("nothing")):
    try:
        f()
    except (TypeError, ValueError, LookupError) as error:
        print(type(error).__name__, error)
