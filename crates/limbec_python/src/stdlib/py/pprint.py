"""Values on lines that fit."""


def saferepr(thing):
    return _plain(thing, True)


def _key(item):
    try:
        item < item
        return (str(type(item)), item)
    except TypeError:
        return (str(type(item)), id(item))


def _sorted(pairs):
    try:
        return sorted(pairs, key=lambda pair: pair[0])
    except TypeError:
        return sorted(pairs, key=lambda pair: (str(type(pair[0])), str(pair[0])))


def _plain(thing, sort):
    if type(thing) is dict:
        pairs = _sorted(thing.items()) if sort else thing.items()
        return "{" + ", ".join(f"{_plain(key, sort)}: {_plain(value, sort)}" for key, value in pairs) + "}"
    if type(thing) is list:
        return "[" + ", ".join(_plain(item, sort) for item in thing) + "]"
    if type(thing) is tuple:
        inside = ", ".join(_plain(item, sort) for item in thing)
        return f"({inside},)" if len(thing) == 1 else f"({inside})"
    if type(thing) in (set, frozenset) and thing and sort:
        inside = "{" + ", ".join(_plain(item, sort) for item in sorted(thing, key=_key)) + "}"
        return inside if type(thing) is set else f"frozenset({inside})"
    return repr(thing)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if compact or depth is not None or underscore_numbers:
            import _limbec
            _limbec.unsupported("pprint with compact, depth or underscore_numbers")
        self._indent, self._width, self._stream, self._sort = indent, width, stream, sort_dicts

    def pprint(self, thing):
        text = self.pformat(thing) + "\n"
        if self._stream is None:
            print(text, end="")
        else:
            self._stream.write(text)

    def pformat(self, thing):
        return self._format(thing, 0, 0)

    def _format(self, thing, indent, after):
        """`indent` is the column it starts in, `after` is what follows on its last line."""
        text = _plain(thing, self._sort)
        if len(text) <= self._width - indent - after:
            return text
        pad = " " * (self._indent - 1)
        if type(thing) is dict and thing:
            pairs = _sorted(thing.items()) if self._sort else list(thing.items())
            rows = []
            for index, (key, value) in enumerate(pairs):
                name = _plain(key, self._sort)
                last = index == len(pairs) - 1
                start = indent + self._indent + len(name) + 2
                rows.append(f"{name}: {self._format(value, start, after + 1 if last else 1)}")
            return "{" + pad + (",\n" + " " * (indent + self._indent)).join(rows) + "}"
        if type(thing) in (list, tuple, set, frozenset) and thing:
            items = sorted(thing, key=_key) if type(thing) in (set, frozenset) else list(thing)
            first, end = {list: ("[", "]"), tuple: ("(", ",)" if len(items) == 1 else ")"), set: ("{", "}"),
                          frozenset: ("frozenset({", "})")}[type(thing)]
            column = indent + self._indent + len(first) - 1
            rows = [self._format(item, column, after + len(end) if index == len(items) - 1 else 1)
                    for index, item in enumerate(items)]
            return first + pad + (",\n" + " " * column).join(rows) + end
        if type(thing) is str and thing:
            return self._text(thing, indent, after)
        return text

    def _text(self, text, indent, after):
        """A long string as pieces that stand below each other."""
        import re
        level_one = indent == 0
        room = self._width - indent - (2 if level_one else 0)
        pieces = []
        lines = text.splitlines(True)
        for index, line in enumerate(lines):
            last_room = room - after - (1 if level_one else 0) if index == len(lines) - 1 else room
            if len(repr(line)) <= last_room:
                pieces.append(repr(line))
                continue
            words = re.findall(r"\S*\s*", line)[:-1]
            current = ""
            for number, word in enumerate(words):
                longest = last_room if number == len(words) - 1 else room
                if len(repr(current + word)) > longest and current:
                    pieces.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            return pieces[0]
        joined = ("\n" + " " * (indent + (1 if level_one else 0))).join(pieces)
        return f"({joined})" if level_one else joined


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **options):
    pprint(object, *args, sort_dicts=sort_dicts, **options)


def isreadable(object):
    return True


def isrecursive(object):
    return False
