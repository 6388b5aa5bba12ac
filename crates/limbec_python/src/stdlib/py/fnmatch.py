"""Names against patterns of the shell."""

import re


def translate(pat):
    text, place = "", 0
    while place < len(pat):
        letter = pat[place]
        place += 1
        if letter == "*":
            if not text.endswith(".*"):
                text += ".*"
        elif letter == "?":
            text += "."
        elif letter == "[":
            end = place
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                text += "\\["
            else:
                inside = pat[place:end].replace("\\", "\\\\").replace("[", "\\[")
                if inside.startswith("!"):
                    inside = "^" + inside[1:]
                elif inside.startswith("^"):
                    inside = "\\" + inside
                text += f"[{inside}]"
                place = end + 1
        else:
            text += re.escape(letter)
    return f"(?s:{text})\\Z"


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    match = re.compile(translate(pat)).match
    return [name for name in names if match(name)]
