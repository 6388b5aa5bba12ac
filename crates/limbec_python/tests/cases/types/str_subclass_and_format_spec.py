class Tag(str):
    def __format__(self, spec): return f"<{self.upper() if spec == 'up' else str.__format__(self, spec)}>"
    def __str__(self): return "tag:" + str.__str__(self)
    def __eq__(self, o): return str.__eq__(self.lower(), o)
    def __hash__(self): return hash(self.lower())
    def __add__(self, o): return Tag(str.__add__(self, o))
    def __getitem__(self, i): return Tag(super().__getitem__(i))
t = Tag("Ab"); print(t, repr(t), f"{t}", f"{t:up}", f"{t:>4}", f"{t!s}", f"{t!r}", "%s" % t, "{}".format(t), t + "c", type(t + "c").__name__, t[0], type(t[0]).__name__, t == "ab", {t: 1}.get("ab"), t.upper(), type(t.upper()).__name__, "x" + t, len(t), t in ["ab"], ",".join([t, t]), str(t), t.split("b"), isinstance(t, str), "Ab" == t, sorted([Tag("b"), Tag("A")]), t * 2, bool(Tag("")), int(Tag("12")), [*t], "A" in t, t.encode(), ascii(t), t.replace("A", "z"))
