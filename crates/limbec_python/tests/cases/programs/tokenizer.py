import re
from typing import NamedTuple
class Tok(NamedTuple): kind: str; text: str; pos: int
SPEC = [("NUM", r"\d+(\.\d+)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[-+*/()=]"), ("WS", r"\s+"), ("BAD", r".")]
RX = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
def lex(s):
    for m in RX.finditer(s):
        if m.lastgroup == "WS": continue
        if m.lastgroup == "BAD": raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        yield Tok(m.lastgroup, m.group(), m.start())
def parse(toks):
    toks = list(toks); i = 0
    def peek(): return toks[i].text if i < len(toks) else None
    def take():
        nonlocal i; i += 1; return toks[i - 1]
    def factor():
        t = take()
        if t.text == "(":
            v = expr(); take(); return v
        if t.text == "-": return -factor()
        return float(t.text) if t.kind == "NUM" else ENV[t.text]
    def term():
        v = factor()
        while peek() in ("*", "/"): v = v * factor() if take().text == "*" else v / factor()
        return v
    def expr():
        v = term()
        while peek() in ("+", "-"): v = v + term() if take().text == "+" else v - term()
        return v
    return expr()
ENV = {"x": 2.5}
for s in ("1 + 2 * 3", "(1 + 2) * 3", "-x * -2", "10 / 4 - 1", "2*(x+(1-0.5))"): print(s, "=", parse(lex(s)))
print(list(lex("a=1")))
try: list(lex("1 $ 2"))
except SyntaxError as e: print(e)
parse(lex("y + 1"))
