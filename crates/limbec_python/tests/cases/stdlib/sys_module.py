import sys
from sys import modules, version_info

print(sys.version_info[:2], sys.version_info >= (3, 9), sys.version_info.major, sys.version_info.minor, version_info < (4,))
print(sys.maxsize, sys.byteorder, sys.maxunicode, isinstance(sys.path, list), isinstance(sys.argv, list))
print("sys" in sys.modules, "nothing" in modules, modules["sys"] is sys, modules.get("nothing"), sys.modules[__name__].__name__)
this = sys.modules[__name__]
setattr(this, "made", 5)
print(made)
try:
    sys.exit(3)
except SystemExit as e:
    print("exit", e.code, e.args)
try:
    sys.exit()
except SystemExit as e:
    print("exit", e.code, e.args)
try:
    sys.exit("text")
except SystemExit as e:
    print("exit", e.code)
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    kind, value, tb = sys.exc_info()
    print(kind, value, tb is not None)
print(sys.exc_info())
print(sys.stdout.write("written\n"))
sys.stdout.flush()
sys.stdout.writelines(["a\n", "b\n"])
print("to file", file=sys.stdout)
class Tee:
    def __init__(self):
        self.text = ""
    def write(self, text):
        self.text += text
    def flush(self):
        pass
old = sys.stdout
sys.stdout = tee = Tee()
print("caught", 1)
sys.stdout = old
print(repr(tee.text))
import io
from contextlib import redirect_stdout
out = io.StringIO()
with redirect_stdout(out):
    print("inside")
print(repr(out.getvalue()))
print(sys.getdefaultencoding(), sys.getrecursionlimit(), sys.intern("a"))
print(sys.platform in ("linux", "darwin", "win32"), sys.float_info.max, sys.float_info.epsilon)
import types
fake = types.ModuleType("fake_mod", "doc")
fake.x = 1
sys.modules["fake_mod"] = fake
import fake_mod
from fake_mod import x
print(fake_mod.x, x, fake_mod.__doc__, isinstance(fake, types.ModuleType))
del sys.modules["fake_mod"]
try:
    import fake_mod
except ModuleNotFoundError as e:
    print(e, e.name)
