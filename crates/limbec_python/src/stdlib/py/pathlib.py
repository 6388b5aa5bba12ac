"""Paths as objects."""

import _limbec
import os
import os.path as _path

__all__ = ["Path", "PosixPath", "PurePath", "PurePosixPath", "PureWindowsPath", "WindowsPath"]


class PurePath(os.PathLike):
    def __new__(cls, *parts, **options):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        made = object.__new__(cls)
        made._set(parts)
        return made

    def __init__(self, *parts):
        pass

    def _set(self, parts):
        texts = []
        for part in parts:
            if isinstance(part, PurePath):
                texts.append(part._text)
            else:
                part = os.fspath(part)
                if not isinstance(part, str):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                    f"not {type(part).__name__!r}")
                texts.append(part)
        whole = _path.join(*texts) if texts else ""
        root = "//" if whole.startswith("//") and not whole.startswith("///") else "/" if whole.startswith("/") else ""
        self._root = root
        self._names = [name for name in whole.split("/") if name and name != "."]
        self._text = root + "/".join(self._names) or "."

    def _made(self, root, names):
        return type(self)(root + "/".join(names))

    def __str__(self):
        return self._text

    __fspath__ = __str__

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __bytes__(self):
        return self._text.encode()

    def __hash__(self):
        return hash(self._text)

    def _key(self):
        return (self._root, self._names)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        try:
            return type(self)(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return type(self)(other, self)
        except TypeError:
            return NotImplemented

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._names)

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return tuple(self._made(self._root, self._names[:count]) for count in range(len(self._names) - 1, -1, -1))

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return "file://" + quote(self._text)

    def joinpath(self, *others):
        return type(self)(self, *others)

    def relative_to(self, *others):
        other = type(self)(*others)
        size = len(other._names)
        if self._root != other._root or self._names[:size] != other._names:
            raise ValueError(f"{self._text!r} is not in the subpath of {other._text!r} OR one path is relative and the "
                             "other is absolute.")
        return self._made("", self._names[size:])

    def is_relative_to(self, *others):
        try:
            self.relative_to(*others)
        except ValueError:
            return False
        return True

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, [*self._names[:-1], name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def match(self, pattern):
        import fnmatch
        wanted = type(self)(pattern)
        if not wanted._names:
            raise ValueError("empty pattern")
        if wanted._root and (wanted._root != self._root or len(wanted._names) != len(self._names)):
            return False
        if len(wanted._names) > len(self._names):
            return False
        return all(fnmatch.fnmatchcase(name, part)
                   for name, part in zip(reversed(self._names), reversed(wanted._names)))


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    def __new__(cls, *parts):
        _limbec.unsupported("pathlib.PureWindowsPath")


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        if not self._root and self._names and self._names[0][:1] == "~":
            home = _path.expanduser(self._names[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self._made("", [home.rstrip("/"), *self._names[1:]])
        return self

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(_path.realpath(self._text, strict=strict))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self._text, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self._text)

    def exists(self):
        return _path.exists(self._text)

    def is_file(self):
        return _path.isfile(self._text)

    def is_dir(self):
        return _path.isdir(self._text)

    def is_symlink(self):
        return _path.islink(self._text)

    def is_mount(self):
        return _path.ismount(self._text)

    def samefile(self, other):
        return _path.samefile(self._text, other)

    def readlink(self):
        return type(self)(os.readlink(self._text))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        # A script may call it on the class, with a string.
        return open(self, mode, encoding=encoding)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding) as file:
            return file.read()

    def read_bytes(self):
        return _limbec.read(self._text)

    def iterdir(self):
        for name in os.listdir(self._text):
            yield self / name

    def _below(self):
        yield self
        if self.is_dir() and not self.is_symlink():
            for child in self.iterdir():
                if child.is_dir():
                    yield from child._below()

    def glob(self, pattern):
        wanted = PurePosixPath(pattern)
        if not str(pattern):
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if wanted._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from self._glob(wanted._names)

    def _glob(self, names):
        import fnmatch
        if not names:
            yield self
            return
        first, rest = names[0], names[1:]
        if first == "**":
            seen = set()
            for folder in self._below():
                for found in folder._glob(rest):
                    if found not in seen:
                        seen.add(found)
                        yield found
        elif not any(letter in first for letter in "*?["):
            child = self / first
            if child.exists():
                yield from child._glob(rest)
        elif self.is_dir():
            for child in self.iterdir():
                if fnmatch.fnmatchcase(child.name, first) and (not rest or child.is_dir()):
                    yield from child._glob(rest)

    def rglob(self, pattern):
        yield from self._glob(["**", *PurePosixPath(pattern)._names])

    def owner(self):
        _limbec.unsupported("pathlib.Path.owner()")

    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass


def _mkdir(self, mode=0o777, parents=False, exist_ok=False):
    return os._make_folder("pathlib.Path.mkdir", self, exist_ok)


_mkdir.__name__ = "mkdir"
Path.mkdir = _mkdir


def _writes(name):
    def refused(self, *args, **options):
        return _limbec.refused(
            f"pathlib.Path.{name}",
            f"pathlib.Path.{name}(): migration scripts may read files below the project, but not change any",
        )
    refused.__name__ = name
    return refused


for _name in ("write_text", "write_bytes", "rmdir", "unlink", "touch", "rename", "replace", "chmod",
              "symlink_to", "hardlink_to"):
    setattr(Path, _name, _writes(_name))


class PosixPath(Path, PurePosixPath):
    pass


class WindowsPath(Path):
    def __new__(cls, *parts):
        raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
