import shlex


def words(text, **changed):
    reader = shlex.shlex(text, posix=changed.pop("posix", True))
    reader.whitespace_split = True
    for name, value in changed.items():
        setattr(reader, name, value)
    try:
        return list(reader)
    except ValueError as error:
        return str(error)


for text in ["a, b,'c d'", "a b # rest", 'x"y\\"z" w', "", "'open", "tail\\", "a#b c", '"" b', "it\\'s"]:
    print(words(text), words(text, whitespace=","), words(text, commenters=""), words(text, posix=False))
    try:
        print(shlex.split(text), shlex.split(text, comments=True))
    except ValueError as error:
        print(error)
