import re

PATTERN = re.compile(r"""
    ^(?P<street>[^,]+?)\s+(?P<number>\d+\w?)      # street and number
    (?:,\s*(?P<zip>\d{5}))?                       # zip
    (?:\s+(?P<city>.+))?$
""", re.VERBOSE)

for line in ["Main St 5, 12345 Berlin", "Lange Gasse 12a", "nothing", "Elm Street 7, 99999", "X 1 Y"]:
    found = PATTERN.match(line)
    print(found and found.groupdict(default="-"))
    if found:
        print(found.span("number"), found.lastgroup, found.group("street", "number"), found.expand(r"\g<number> \g<street>"))
print(PATTERN.groupindex["city"], PATTERN.groups, PATTERN.flags & re.VERBOSE == re.VERBOSE)
