"""Write the cases below `cases/facts`: many small expressions with random values, always the same ones.

python3 tests/facts.py && python3 tests/record.py tests/cases/facts/*.py
"""

import pathlib
import random

HERE = pathlib.Path(__file__).parent / "cases" / "facts"

HEADER = """def p(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


"""

INTS = [0, 1, -1, 2, 3, -3, 5, 7, -7, 10, 12, 100, -100, 255, 2**31, -2**31, 2**53 + 1, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 10**18,
        10**20, -10**20, 3**50, True, False]
FLOATS = [0.0, -0.0, 0.5, 1.0, -1.5, 2.5, 3.14159, 1e-7, 1e16, 123456.789, -2.75, 1e22, 1e300, 5e-324, 0.1, 1 / 3]
STRINGS = ["", "a", "abc", "Hello World", "  pad ", "a,b,,c", "x" * 12, "tab\tnl\n", "ünïcödé", "привет мир", "AbC123", "ß", "'q\"", "😀 ok",
           "1_000", "-42", "3.5e2", "\\n"]


def write(name, random_lines):
    lines = list(dict.fromkeys(random_lines))
    HERE.mkdir(parents=True, exist_ok=True)
    text = HEADER + "".join(f"p(lambda: {line})\n" for line in lines)
    (HERE / f"{name}.py").write_text(text, encoding="utf-8")


def number(rng):
    return repr(rng.choice(INTS if rng.random() < 0.6 else FLOATS))


def whole(rng):
    return repr(rng.choice(INTS))


def string(rng):
    return repr(rng.choice(STRINGS))


def integers(rng):
    for _ in range(400):
        a, b = whole(rng), whole(rng)
        op = rng.choice(["+", "-", "*", "//", "%", "/", "&", "|", "^"])
        yield f"{a} {op} {b}"
    for _ in range(60):
        yield f"{whole(rng)} << {rng.randrange(0, 70)}"
        yield f"{whole(rng)} >> {rng.randrange(0, 70)}"
        yield f"{whole(rng)} ** {rng.randrange(0, 6)}"
        yield f"divmod({whole(rng)}, {whole(rng)})"
        yield f"pow({whole(rng)}, {rng.randrange(0, 9)}, {rng.randrange(1, 99)})"


def floats(rng):
    for _ in range(400):
        op = rng.choice(["+", "-", "*", "//", "%", "/"])
        yield f"{number(rng)} {op} {number(rng)}"
    for value in FLOATS + [1.5, 2.675, 1e15, 1e17, 99999999999999990.0, 2.0**70, 1.1, 123456789012345680.0]:
        yield f"{value!r}"
        yield f"int({value!r})"
        yield f"round({value!r}, {rng.randrange(-3, 6)})"
        yield f"{value!r}.is_integer()"
        yield f"hash({value!r})"
        yield f"{value!r}.hex()"
    for _ in range(80):
        yield f"{rng.uniform(-1e6, 1e6)!r} * {rng.random()!r}"
        yield f"round({rng.uniform(-100, 100)!r}, {rng.randrange(0, 5)})"


def comparisons(rng):
    for _ in range(300):
        op = rng.choice(["<", "<=", "==", "!=", ">", ">="])
        yield f"{number(rng)} {op} {number(rng)}"
    for _ in range(80):
        yield f"{string(rng)} {rng.choice(['<', '==', '>='])} {string(rng)}"
        yield f"[{number(rng)}, {number(rng)}] < [{number(rng)}]"


def specs(rng):
    for _ in range(500):
        spec = rng.choice(["", "<", ">", "^", "=", "*<", "0>", "é^"]) + rng.choice(["", "", "+", "-", " "]) + rng.choice(["", "", "#"])
        spec += rng.choice(["", "", "0"]) + rng.choice(["", "5", "12"]) + rng.choice(["", "", ",", "_"])
        spec += rng.choice(["", "", ".0", ".2", ".5"]) + rng.choice(["", "d", "f", "e", "g", "x", "b", "o", "X", "%", "n", "G", "s", "c"])
        value = rng.choice([lambda: number(rng), lambda: string(rng), lambda: repr(rng.choice([1, 65, 3.7, "txt", True, 1234567, -42, 0.00012, 1e10]))])()
        yield f"format({value}, {spec!r})"


def percent(rng):
    for _ in range(400):
        spec = "%" + rng.choice(["", "", "-", "+", " ", "0", "#"]) + rng.choice(["", "3", "8"]) + rng.choice(["", "", ".0", ".3"])
        spec += rng.choice("sdrfegxXoic%a")
        value = rng.choice([number(rng), string(rng), repr(rng.choice([1, 65, -3.7, "t", None, [1]]))])
        yield f"{spec!r} % ({value},)"


def methods(rng):
    plain = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "split", "splitlines", "isalpha", "isdigit", "isalnum",
             "isspace", "isupper", "islower", "istitle", "isidentifier", "isnumeric", "isdecimal", "isprintable", "isascii", "expandtabs"]
    for text in STRINGS:
        for method in plain:
            yield f"{text!r}.{method}()"
    for _ in range(250):
        text, part = string(rng), repr(rng.choice(["a", "b", "", " ", "o", "l", ",", "ab", "é", "и"]))
        yield f"{text}.{rng.choice(['find', 'rfind', 'count', 'startswith', 'endswith', 'index'])}({part}, {rng.randrange(-4, 6)}, {rng.randrange(-3, 12)})"
        yield f"{text}.{rng.choice(['find', 'rfind', 'count', 'partition', 'rpartition', 'split', 'rsplit', 'strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix'])}({part})"
        yield f"{text}.replace({part}, '<>', {rng.randrange(-1, 3)})"
        yield f"{text}.{rng.choice(['center', 'ljust', 'rjust'])}({rng.randrange(0, 16)}, '*')"
        yield f"{text}.{rng.choice(['split', 'rsplit'])}({rng.choice(['None', part])}, {rng.randrange(-1, 3)})"
        yield f"{text}.zfill({rng.randrange(0, 9)})"
        yield f"{text}.encode({rng.choice(['utf-8', 'ascii', 'latin-1'])!r}, {rng.choice(['strict', 'ignore', 'replace', 'backslashreplace'])!r})"


def slices(rng):
    def bound():
        return rng.choice(["", str(rng.randrange(-12, 13))])

    for _ in range(300):
        value = rng.choice(["'abcdefghij'", "list(range(10))", "tuple(range(7))", "range(2, 20, 3)", "b'bytes here'", "'привет мир'"])
        step = rng.choice(["", ":1", ":2", ":-1", ":-2", ":3", ":0"])
        yield f"{value}[{bound()}:{bound()}{step}]"
        yield f"{value}[{rng.randrange(-11, 11)}]"


def parsing(rng):
    texts = ["12", " 7 ", "-0", "+5", "1_000", "1__0", "_1", "0x1f", "0b11", "0o7", "ff", "z", "", "1.5", "1e3", "inf", "-nan", "١٢", "12abc", "0123", "- 1", "1e400",
             ".5", "5.", "1_0.0_1", "infinity", "0x", "\t9\n", "1e-400"]
    for text in texts:
        yield f"int({text!r})"
        yield f"float({text!r})"
        for base in (0, 2, 8, 16, 36):
            yield f"int({text!r}, {base})"


def containers(rng):
    def items():
        return ", ".join(repr(rng.choice([0, 1, 7, -1, "a", "b", (1, 2), None, 2.5, 3])) for _ in range(rng.randrange(0, 5)))

    for _ in range(120):
        yield f"sorted({{{items() or 0}}}, key=repr)"
        yield f"{{k: 1 for k in [{items()}]}}"
        yield f"sorted(set([{items()}]) {rng.choice('|&-^')} set([{items()}]), key=repr)"
        yield f"set([{items()}]) {rng.choice(['<', '<=', '==', '>'])} set([{items()}])"
        yield f"[{items()}] + [{items()}] * {rng.randrange(-1, 3)}"
        yield f"hash(({', '.join(repr(rng.randrange(-5, 5)) for _ in range(rng.randrange(2, 5)))}))"
        yield f"[{items()}].count({repr(rng.choice([1, 'a', None]))})"


def literals(rng):
    for text in STRINGS + ["\x00\x1f\x7f\x80\xa0\xad", "\u200b\u2028\ufeff", "'", '"', "'\"", "\\", "\r\n", "é\u0301", "\U0001f600\U000e0001"]:
        yield f"{text!r}"
        yield f"ascii({text!r})"
        yield f"{text.encode()!r}"
        yield f"({text!r} == {ascii(text)}, len({text!r}))"
    for _ in range(150):
        yield repr(rng.getrandbits(rng.randrange(1, 200)) * rng.choice([1, -1]))
        yield repr(rng.uniform(-1, 1) * 10 ** rng.randrange(-30, 30))
        yield hex(rng.getrandbits(rng.randrange(1, 90)))


for make in (integers, floats, comparisons, specs, percent, methods, slices, parsing, containers, literals):
    write(make.__name__, make(random.Random(make.__name__)))
