print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), " a  b ".split(), " a  b ".split(" "), "".split(), "".split(","), " a b c ".split(None, 1), " a b c ".rsplit(None, 1), "a\nb\r\nc\rd\x0be\x0cf\x1cg\u2028h".splitlines(), "a\nb\n".splitlines(True), "abc".split("abc"), "xx".split("x"))
for action in (lambda: "a".split(""), lambda: "a".split(1), lambda: "a".rsplit(sep=""), lambda: "a".partition(""), lambda: "a".split(maxsplit="x"), lambda: "a".join([1]), lambda: ",".join("ab", "c"), lambda: "-".join(["a", None, "b"]), lambda: "-".join(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
