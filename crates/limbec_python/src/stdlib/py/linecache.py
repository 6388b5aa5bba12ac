"""Lines of files."""

import _limbec

cache = {}


def getlines(filename, module_globals=None):
    if filename not in cache:
        try:
            cache[filename] = _limbec.read(filename).decode("utf-8").splitlines(keepends=True)
        except (OSError, UnicodeDecodeError):
            return []
    return cache[filename]


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 0 < lineno <= len(lines) else ""


def checkcache(filename=None):
    cache.clear()


def clearcache():
    cache.clear()
