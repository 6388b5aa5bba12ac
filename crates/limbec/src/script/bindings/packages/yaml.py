"""The package PyYAML, as far as configuration files need it.

Covers `safe_load`, `load` and `safe_load_all` of mappings and lists in blocks and in brackets, scalars of every style,
anchors, aliases and merge keys, comments and documents, tags of one's own before a scalar (`add_constructor`). Does not cover
tags of other things and writing YAML.
"""

import datetime as _datetime
import re as _re


class YAMLError(Exception):
    pass


class ScalarNode:
    """What the function of a tag is given."""

    def __init__(self, tag, value):
        self.tag, self.value, self.id = tag, value, "scalar"


_constructors = {}


class SafeLoader:
    @classmethod
    def add_constructor(cls, tag, constructor):
        _constructors[tag] = constructor

    def construct_scalar(self, node):
        return node.value

    construct_yaml_str = construct_scalar


def add_constructor(tag, constructor, Loader=None):
    SafeLoader.add_constructor(tag, constructor)


Loader = FullLoader = CSafeLoader = CLoader = BaseLoader = SafeLoader


def safe_load(stream):
    documents = list(safe_load_all(stream))
    if len(documents) > 1:
        raise YAMLError("expected a single document in the stream")
    return documents[0] if documents else None


def load(stream, Loader=None):
    return safe_load(stream)


full_load = safe_load


def safe_load_all(stream):
    text = stream if isinstance(stream, (str, bytes)) else stream.read()
    if isinstance(text, bytes):
        text = text.decode("utf-8-sig")
    lines, found = [], False
    for line in text.lstrip("\ufeff").splitlines():
        if line.startswith("---") and (len(line) == 3 or line[3] in " \t"):
            if found or any(one.strip() and not one.strip().startswith("#") for one in lines):
                yield _Reader(lines).document()
            lines, found = ["   " + line[3:]], True
        elif line.startswith("..."):
            yield _Reader(lines).document()
            lines, found = [], False
        elif not (line.startswith("%") and not lines):
            lines.append(line)
    if found or any(one.strip() and not one.strip().startswith("#") for one in lines):
        yield _Reader(lines).document()


load_all = safe_load_all

_KEY = _re.compile(r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s\[\]{}#&*!|>'"%@`,][^#]*?|-[^\s][^#]*?)\s*:(?=\s|$)""")
_BLOCK = _re.compile(r"([|>])([+-]?)(\d?)([+-]?)\s*(?:#.*)?$")


class _Reader:
    def __init__(self, lines):
        self.lines = lines
        self.at = 0
        self.anchors = {}

    def fail(self, message):
        raise YAMLError(f"{message}, line {self.at + 1}")

    def skip(self):
        while self.at < len(self.lines):
            text = self.lines[self.at].strip()
            if text and not text.startswith("#"):
                return True
            self.at += 1
        return False

    def indent(self):
        line = self.lines[self.at]
        if line[: len(line) - len(line.lstrip())].count("\t"):
            self.fail("found character '\\t' that cannot start any token")
        return len(line) - len(line.lstrip(" "))

    def document(self):
        if not self.skip():
            return None
        value = self.node(self.indent())
        if self.skip():
            self.fail("expected the end of the document")
        return value

    def node(self, indent):
        """The value that begins at this line, whose lines are at least that far to the right."""
        text = self.lines[self.at].strip()
        if text.startswith("- ") or text == "-":
            return self.sequence(self.indent())
        if text[0] not in "[{" and (_KEY.match(text) or text.startswith("? ")):
            return self.mapping(self.indent())
        self.lines[self.at] = self.lines[self.at][self.indent():]
        return self.inline(self.lines[self.at], indent - 1)

    def sequence(self, indent):
        items = []
        while self.skip() and self.indent() == indent:
            line = self.lines[self.at]
            text = line.strip()
            if not (text.startswith("- ") or text == "-"):
                break
            rest = text[1:].strip()
            if not rest or rest.startswith("#"):
                self.at += 1
                items.append(self.below(indent, sequences=False))
            elif rest.startswith("- ") or (rest[0] not in "[{" and _KEY.match(rest)):
                # What follows the dash is a line of its own, as far to the right as it stands.
                self.lines[self.at] = line[:indent] + " " + line[indent + 1:]
                items.append(self.node(self.indent()))
            else:
                items.append(self.inline(rest, indent))
        return items

    def mapping(self, indent):
        found, merged = {}, []
        while self.skip() and self.indent() == indent:
            text = self.lines[self.at].strip()
            match = _KEY.match(text)
            if match is None:
                self.fail("could not find expected ':'")
            key = self.scalar(match["key"])
            rest = text[match.end():].strip()
            if not rest or rest.startswith("#"):
                self.at += 1
                value = self.below(indent, sequences=True)
            else:
                value = self.inline(rest, indent)
            if key == "<<":
                merged.extend(value if isinstance(value, list) else [value])
            else:
                found[key] = value
        if self.at < len(self.lines) and self.skip() and self.indent() > indent:
            self.fail("expected <block end>")
        if not merged:
            return found
        base = {}
        for one in reversed(merged):
            base.update(one)
        return {**base, **found}

    def below(self, indent, sequences):
        if not self.skip():
            return None
        here = self.indent()
        if here > indent or (sequences and here == indent and self.lines[self.at].strip()[:2] in ("- ", "-")):
            return self.node(here)
        return None

    def inline(self, text, indent):
        """The value that begins with this text, at the end of the current line."""
        if text.startswith("&"):
            name, _, rest = text[1:].partition(" ")
            if rest.strip() and not rest.strip().startswith("#"):
                value = self.inline(rest.strip(), indent)
            else:
                self.at += 1
                value = self.below(indent, sequences=True)
            self.anchors[name] = value
            return value
        if text.startswith("!"):
            tag, _, rest = text.partition(" ")
            rest = rest.strip()
            make = _constructors.get(tag)
            if make is None or rest[:1] in ("", "[", "{", "|", ">", "&", "*", "!"):
                from _limbec import unsupported
                unsupported(f"the YAML tag {tag}")
            if rest[0] in "\"'":
                rest = self.inline(rest, indent)
            else:
                rest = self.uncommented(rest)
                self.at += 1
            return make(SafeLoader(), ScalarNode(tag, rest))
        block = _BLOCK.match(text)
        if block is not None:
            return self.block(block, indent)
        # A value may go on over lines further to the right.
        self.at += 1
        while self.open(text) and self.at < len(self.lines):
            text += " " + self.lines[self.at].strip()
            self.at += 1
        if text[0] not in "[{\"'":
            text = self.uncommented(text)
            while self.at < len(self.lines) and self.lines[self.at].strip() and self.indent() > indent:
                more = self.lines[self.at].strip()
                if more.startswith("#"):
                    break
                text += " " + self.uncommented(more)
                self.at += 1
        if text[0] in "[{":
            value, end = self.flow(text, 0)
            if text[end:].strip() and not text[end:].strip().startswith("#"):
                self.fail("expected the end of the value")
            return value
        return self.scalar(self.uncommented(text))

    def open(self, text):
        depth, quote, place = 0, None, 0
        while place < len(text):
            char = text[place]
            if quote:
                if char == "\\" and quote == '"':
                    place += 1
                elif char == quote:
                    quote = None
            elif char in "\"'" and (place == 0 or text[0] in "[{"):
                quote = char
            elif text[0] in "[{":
                depth += (char in "[{") - (char in "]}")
            place += 1
        return depth > 0 or quote is not None

    @staticmethod
    def uncommented(text):
        if text[:1] in ("'", '"'):
            end = _re.match(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""", text)
            return end[0] if end else text
        return _re.split(r"\s#", text, maxsplit=1)[0].strip()

    def block(self, match, indent):
        style, keep = match[1], match[2] or match[4]
        self.at += 1
        lines, width = [], int(match[3]) + max(indent, 0) if match[3] else None
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip():
                here = len(line) - len(line.lstrip(" "))
                if width is None:
                    width = here if here > indent else indent + 1
                if here < width:
                    break
            lines.append(line)
            self.at += 1
        lines = [line[width or 0:] if line.strip() else "" for line in lines]
        ends = 0
        while lines and not lines[-1]:
            lines.pop()
            ends += 1
        if style == "|":
            text = "\n".join(lines)
        else:
            text = _folded(lines)
        if not lines:
            return "\n" * ends if keep == "+" else ""
        return text + ("" if keep == "-" else "\n" * (1 + ends) if keep == "+" else "\n")

    def flow(self, text, place):
        while text[place:place + 1].isspace():
            place += 1
        char = text[place:place + 1]
        if char == "[":
            items, place = [], place + 1
            while True:
                place = _spaces(text, place)
                if text[place:place + 1] == "]":
                    return items, place + 1
                value, place = self.flow(text, place)
                items.append(value)
                place = self.comma(text, place, "]")
        if char == "{":
            found, place = {}, place + 1
            while True:
                place = _spaces(text, place)
                if text[place:place + 1] == "}":
                    return found, place + 1
                key, place = self.flow(text, place)
                place = _spaces(text, place)
                value = None
                if text[place:place + 1] == ":":
                    value, place = self.flow(text, place + 1)
                if key == "<<":
                    found = {**value, **found}
                else:
                    found[key] = value
                place = self.comma(text, place, "}")
        quoted = _re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""").match(text, place)
        if quoted:
            return self.scalar(quoted[0]), quoted.end()
        plain = _re.compile(r"(?:[^,\[\]{}:#]|:(?=[^\s,\[\]{}])|(?<!\s)#)*").match(text, place)
        return self.scalar(plain[0].strip()), plain.end()

    def comma(self, text, place, end):
        place = _spaces(text, place)
        if text[place:place + 1] == ",":
            return place + 1
        if text[place:place + 1] != end:
            self.fail(f"expected ',' or '{end}'")
        return place

    def scalar(self, text):
        if text.startswith("*"):
            if text[1:] not in self.anchors:
                self.fail(f"found undefined alias '{text[1:]}'")
            return self.anchors[text[1:]]
        if text.startswith("'"):
            return _re.sub(r"\s*\n\s*", " ", text[1:-1].replace("''", "'"))
        if text.startswith('"'):
            return _re.sub(r"\\(x..|u....|U........|.)", _unescaped, text[1:-1], flags=_re.DOTALL)
        return _resolved(text)


def _spaces(text, place):
    while text[place:place + 1].isspace():
        place += 1
    return place


_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", " ": " ", '"': '"',
    "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
}


def _unescaped(found):
    text = found[1]
    return chr(int(text[1:], 16)) if text[0] in "xuU" and len(text) > 1 else _ESCAPES.get(text, text)


def _folded(lines):
    text, gap = "", ""
    for number, line in enumerate(lines):
        if number == 0:
            text = line
        elif not line:
            gap += "\n"
        elif gap:
            text += gap + line
            gap = ""
        else:
            text += " " + line
    return text


_INTEGER = _re.compile(r"[-+]?(?:0b[01_]+|0[0-7_]+|(?:0|[1-9][\d_]*)|0x[\da-fA-F_]+)$")
_FLOAT = _re.compile(r"[-+]?(?:(?:\d[\d_]*)\.[\d_]*(?:[eE][-+]\d+)?|\.[\d_]+(?:[eE][-+]\d+)?|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$")
_DAY = _re.compile(r"\d{4}-\d\d-\d\d$")
_MOMENT = _re.compile(r"(\d{4}-\d\d?-\d\d?)(?:[Tt]|\s+)(\d\d?:\d\d:\d\d(?:\.\d*)?)\s*(Z|[-+]\d\d?(?::?\d\d)?)?$")


def _resolved(text):
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    lower = text.lower()
    if lower in ("true", "yes", "on") and text in (lower, lower.title(), lower.upper()):
        return True
    if lower in ("false", "no", "off") and text in (lower, lower.title(), lower.upper()):
        return False
    if _INTEGER.match(text):
        digits = text.replace("_", "").lstrip("+-")
        base = 2 if digits.startswith("0b") else 16 if digits.startswith("0x") else 8 if len(digits) > 1 and digits[0] == "0" else 10
        value = int(digits[2:] if base in (2, 16) else digits, base)
        return -value if text.startswith("-") else value
    if _FLOAT.match(text):
        value = text.replace("_", "").lower()
        return float(value.replace(".inf", "inf").replace(".nan", "nan"))
    if _DAY.match(text):
        return _datetime.date.fromisoformat(text)
    found = _MOMENT.match(text)
    if found is not None:
        zone = (found[3] or "").replace("Z", "+00:00")
        return _datetime.datetime.fromisoformat(f"{found[1]}T{found[2]}{zone}")
    return text


def dump(*args, **options):
    from _limbec import unsupported
    unsupported("yaml.dump()")


safe_dump = dump
