"""Files whose names fit a pattern."""

import fnmatch
import os
import os.path as _path


def has_magic(text):
    return any(letter in text for letter in "*?[")


def escape(pathname):
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in pathname)


def _names(folder, only_dirs):
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    return [name for name in names if not only_dirs or _path.isdir(_path.join(folder, name))]


def _below(folder, base):
    yield folder
    for name in _names(_path.join(base, folder), True):
        if not name.startswith("."):
            yield from _below(_path.join(folder, name), base)


def _find(folder, parts, base, recursive, hidden):
    if not parts:
        if folder:
            yield folder
        return
    first, rest = parts[0], parts[1:]
    place = _path.join(base, folder)
    if first == "**" and recursive:
        if not rest:
            for one in _below(folder, base):
                if one:
                    yield one if one != folder else one + "/"
                for name in _names(_path.join(base, one), False):
                    full = _path.join(one, name)
                    if not name.startswith(".") and not _path.isdir(_path.join(base, full)):
                        yield full
            return
        for one in _below(folder, base):
            yield from _find(one, rest, base, recursive, hidden)
    elif not has_magic(first):
        full = _path.join(folder, first) if first else _path.join(folder, "")
        if _path.lexists(_path.join(base, full)):
            yield from _find(full, rest, base, recursive, hidden)
    else:
        for name in _names(place, bool(rest)):
            if (not name.startswith(".") or first.startswith(".") or hidden) and fnmatch.fnmatchcase(name, first):
                yield from _find(_path.join(folder, name), rest, base, recursive, hidden)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = "/" if pathname.startswith("/") else ""
    parts = pathname.lstrip("/").split("/")
    # The part before the first pattern is taken as it stands: it may lead out of the folder and back.
    while len(parts) > 1 and not has_magic(parts[0]):
        root = _path.join(root, parts.pop(0))
    yield from _find(root, parts, os.fspath(root_dir or ""), recursive, include_hidden)


def glob(pathname, **options):
    return list(iglob(pathname, **options))
