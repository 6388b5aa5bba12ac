print("a,b,,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "a\nb\r\nc\x0bd".splitlines(), "a\nb".splitlines(True))
try:
    "a".split("")
except ValueError as error:
    print(error)
