"""Text in paragraphs: dedent, indent, wrap, fill, shorten."""

__all__ = ["TextWrapper", "dedent", "fill", "indent", "shorten", "wrap"]


def _margin(line):
    return line[:len(line) - len(line.lstrip(" \t"))]


def dedent(text):
    lines = text.split("\n")
    common = None
    for line in lines:
        if not line.strip(" \t"):
            continue
        margin = _margin(line)
        if common is None:
            common = margin
        else:
            length = 0
            while length < min(len(common), len(margin)) and common[length] == margin[length]:
                length += 1
            common = common[:length]
    common = common or ""
    return "\n".join(line[len(common):] if line.strip(" \t") else "" for line in lines)


def indent(text, prefix, predicate=None):
    wanted = predicate or (lambda line: line.strip())
    return "".join(prefix + line if wanted(line) else line for line in text.splitlines(True))


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.break_long_words = break_long_words
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _words(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        for space in "\t\n\x0b\x0c\r":
            text = text.replace(space, " ")
        words = []
        for word in text.split(" "):
            words.append(self._pieces(word) if self.break_on_hyphens else [word])
        return words

    def _pieces(self, word):
        pieces, start = [], 0
        for at in range(1, len(word) - 1):
            if word[at] == "-" and word[at - 1].isalpha() and word[at + 1].isalpha() and at - start >= 1:
                pieces.append(word[start:at + 1])
                start = at + 1
        pieces.append(word[start:])
        return pieces

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        chunks = []
        for number, pieces in enumerate(self._words(text)):
            if number:
                chunks.append(" ")
            chunks.extend(piece for piece in pieces if piece)
        merged = []
        for chunk in chunks:
            if chunk == " " and merged and merged[-1].isspace():
                merged[-1] += " "
            else:
                merged.append(chunk)
        return self._lines(merged)

    def _lines(self, chunks):
        lines = []
        chunks = list(reversed(chunks))
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(margin)
            if lines and chunks[-1].isspace():
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= room:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                if self.break_long_words:
                    space = max(room - length, 1)
                    line.append(chunks[-1][:space])
                    chunks[-1] = chunks[-1][space:]
                elif not line:
                    line.append(chunks.pop())
            if line and line[-1].isspace():
                line.pop()
            if line:
                lines.append(margin + "".join(line))
                if self.max_lines is not None and len(lines) == self.max_lines and any(c.strip() for c in chunks):
                    return self._cut(lines, line, margin)
        return lines

    def _cut(self, lines, line, margin):
        while line and len(margin) + len("".join(line).rstrip()) + len(self.placeholder) > self.width:
            line.pop()
        while line and line[-1].isspace():
            line.pop()
        lines[-1] = margin + ("".join(line) + self.placeholder if line else self.placeholder.lstrip())
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **options):
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.split()))
