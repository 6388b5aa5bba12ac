from pathlib import PurePosixPath as P, PurePath
p = P("/a/b/../c.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.parts, p / "d", p.with_suffix(".x"), p.with_name("n"), p.is_absolute(), P("a") / "/b", P("a//b/./c"), P("."), P(""), P("a/b").relative_to("a"), p.match("*.gz"), P("a") < P("b"), P("a") == P("a/"), p.as_posix(), p.root, p.anchor, P("a", "b"), "x" / P("y"), P("a.b").with_stem("z"), p.joinpath("x", "y"), P("/a/b").is_relative_to("/a"))
for action in (lambda: P("a").relative_to("b"), lambda: P("").with_name("x"), lambda: P("a").with_suffix("x"), lambda: P("a") / 5, lambda: P(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
