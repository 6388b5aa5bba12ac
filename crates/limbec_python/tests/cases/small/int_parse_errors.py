for text in ("", "1.5", "abc", "1__0", "0x", "१२"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
