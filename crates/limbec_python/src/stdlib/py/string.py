"""Constants of letters, capwords, Template, Formatter."""

import re

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(text, sep=None):
    return (sep or " ").join(word.capitalize() for word in text.split(sep))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _fill(self, values, safe):
        def one(match):
            name = match.group(1) or match.group(2)
            if name is not None:
                if safe and name not in values:
                    return match.group(0)
                return str(values[name])
            if match.group(0) == self.delimiter * 2:
                return self.delimiter
            if safe:
                return match.group(0)
            line = self.template[:match.start()].count("\n") + 1
            column = match.start() - (self.template.rfind("\n", 0, match.start()) + 1) + 1
            raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
        mark = re.escape(self.delimiter)
        return re.sub(mark + r"(?:([_a-zA-Z][_a-zA-Z0-9]*)|\{([_a-zA-Z][_a-zA-Z0-9]*)\}|" + mark + ")?", one, self.template)

    def substitute(self, mapping=None, /, **values):
        return self._fill({**(mapping or {}), **values}, False)

    def safe_substitute(self, mapping=None, /, **values):
        return self._fill({**(mapping or {}), **values}, True)


class Formatter:
    def format(self, text, /, *args, **values):
        return text.format(*args, **values)

    def vformat(self, text, args, values):
        return text.format(*args, **values)
