import re
from collections import namedtuple
Token = namedtuple("Token", "kind text line")
SPEC = [("comment", r"--[^\n]*|/\*.*?\*/"), ("string", r"'(?:[^']|'')*'"), ("name", r'"[^"]*"|[A-Za-z_]\w*'), ("number", r"\d+(?:\.\d+)?"), ("op", r"[<>!=]=|[-+*/=<>(),;.]"), ("newline", r"\n"), ("space", r"[ \t]+"), ("bad", r".")]
SCANNER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in SPEC), re.DOTALL)
def tokens(text):
    line = 1
    for found in SCANNER.finditer(text):
        kind, piece = found.lastgroup, found.group()
        if kind == "bad":
            raise SyntaxError(f"line {line}: unexpected {piece!r}")
        if kind not in ("space", "newline", "comment"):
            yield Token(kind, piece, line)
        line += piece.count("\n")
sql = """SELECT a.b, 'it''s' -- note
FROM "T x" /* two
lines */ WHERE n >= 1.5;"""
for token in tokens(sql): print(*token, sep=" | ")
try: list(tokens("a\n ?"))
except SyntaxError as error: print(error)
print(Token("x", "y", 1)._replace(line=2), Token._fields, Token._make("abc")._asdict())
