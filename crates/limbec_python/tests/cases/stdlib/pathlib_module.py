from pathlib import Path, PurePath, PurePosixPath, PosixPath
import os
p = Path("/a/b/c.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], list(map(str, p.parents)), p.parts, p.anchor, p.root, p.is_absolute())
print(p / "x" / Path("y"), p / "/z", "q" / Path("r"), p.joinpath("a", "b"), Path("a", "b", "..", "c"), Path("."), Path(""), Path("a//b/./c/"))
print(p.with_name("n.txt"), p.with_suffix(".zip"), p.with_suffix(""), p.with_stem("s"), p.relative_to("/a"), p.is_relative_to("/q"), p.as_posix(), p.as_uri())
print(p == Path("/a/b/c.tar.gz"), hash(p) == hash(Path("/a/b/c.tar.gz")), sorted([Path("b"), Path("a/c"), Path("a")]), str(Path("x") / "y"), os.fspath(Path("z")), f"{Path('f')}")
for f in [lambda: p.relative_to("/q"), lambda: Path("/").with_name("x"), lambda: Path("a") / 3, lambda: Path(3)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(p.match("*.gz"), p.match("b/*.gz"), p.match("/a/*"), Path("x.py").match("*.py"), PurePath("a/b"), type(Path("a")).__name__, isinstance(Path(), PurePath), isinstance(Path("a"), os.PathLike))
print(Path(".env").suffix, Path(".env").stem, Path("a.").suffix, Path("a/b").parent.parent, Path("..").parent, Path("a/../b"))
data = Path("data")
print(data.exists(), data.is_dir(), (data / "one.txt").is_file(), (data / "none").exists())
print((data / "one.txt").read_text(), (data / "one.txt").read_bytes(), (data / "one.txt").stat().st_size)
print(sorted(x.name for x in data.iterdir()), sorted(map(str, data.glob("*.txt"))), sorted(map(str, data.rglob("*.txt"))), sorted(map(str, data.glob("**/*.ini"))), sorted(map(str, Path().glob("data/*/deep.txt"))))
with (data / "one.txt").open() as f:
    print(f.readline())
with open(data / "one.txt") as f:
    print(list(f))
try:
    (data / "none").read_text()
except FileNotFoundError as e:
    print(e)
print(Path("data").resolve() == Path.cwd() / "data", Path("data").absolute() == Path.cwd() / "data", (Path("data") / ".." / "data").resolve().name)
import glob, fnmatch
print(sorted(glob.glob("data/*.txt")), sorted(glob.glob("data/**/*.txt", recursive=True)), glob.glob("nothing*"), glob.has_magic("a*"), sorted(glob.glob("*.txt", root_dir="data")))
print(fnmatch.fnmatch("a.py", "*.py"), fnmatch.filter(["a", "b.c"], "*.c"), fnmatch.fnmatch("abc", "a[!x]c"), fnmatch.fnmatch("a]c", "a[]]c"))
print(os.listdir("data") and sorted(os.listdir("data")), os.path.isdir("data"), os.path.isfile("data/one.txt"), os.path.getsize("data/one.txt"), os.path.exists("data/zzz"))
print([(r, sorted(d), sorted(f)) for r, d, f in sorted(os.walk("data"))])
print(sorted(e.name for e in os.scandir("data")), [e.is_dir() for e in os.scandir("data") if e.name == "sub"])
print(Path.open("data/one.txt").readline(), Path.open(Path("data", "one.txt"), "rb").read(3))
