s = "hELLO wORLD straße"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), "ﬃ".upper(), "İ".lower().encode())
