import datetime
def parse(text):
    for f in ("%Y-%m-%d", "%d.%m.%Y"):
        try: return datetime.datetime.strptime(text, f).date()
        except ValueError: pass
    raise ValueError(f"no date: {text!r}")
print(parse("2024-02-29"), parse("1.2.2024"), parse("31.12.1999").strftime("%A"))
parse("2023-02-29")
