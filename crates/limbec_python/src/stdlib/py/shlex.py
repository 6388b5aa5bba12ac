"""Words as a shell reads them."""
from _limbec import unsupported as _unsupported


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


class shlex:
    """The words of a text; only those that `whitespace` parts (`whitespace_split`)."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None or punctuation_chars:
            _unsupported("shlex.shlex without a text, or with punctuation_chars")
        self.text = instream if isinstance(instream, str) else instream.read()
        self.place = 0
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'

    def __iter__(self):
        return self

    def __next__(self):
        word = self.get_token()
        if word == self.eof:
            raise StopIteration
        return word

    def get_token(self):
        if not self.whitespace_split:
            _unsupported("shlex.shlex without whitespace_split")
        word = quote = None
        while self.place < len(self.text):
            letter = self.text[self.place]
            self.place += 1
            if quote is not None:
                if letter == quote:
                    quote = None
                    word += "" if self.posix else letter
                elif letter in self.escape and quote in self.escapedquotes and self.posix:
                    follow = self._escaped()
                    word += follow if follow in (quote, letter) else letter + follow
                else:
                    word += letter
            elif letter in self.whitespace:
                if word is not None:
                    return word
            elif letter in self.commenters:
                end = self.text.find("\n", self.place)
                self.place = len(self.text) if end < 0 else end + 1
                if word is not None and self.posix:
                    return word
            elif letter in self.quotes and (self.posix or word is None):
                quote = letter
                word = (word or "") + ("" if self.posix else letter)
            elif letter in self.escape and self.posix:
                word = (word or "") + self._escaped()
            else:
                word = (word or "") + letter
        if quote is not None:
            raise ValueError("No closing quotation")
        return self.eof if word is None else word

    def _escaped(self):
        if self.place >= len(self.text):
            raise ValueError("No escaped character")
        self.place += 1
        return self.text[self.place - 1]


_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    if not s:
        return "''"
    if all(letter in _SAFE for letter in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(word) for word in split_command)
