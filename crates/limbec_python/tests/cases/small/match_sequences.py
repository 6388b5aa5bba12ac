def f(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return f"one {one}"
        case [first, *rest, last] if first == last:
            return f"same {rest}"
        case (a, [b, c]):
            return f"nested {a} {b} {c}"
        case [a, _, *_]:
            return f"long {a}"
        case str() as text:
            return f"text {text}"
print([f(x) for x in ([], [1], [1, 2, 1], (1, [2, 3]), [1, 2, 3], "ab", {1})])
