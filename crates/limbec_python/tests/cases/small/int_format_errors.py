for spec in ("q", ".3d", "5.", "z", "=+,x"):
    try:
        print(format(5, spec))
    except ValueError as error:
        print(spec, error)
