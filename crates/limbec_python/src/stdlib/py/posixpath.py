"""Paths with slashes: `os.path`."""

import _limbec

curdir, pardir, sep, pathsep, extsep, altsep, devnull, defpath = ".", "..", "/", ":", ".", None, "/dev/null", "/bin:/usr/bin"
supports_unicode_filenames = True


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def normcase(path):
    return _text(path)


def isabs(path):
    return _text(path).startswith("/")


def join(path, *parts):
    path = _text(path)
    for part in parts:
        part = _text(part)
        if part.startswith("/") or not path:
            path = part
        elif path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    path = _text(path)
    cut = path.rfind("/") + 1
    head, tail = path[:cut], path[cut:]
    if head.strip("/"):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = _text(path)
    name = path.rfind("/") + 1
    dot = path.rfind(".")
    if dot > name and path[name:dot].strip("."):
        return path[:dot], path[dot:]
    return path, ""


def splitdrive(path):
    return "", _text(path)


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    # Two leading slashes are a root of their own, as POSIX allows.
    root = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".." or not root:
            parts.append(part)
    return root + "/".join(parts) or "."


def abspath(path):
    path = _text(path)
    return normpath(path if path.startswith("/") else join(_limbec.getcwd(), path))


def realpath(path, *, strict=False):
    path = abspath(path)
    real = _limbec.realpath(path)
    if real is None and strict:
        _limbec.stat(path)
    # What is not there, or is not the project's, has no links that a script may follow.
    return path if real is None else real


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    there = [part for part in abspath(path).split("/") if part]
    here = [part for part in abspath(start or ".").split("/") if part]
    same = 0
    while same < min(len(there), len(here)) and there[same] == here[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    first, last = min(paths), max(paths)
    for index, letter in enumerate(first):
        if letter != last[index]:
            return first[:index]
    return first


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith("/") for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return ("/" if paths[0].startswith("/") else "") + "/".join(commonprefix(parts))


def expanduser(path):
    path = _text(path)
    if not path.startswith("~"):
        return path
    import os
    user, slash, rest = path.partition("/")
    if user != "~" or "HOME" not in os.environ:
        return path
    return (os.environ["HOME"].rstrip("/") + slash + rest) or "/"


def expandvars(path):
    path = _text(path)
    if "$" not in path:
        return path
    import os
    import re
    return re.sub(r"\$(\w+|\{[^}]*\})", lambda found: os.environ.get(found[1].strip("{}"), found[0]), path)


def _stat(path, follow=True):
    try:
        return _limbec.stat(_text(path), follow)
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


def lexists(path):
    return _stat(path, False) is not None


def _is(path, kind, follow=True):
    data = _stat(path, follow)
    return data is not None and data[0] & 0o170000 == kind


def isfile(path):
    return _is(path, 0o100000)


def isdir(path):
    return _is(path, 0o040000)


def islink(path):
    return _is(path, 0o120000, False)


def ismount(path):
    return abspath(path) == "/"


def getsize(path):
    return _limbec.stat(_text(path))[1]


def getmtime(path):
    return _limbec.stat(_text(path))[2]


def getatime(path):
    return _limbec.stat(_text(path))[3]


getctime = getmtime


def samefile(a, b):
    return realpath(a) == realpath(b)
