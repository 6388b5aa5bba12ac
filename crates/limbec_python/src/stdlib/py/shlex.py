"""Words as a shell reads them."""


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, quote, place = [], None, None, 0
    while place < len(s):
        letter = s[place]
        place += 1
        if quote == "'" or quote == '"':
            if letter == quote:
                quote = None
                if not posix:
                    word += letter
            elif letter == "\\" and quote == '"' and posix:
                if place >= len(s):
                    raise ValueError("No escaped character")
                follow = s[place]
                place += 1
                word += follow if follow in '"\\' else "\\" + follow
            else:
                word += letter
        elif letter in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif comments and letter == "#":
            end = s.find("\n", place)
            place = len(s) if end < 0 else end
        elif letter in "'\"":
            quote = letter
            word = (word or "") + ("" if posix else letter)
        elif letter == "\\" and posix:
            if place >= len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[place]
            place += 1
        else:
            word = (word or "") + letter
    if quote is not None:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append(word)
    return words


_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    if not s:
        return "''"
    if all(letter in _SAFE for letter in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(word) for word in split_command)
