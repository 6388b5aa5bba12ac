"""`.env` files (the package python-dotenv).

Covers `load_dotenv`, `dotenv_values`, `find_dotenv` and the rest of what reads files; does not cover writing them.
"""

import _limbec
import os
import re
from collections import OrderedDict

_NAME = re.compile(r"(?:export[^\S\r\n]+)?(?:'([^']+)'|([^=\#\s]+))[^\S\r\n]*")
_SINGLE = re.compile(r"'((?:\\'|[^'])*)'")
_DOUBLE = re.compile(r'"((?:\\"|[^"])*)"')
_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_REFERENCE = re.compile(r"\$\{([^\}:]*)(?::-([^\}]*))?\}")


def _pairs(text):
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if text[place] == "#":
            place = end
            continue
        found = _NAME.match(text, place)
        if found is None:
            place = end
            continue
        name = found[1] or found[2]
        place = found.end()
        if text[place:place + 1] != "=":
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            if not text[place:end].strip() or text[place:end].lstrip().startswith("#"):
                yield name, None
            place = end
            continue
        place += 1
        while text[place:place + 1] in (" ", "\t"):
            place += 1
        single, double = _SINGLE.match(text, place), _DOUBLE.match(text, place)
        if single is not None:
            value = re.sub(r"\\([\\'])", r"\1", single[1])
            place = single.end()
        elif double is not None:
            value = re.sub(r"\\([\\'\"abfnrtv])", lambda found: _ESCAPES[found[1]], double[1])
            place = double.end()
        else:
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            value = re.sub(r"\s+#.*", "", text[place:end]).rstrip()
            yield name, value
            place = end
            continue
        yield name, value
        end = text.find("\n", place)
        place = len(text) if end < 0 else end


def _resolved(pairs, override, interpolate):
    values = OrderedDict()
    for name, value in pairs:
        if value is not None and interpolate:
            known = {**os.environ, **values} if override else {**values, **os.environ}
            value = _REFERENCE.sub(
                lambda found: known[found[1]] or "" if found[1] in known else found[2] or "", value)
        values[name] = value
    return values


def _text(dotenv_path, stream, encoding):
    if stream is not None:
        return stream.read()
    path = os.fspath(dotenv_path) if dotenv_path else find_dotenv()
    if not path or not os.path.isfile(path):
        return None
    return _limbec.read(path).decode(encoding or "utf-8").replace("\r\n", "\n")


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    frame = None if usecwd else _limbec.frame()
    folder = os.path.abspath(os.path.dirname(frame[0]) if frame else os.getcwd())
    root = _limbec.project_root()
    # What lies above the project is not the script's to read.
    while root is not None and (folder + "/").startswith(root.rstrip("/") + "/"):
        path = os.path.join(folder, filename)
        if os.path.isfile(path):
            return path
        folder = os.path.dirname(folder)
    if raise_error_if_not_found:
        raise OSError("File not found")
    return ""


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    text = _text(dotenv_path or (None if stream else find_dotenv()), stream, encoding)
    return _resolved(_pairs(text or ""), True, interpolate)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    text = _text(dotenv_path or (None if stream else find_dotenv()), stream, encoding)
    values = _resolved(_pairs(text or ""), override, interpolate)
    for name, value in values.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


def set_key(*args, **options):
    _limbec.unsupported("dotenv.set_key(): migration scripts may read files below the project, but not change any")


unset_key = set_key
