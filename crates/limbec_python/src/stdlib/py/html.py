"""Text in HTML."""

import re

_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "©", "reg": "®",
          "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
          "laquo": "«", "raquo": "»", "euro": "€", "pound": "£", "yen": "¥", "sect": "§", "deg": "°", "times": "×",
          "divide": "÷", "middot": "·", "bull": "•", "trade": "™", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
          "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç",
          "ntilde": "ñ"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _unescaped(found):
    text = found[1]
    if text[0] == "#":
        number = int(text[2:], 16) if text[1] in "xX" else int(text[1:])
        return "\ufffd" if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else chr(number)
    if text in _NAMES:
        return _NAMES[text]
    if text.isalnum():
        import _limbec
        _limbec.unsupported(f"html.unescape() of the entity &{text};")
    return found[0]


def unescape(s):
    return re.sub(r"&(#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);", _unescaped, s) if "&" in s else s
