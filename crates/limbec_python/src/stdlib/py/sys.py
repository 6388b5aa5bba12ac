"""The interpreter as scripts see it."""

import _limbec


class _Modules:
    """The modules that have been imported; changes are seen by `import`."""

    def __getitem__(self, name):
        found = _limbec.module(name)
        if not found:
            raise KeyError(name)
        return found[0]

    def __setitem__(self, name, module):
        _limbec.set_module(name, module)

    def __delitem__(self, name):
        self[name]
        _limbec.remove_module(name)

    def __contains__(self, name):
        return isinstance(name, str) and bool(_limbec.module(name))

    def __iter__(self):
        return iter(_limbec.modules())

    def __len__(self):
        return len(_limbec.modules())

    def get(self, name, default=None):
        found = _limbec.module(name)
        return found[0] if found else default

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, *default):
        if name not in self and default:
            return default[0]
        module = self[name]
        del self[name]
        return module

    def update(self, other=(), **names):
        for name, module in dict(other, **names).items():
            self[name] = module

    def keys(self):
        return dict.fromkeys(self).keys()

    def values(self):
        return self.copy().values()

    def items(self):
        return self.copy().items()

    def copy(self):
        return {name: self[name] for name in self}

    def __repr__(self):
        return repr(self.copy())


class _Stream:
    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    line_buffering = True

    def __init__(self, name, mode, write):
        self.name = name
        self.mode = mode
        self._write = write

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._write(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return {"<stdin>": 0, "<stdout>": 1, "<stderr>": 2}[self.name]

    def readable(self):
        return False

    def writable(self):
        return True

    def reconfigure(self, **options):
        pass

    @property
    def buffer(self):
        return _Bytes(self)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='{self.mode}' encoding='utf-8'>"


class _Bytes:
    def __init__(self, stream):
        self._stream = stream

    def write(self, data):
        self._stream.write(bytes(data).decode("utf-8"))
        return len(data)

    def flush(self):
        pass


class _Input(_Stream):
    def read(self, size=-1):
        _limbec.unsupported("reading from sys.stdin: a migration runs without a person to ask")

    readline = readlines = __iter__ = read

    def readable(self):
        return True

    def writable(self):
        return False


class _Names:
    """A tuple with names, as `sys.version_info` is one."""

    def __init__(self, kind, fields, values):
        self.__dict__.update(zip(fields, values))
        self._kind = kind
        self._fields = fields
        self._values = tuple(values)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __getitem__(self, index):
        return self._values[index]

    def _other(self, other):
        return other._values if isinstance(other, _Names) else other

    def __eq__(self, other):
        return self._values == self._other(other)

    def __lt__(self, other):
        return self._values < self._other(other)

    def __le__(self, other):
        return self._values <= self._other(other)

    def __gt__(self, other):
        return self._values > self._other(other)

    def __ge__(self, other):
        return self._values >= self._other(other)

    def __hash__(self):
        return hash(self._values)

    def __repr__(self):
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{self._kind}({inside})"


modules = _Modules()
argv = _limbec.argv()
orig_argv = list(argv)
path = []
meta_path = []
path_hooks = []
path_importer_cache = {}
warnoptions = []
stdin = __stdin__ = _Input("<stdin>", "r", None)
stdout = __stdout__ = _Stream("<stdout>", "w", _limbec.write_out)
stderr = __stderr__ = _Stream("<stderr>", "w", _limbec.write_err)
version_info = _Names("sys.version_info", ("major", "minor", "micro", "releaselevel", "serial"), (3, 11, 0, "final", 0))
version = "3.11.0 (limbec)"
hexversion = 0x030B00F0
api_version = 1013
copyright = ""
platform = {"macos": "darwin", "windows": "win32"}.get(_limbec.system(), _limbec.system())
maxsize = 2 ** 63 - 1
maxunicode = 0x10FFFF
byteorder = "little"
executable = ""
prefix = base_prefix = exec_prefix = base_exec_prefix = ""
dont_write_bytecode = True
pycache_prefix = None
platlibdir = "lib"
implementation = _Names("sys.implementation", ("name", "version", "hexversion", "cache_tag"),
                        ("limbec", version_info, hexversion, None))
flags = _Names("sys.flags", ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
                             "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet",
                             "hash_randomization", "isolated", "dev_mode", "utf8_mode"),
               (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, False, 1))
float_info = _Names("sys.float_info", ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
                                       "epsilon", "radix", "rounds"),
                    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                     2.220446049250313e-16, 2, 1))
stdlib_module_names = frozenset(name.partition(".")[0] for name in _limbec.stdlib_names() if name[0] != "_")
builtin_module_names = ("builtins", "sys")


def exit(status=None):
    raise SystemExit(status) if status is not None else SystemExit


def exc_info():
    exception = _limbec.handling()
    if exception is None:
        return (None, None, None)
    return (type(exception), exception, exception.__traceback__)


def exception():
    return _limbec.handling()


def getrecursionlimit():
    return _limbec.recursion_limit()


def setrecursionlimit(limit):
    if limit > _limbec.recursion_limit():
        _limbec.unsupported("sys.setrecursionlimit() beyond the limit of the interpreter")


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getsizeof(thing, default=0):
    _limbec.unsupported("sys.getsizeof()")


def intern(text):
    return text


def is_finalizing():
    return False


def getrefcount(thing):
    _limbec.unsupported("sys.getrefcount()")


def gettrace():
    return None


def _getframe(depth=0):
    _limbec.unsupported("sys._getframe()")


def settrace(function):
    _limbec.unsupported("sys.settrace()")


def _excepthook(kind, value, traceback):
    stderr.write(_limbec.format_exception(value))


excepthook = __excepthook__ = _excepthook
