import os
import os.path
from os import environ, getenv, path

print(type(os.environ).__name__)
os.environ["LIMBEC_A"] = "1"
print(os.environ["LIMBEC_A"], getenv("LIMBEC_A"), environ.get("LIMBEC_A"), os.environ.setdefault("LIMBEC_A", "2"))
print(os.environ.setdefault("LIMBEC_B", "2"), os.environ.pop("LIMBEC_B"), os.environ.pop("LIMBEC_B", None))
print(getenv("LIMBEC_NONE"), getenv("LIMBEC_NONE", "x"), "LIMBEC_A" in os.environ, "LIMBEC_Z" in os.environ)
try:
    os.environ["LIMBEC_Z"]
except KeyError as e:
    print("KeyError", e)
try:
    os.environ["LIMBEC_Z"] = 5
except TypeError as e:
    print(e)
del os.environ["LIMBEC_A"]
print("LIMBEC_A" in os.environ)
os.environ.update({"LIMBEC_C": "c"}, LIMBEC_D="d")
print(sorted(k + v for k, v in os.environ.items() if k.startswith("LIMBEC_")))
print(isinstance(os.environ.copy(), dict), {**os.environ}["LIMBEC_C"], dict(os.environ)["LIMBEC_D"])
print(os.sep, os.pathsep, repr(os.linesep), os.name, os.curdir, os.pardir, os.extsep, os.altsep, os.devnull)
print(len(os.urandom(8)), os.cpu_count() > 0, os.getpid() > 0)
for args in [("a", "b"), ("a/", "b"), ("a", "/b"), ("", "b"), ("a", ""), ("a", "..", "c"), ("/",)]:
    print(args, path.join(*args))
for one in ["/a/b/c.txt", "a", "/", "//x", "a/b/", "", ".env", "x/.env", "a.tar.gz", "..", "a/..b", "/a//b/./c/../d", "../x", "/../x",
            "a/b/../../.."]:
    print(repr(one), path.split(one), path.splitext(one), path.basename(one), path.dirname(one), path.normpath(one),
          path.isabs(one))
print(path.relpath("/a/b/c", "/a/d"), path.relpath("/a", "/a"), path.relpath("/a/b", "/"))
print(path.commonpath(["/a/b/c", "/a/b/d"]), path.commonprefix(["/abc", "/abd"]), path.commonpath(["a/b", "a/c"]))
print(path.abspath("/a/../b"), path.abspath("x") == path.join(os.getcwd(), "x"))
os.environ["HOME"] = "/home/me"
print(path.expanduser("~/x"), path.expanduser("~"), path.expanduser("x"), path.expandvars("$HOME/y/${HOME}/$NOPE"))
print(os.fspath("x"), os.fsencode("é"), os.fsdecode(b"x"))
class P:
    def __fspath__(self):
        return "p/q"
print(os.fspath(P()), path.join(P(), "r"), path.basename(P()), isinstance(P(), os.PathLike), isinstance("x", os.PathLike))
try:
    os.fspath(3)
except TypeError as e:
    print(e)
try:
    path.join(3, "x")
except TypeError as e:
    print(e)
print(os.error is OSError, os.R_OK)
