import contextvars, weakref, gc, threading, queue, errno, keyword, locale, ipaddress, platform, abc, contextlib, traceback, enum, dataclasses, stat, signal, atexit, gettext
v = contextvars.ContextVar("v", default=1)
t = v.set(2); print(v.get(), v.name); v.reset(t); print(v.get())
c = contextvars.copy_context(); c.run(v.set, 9); print(v.get(), c[v])
try:
    contextvars.ContextVar("w").get()
except LookupError as e:
    print("LookupError")
class A: pass
a = A(); r = weakref.ref(a); print(r() is a); d = weakref.WeakKeyDictionary(); d[a] = 1; print(d[a], len(d))
print(gc.collect() >= 0, gc.isenabled())
lock = threading.Lock()
with lock:
    print(lock.locked(), lock.acquire(blocking=False))
print(lock.locked(), threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
l = threading.local(); l.x = 1; print(l.x, hasattr(l, "y"))
rl = threading.RLock()
with rl:
    with rl:
        print("twice")
q = queue.Queue(); q.put(1); print(q.get(), q.empty())
try:
    q.get_nowait()
except queue.Empty:
    print("empty")
print(errno.ENOENT, errno.errorcode[13], keyword.iskeyword("for"), keyword.iskeyword("x"), signal.SIGTERM + 0, stat.S_ISDIR(0o040755), gettext.gettext("a"))
print(ipaddress.ip_address("10.0.0.1"), ipaddress.ip_address("10.0.0.1").is_private, ipaddress.ip_network("10.0.0.0/24").num_addresses, ipaddress.ip_address("::1"), repr(ipaddress.ip_address("2001:db8::0:1")),
      ipaddress.ip_address("10.0.0.5") in ipaddress.ip_network("10.0.0.0/8"), list(ipaddress.ip_network("10.0.0.0/30").hosts()), ipaddress.ip_network("10.0.0.0/255.255.0.0"), int(ipaddress.ip_address("1.2.3.4")))
for bad in ["x", "1.2.3", "256.1.1.1"]:
    try:
        ipaddress.ip_address(bad)
    except ValueError as e:
        print(e)
try:
    ipaddress.ip_network("10.0.0.1/24")
except ValueError as e:
    print(e)
class Base(abc.ABC):
    @property
    @abc.abstractmethod
    def name(self): ...
    @classmethod
    @abc.abstractmethod
    def make(cls): ...
    @abc.abstractmethod
    def go(self): ...
for cls in [Base, type("Half", (Base,), {"go": lambda self: 1})]:
    try:
        cls()
    except TypeError as e:
        print(e)
class Full(Base):
    name = "n"
    @classmethod
    def make(cls): return cls()
    def go(self): return 1
print(Full.make().go(), isinstance(Full(), Base), issubclass(Full, Base), sorted(Base.__abstractmethods__))
@Base.register
class Foreign: pass
print(isinstance(Foreign(), Base), issubclass(int, Base))
@contextlib.contextmanager
def cm(x):
    print("enter", x)
    try:
        yield x * 2
    except ValueError as e:
        print("handled", e)
    finally:
        print("leave")
with cm(2) as y:
    print(y)
with cm(3):
    raise ValueError("inner")
@cm("deco")
def run(): return "ran"
print(run())
with contextlib.suppress(KeyError):
    {}["x"]
with contextlib.ExitStack() as st:
    st.enter_context(cm(5)); st.callback(print, "callback")
with contextlib.nullcontext(7) as n, contextlib.closing(type("C", (), {"close": lambda self: print("closed")})()) as cl:
    print(n)
try:
    try:
        {}["k"]
    except KeyError as e:
        raise RuntimeError("outer") from e
except RuntimeError:
    text = traceback.format_exc()
print(text.splitlines()[0], text.splitlines()[-1], "direct cause" in text, traceback.format_exception_only(ValueError, ValueError("x")))
def boom(): raise KeyError("q")
try:
    boom()
except KeyError as e:
    print(len(traceback.extract_tb(e.__traceback__)), traceback.extract_tb(e.__traceback__)[-1].name, traceback.format_tb(e.__traceback__)[-1].split(",")[2].split("\n")[0])
class Color(str, enum.Enum):
    RED = "red"
    BLUE = "blue"
print(Color.RED, Color("blue"), Color.RED == "red", [c.value for c in Color], Color.RED.name, repr(Color.RED), Color.__members__, f"{Color.RED}", Color.RED.upper(), "red" in [c.value for c in Color], isinstance(Color.RED, str))
class N(enum.IntEnum):
    A = enum.auto()
    B = enum.auto()
print(N.A + 1, N(2), N.B > N.A, list(N), repr(N.A), str(N.A), f"{N.A}")
class F(enum.Flag):
    R = 1
    W = 2
print(F.R | F.W, F.R in (F.R | F.W), F(3), bool(F.R & F.W), (F.R | F.W).value)
class S(enum.StrEnum):
    ONE = enum.auto()
print(S.ONE, S.ONE == "one", repr(S.ONE))
try:
    Color("green")
except ValueError as e:
    print(e)
try:
    Color["GREEN"]
except KeyError as e:
    print("KeyError", e)
print(enum.Enum("Dyn", "a b").b.value, enum.Enum("Dyn2", {"x": 5}).x, Color.RED in Color, len(Color), hash(Color.RED) == hash(Color.RED), Color.RED is Color("red"))
@dataclasses.dataclass(order=True, frozen=True)
class P:
    x: int
    y: int = 0
    z: list = dataclasses.field(default_factory=list, compare=False, repr=False)
print(P(1), P(1) == P(1), P(1) < P(2), dataclasses.asdict(P(1, 2)), dataclasses.replace(P(1), y=5), [f.name for f in dataclasses.fields(P)], hash(P(1)) == hash(P(1)))
try:
    P(1).x = 2
except dataclasses.FrozenInstanceError as e:
    print(e)
@dataclasses.dataclass
class Q(P.__bases__[0]):
    a: int
    b: "str" = "q"
    def __post_init__(self):
        self.c = self.a * 2
print(Q(2), Q(2).c, dataclasses.astuple(Q(1)), dataclasses.is_dataclass(Q))
try:
    Q()
except TypeError as e:
    print(e)
