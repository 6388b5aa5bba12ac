print(chr(8364), ord("€"), hex(-255), oct(8), bin(-5), ascii("é"), format(255, "08b"), chr(0x1F600))
for f in (lambda: chr(-1), lambda: ord("ab"), lambda: chr(0x110000)):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(error)
