print("é€".encode(), "é".encode("latin-1"), "é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), b"\xc3\xa9".decode(), b"\xff".decode("utf-8", "replace"))
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error)
