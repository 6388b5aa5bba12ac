"""TOML."""

import datetime as _datetime
import re as _re

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    pass


def load(fp, /, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    return _Reader(s.replace("\r\n", "\n"), parse_float).document()


_BARE = _re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = _re.compile(
    r"0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*"
    r"|[+-]?(?:0|[1-9](?:_?\d)*)(?P<fraction>(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)"
)
_MOMENT = _re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d(?:\.\d{1,6})?)\d*(Z|z|[+-]\d\d:\d\d)?)?|(\d\d:\d\d:\d\d(?:\.\d{1,6})?)\d*"
)
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class _Reader:
    def __init__(self, text, parse_float):
        self.text = text
        self.place = 0
        self.parse_float = parse_float
        # The tables that a header or a dotted key has made, so that they are not made again.
        self.declared = set()
        self.closed = set()

    def fail(self, message):
        line = self.text.count("\n", 0, self.place) + 1
        column = self.place - (self.text.rfind("\n", 0, self.place) + 1) + 1
        where = "end of document" if self.place >= len(self.text) else f"line {line}, column {column}"
        raise TOMLDecodeError(f"{message} (at {where})")

    def peek(self, count=1):
        return self.text[self.place:self.place + count]

    def space(self):
        while self.peek() in (" ", "\t") and self.peek():
            self.place += 1

    def blank(self):
        while True:
            self.space()
            if self.peek() == "#":
                end = self.text.find("\n", self.place)
                self.place = len(self.text) if end < 0 else end
            if self.peek() != "\n":
                return
            self.place += 1

    def end_of_line(self):
        self.space()
        if self.peek() not in ("", "#", "\n"):
            self.fail("Expected newline or end of document after a statement")

    def document(self):
        root = table = {}
        prefix = ()
        while True:
            self.blank()
            if not self.peek():
                return root
            if self.peek(2) == "[[":
                self.place += 2
                prefix = self.key()
                if self.peek(2) != "]]":
                    self.fail("Expected ']]' at the end of an array declaration")
                self.place += 2
                table = self.table(root, prefix[:-1])
                array = table.setdefault(prefix[-1], [])
                if not isinstance(array, list) or id(array) in self.closed:
                    self.fail("Cannot overwrite a value")
                table = {}
                array.append(table)
            elif self.peek() == "[":
                self.place += 1
                prefix = self.key()
                if self.peek() != "]":
                    self.fail("Expected ']' at the end of a table declaration")
                self.place += 1
                table = self.table(root, prefix)
                if id(table) in self.declared:
                    self.fail(f"Cannot declare {prefix} twice")
                self.declared.add(id(table))
            else:
                self.pair(table)
            self.end_of_line()

    def table(self, root, names):
        for name in names:
            root = root.setdefault(name, {})
            if isinstance(root, list) and root and id(root) not in self.closed:
                root = root[-1]
            if not isinstance(root, dict) or id(root) in self.closed:
                self.fail("Cannot overwrite a value")
        return root

    def pair(self, table):
        names = self.key()
        if self.peek() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.place += 1
        self.space()
        value = self.value()
        for name in names[:-1]:
            table = table.setdefault(name, {})
            if not isinstance(table, dict) or id(table) in self.closed:
                self.fail("Cannot overwrite a value")
            self.declared.add(id(table))
        if names[-1] in table:
            self.fail("Cannot overwrite a value")
        table[names[-1]] = value

    def key(self):
        names = []
        while True:
            self.space()
            if self.peek() in ('"', "'") and self.peek():
                names.append(self.string(one_line=True))
            else:
                found = _BARE.match(self.text, self.place)
                if found is None:
                    self.fail("Invalid initial character for a key part")
                names.append(found[0])
                self.place = found.end()
            self.space()
            if self.peek() != ".":
                return tuple(names)
            self.place += 1

    def value(self):
        first = self.peek()
        if first and first in "\"'":
            return self.string()
        if self.peek(4) == "true":
            self.place += 4
            return True
        if self.peek(5) == "false":
            self.place += 5
            return False
        if first == "[":
            return self.array()
        if first == "{":
            return self.inline_table()
        found = _MOMENT.match(self.text, self.place)
        if found is not None:
            return self.moment(found)
        for word, value in (("inf", "inf"), ("+inf", "inf"), ("-inf", "-inf"), ("nan", "nan"), ("+nan", "nan"), ("-nan", "nan")):
            if self.peek(len(word)) == word:
                self.place += len(word)
                return self.parse_float(value)
        found = _NUMBER.match(self.text, self.place)
        if found is None:
            self.fail("Invalid value")
        self.place = found.end()
        return self.parse_float(found[0]) if found["fraction"] else int(found[0], 0)

    def moment(self, found):
        day, time, zone, alone = found.groups()
        self.place = found.end()
        try:
            if alone is not None:
                return _datetime.time.fromisoformat(alone)
            if time is None:
                return _datetime.date.fromisoformat(day)
            return _datetime.datetime.fromisoformat(f"{day}T{time}{(zone or '').upper().replace('Z', '+00:00')}")
        except ValueError:
            self.fail("Invalid date or datetime")

    def array(self):
        items = []
        self.place += 1
        while True:
            self.blank()
            if self.peek() == "]":
                break
            items.append(self.value())
            self.blank()
            if self.peek() == ",":
                self.place += 1
            elif self.peek() != "]":
                self.fail("Unclosed array")
        self.place += 1
        self.closed.add(id(items))
        return items

    def inline_table(self):
        table = {}
        self.place += 1
        self.space()
        while self.peek() != "}":
            self.pair(table)
            self.space()
            if self.peek() == ",":
                self.place += 1
                self.space()
                if self.peek() == "}":
                    self.fail("Invalid initial character for a key part")
            elif self.peek() != "}":
                self.fail("Unclosed inline table")
        self.place += 1
        self.closed.add(id(table))
        return table

    def string(self, one_line=False):
        quote = self.peek()
        long = self.peek(3) == quote * 3 and not one_line
        end = quote * 3 if long else quote
        self.place += len(end)
        if long and self.peek() == "\n":
            self.place += 1
        parts = []
        while self.peek(len(end)) != end:
            char = self.peek()
            if not char or (char == "\n" and not long):
                self.fail("Unterminated string")
            self.place += 1
            if char == "\\" and quote == '"':
                parts.append(self.escape(long))
            else:
                parts.append(char)
        self.place += len(end)
        if long:
            # Up to two quotes may stand before the three that end it.
            while self.peek() == quote:
                parts.append(quote)
                self.place += 1
        return "".join(parts)

    def escape(self, long):
        char = self.peek()
        self.place += 1
        if char in _ESCAPES and char:
            return _ESCAPES[char]
        if char and char in "uU":
            count = 4 if char == "u" else 8
            digits = self.peek(count)
            if len(digits) < count or not _re.fullmatch("[0-9A-Fa-f]+", digits):
                self.fail("Invalid hex value")
            self.place += count
            return chr(int(digits, 16))
        if long and char and char in " \t\n":
            self.place -= 1
            while self.peek() and self.peek() in " \t\n":
                self.place += 1
            return ""
        self.fail("Unescaped '\\' in a string")
