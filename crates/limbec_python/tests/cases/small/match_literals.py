def f(x):
    match x:
        case 0 | 1:
            return "small"
        case -1:
            return "minus"
        case "a" | "b":
            return "letter"
        case None:
            return "none"
        case True:
            return "true"
        case 1.5:
            return "float"
        case _:
            return "other"
print([f(x) for x in (0, 1, True, -1, "a", None, 1.5, [], "c")])
