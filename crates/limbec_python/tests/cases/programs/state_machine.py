def tokenize(src):
    i = 0
    while i < len(src):
        c = src[i]
        if c.isspace(): i += 1
        elif c.isdigit():
            j = i
            while j < len(src) and (src[j].isdigit() or src[j] == "."): j += 1
            yield ("num", float(src[i:j]) if "." in src[i:j] else int(src[i:j])); i = j
        elif c in "+-*/()": yield ("op", c); i += 1
        else: raise SyntaxError(f"bad char {c!r} at {i}")
class Parser:
    def __init__(self, src): self.toks = list(tokenize(src)) + [("end", None)]; self.i = 0
    @property
    def cur(self): return self.toks[self.i]
    def take(self): self.i += 1; return self.toks[self.i - 1]
    def expr(self):
        v = self.term()
        while self.cur[1] in ("+", "-"):
            op = self.take()[1]; r = self.term(); v = v + r if op == "+" else v - r
        return v
    def term(self):
        v = self.atom()
        while self.cur[1] in ("*", "/"):
            op = self.take()[1]; r = self.atom(); v = v * r if op == "*" else v / r
        return v
    def atom(self):
        kind, val = self.take()
        match kind, val:
            case "num", n: return n
            case "op", "(":
                v = self.expr(); assert self.take()[1] == ")", "expected )"; return v
            case "op", "-": return -self.atom()
            case _: raise SyntaxError(f"unexpected {val!r}")
for s in ["1 + 2 * 3", "(1+2)*3 - -4", "10 / 4", "2 * (3", "1 $ 2", "1.5*2", ""]:
    try: print(s, "=", Parser(s).expr())
    except (SyntaxError, AssertionError) as e: print(s, "->", type(e).__name__, e)
