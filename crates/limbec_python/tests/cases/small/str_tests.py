for s in ("abc", "ABC", "a1", "12", "½", "٣", " ", "", "a b", "Title Case", "_x1", "class"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable())
