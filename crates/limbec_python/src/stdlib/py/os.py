"""The operating system, as far as a migration may look at it: the environment, and reading below the project."""

import _limbec
import sys
import os.path as path
from os.path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = "posix"
linesep = "\n"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
supports_follow_symlinks = set()


class _Environ:
    """`os.environ`: changes are seen by the script, the process around it keeps its own."""

    def __init__(self, values):
        self._data = values

    def _key(self, key):
        if not isinstance(key, str):
            raise TypeError(f"str expected, not {type(key).__name__}")
        return key

    def __getitem__(self, key):
        return self._data[self._key(key)]

    def __setitem__(self, key, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        self._data[self._key(key)] = value

    def __delitem__(self, key):
        del self._data[self._key(key)]

    def __contains__(self, key):
        return key in self._data

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def get(self, key, default=None):
        return self._data.get(self._key(key), default)

    def setdefault(self, key, value):
        if key not in self._data:
            self[key] = value
        return self._data[key]

    def pop(self, key, *default):
        return self._data.pop(key, *default)

    def popitem(self):
        return self._data.popitem()

    def clear(self):
        self._data.clear()

    def update(self, other=(), /, **values):
        for key, value in dict(other, **values).items():
            self[key] = value

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def copy(self):
        return dict(self._data)

    def __or__(self, other):
        return {**self._data, **dict(other)}

    def __ror__(self, other):
        return {**dict(other), **self._data}

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        return self._data == (other._data if isinstance(other, _Environ) else other)

    def __repr__(self):
        inside = ", ".join(f"{key!r}: {value!r}" for key, value in self._data.items())
        return f"environ({{{inside}}})"


environ = _Environ(_limbec.environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return _limbec.getcwd()


def getpid():
    return _limbec.getpid()


def cpu_count():
    return _limbec.cpu_count()


def urandom(count):
    return _limbec.random_bytes(count)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        bool(path)  # What is absent says so itself.
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def fsencode(path):
    path = fspath(path)
    return path if isinstance(path, bytes) else path.encode("utf-8", "surrogateescape")


def fsdecode(path):
    path = fspath(path)
    return path if isinstance(path, str) else path.decode("utf-8", "surrogateescape")


def listdir(path="."):
    return _limbec.listdir(fspath(path))


class stat_result:
    def __init__(self, mode, size, changed, read):
        self.st_mode = mode
        self.st_size = size
        self.st_mtime = self.st_ctime = changed
        self.st_atime = read
        self.st_mtime_ns = self.st_ctime_ns = int(changed * 10 ** 9)
        self.st_atime_ns = int(read * 10 ** 9)


def stat(path, *, follow_symlinks=True):
    return stat_result(*_limbec.stat(fspath(path), follow_symlinks))


def lstat(path):
    return stat(path, follow_symlinks=False)


def readlink(path):
    return _limbec.readlink(fspath(path))


def access(path, mode, **options):
    if mode & W_OK:
        return False
    return sys.modules["os.path"].exists(path)


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass


def scandir(path="."):
    folder = fspath(path)
    return _Scan([DirEntry(folder, name) for name in _limbec.listdir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = _limbec.listdir(top)
    except OSError as failure:
        if onerror is not None:
            onerror(failure)
        return
    folders, files = [], []
    for one in names:
        (folders if path.isdir(path.join(top, one)) else files).append(one)
    if topdown:
        yield top, folders, files
    for one in folders:
        inner = path.join(top, one)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def getlogin():
    for key in ("LOGNAME", "USER"):
        if environ.get(key):
            return environ[key]
    raise OSError(6, "No such device or address")


def strerror(number):
    import errno
    return errno._texts.get(number, f"Unknown error {number}")


class uname_result:
    def __init__(self):
        self.sysname = {"linux": "Linux", "macos": "Darwin", "windows": "Windows"}.get(_limbec.system(), _limbec.system())
        self.nodename = environ.get("HOSTNAME", "")
        self.release = self.version = ""
        self.machine = _limbec.machine()


def uname():
    return uname_result()


class _PathLikeMeta(type):
    def __instancecheck__(cls, value):
        return hasattr(type(value), "__fspath__")

    def __subclasscheck__(cls, value):
        return hasattr(value, "__fspath__")


class PathLike(metaclass=_PathLikeMeta):
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __class_getitem__(cls, item):
        return _limbec.alias(cls, item)


# The folders that modules wanted to make while they were loaded.
_left_out = set()


def _make_folder(name, folder, exist_ok):
    """What is there already needs no making; what would be made is left out while modules are loaded."""
    if _path_isdir(folder):
        if exist_ok:
            return None
        raise FileExistsError(17, "File exists", fspath(folder))
    result = _limbec.refused(name, f"{name}(): {_CHANGES}")
    _left_out.add(_absolute(folder))
    return result


def mkdir(path, mode=0o777, *, dir_fd=None):
    return _make_folder("os.mkdir", path, False)


def makedirs(name, mode=0o777, exist_ok=False):
    return _make_folder("os.makedirs", name, exist_ok)


def _path_isdir(folder):
    from posixpath import isdir
    return isdir(folder)


def _absolute(folder):
    from posixpath import abspath
    return abspath(folder)


def _writes(name, what):
    def refused(*args, **options):
        return _limbec.refused(f"os.{name}", f"os.{name}(): {what}")
    refused.__name__ = refused.__qualname__ = name
    return refused


_CHANGES = "migration scripts may read files below the project, but not change any"
_RUNS = "migration scripts may not run or steer processes"

for _name in ("chmod", "chown", "fdopen", "link", "mkfifo", "open", "remove", "removedirs", "rename",
              "renames", "replace", "rmdir", "symlink", "truncate", "unlink", "utime", "write", "read", "close", "dup",
              "dup2", "pipe", "fsync", "ftruncate", "lockf", "sync"):
    globals()[_name] = _writes(_name, _CHANGES)
for _name in ("abort", "chdir", "fchdir", "execl", "execle", "execlp", "execv", "execve", "execvp", "fork", "forkpty",
              "kill", "killpg", "nice", "popen", "posix_spawn", "setuid", "setgid", "setsid", "spawnl", "spawnv",
              "startfile", "system", "umask", "wait", "waitpid", "_exit", "getuid", "getgid", "geteuid", "getppid",
              "get_terminal_size", "sched_getaffinity", "times", "getloadavg"):
    globals()[_name] = _writes(_name, _RUNS)
