from string import Template
from textwrap import dedent, indent

TRIGGER = dedent("""\
    CREATE TRIGGER ${name}_touch
        BEFORE UPDATE ON $name
        FOR EACH ROW EXECUTE FUNCTION touch($$)
""")
print(Template(TRIGGER).substitute(name="users"))
print(indent(Template("$a ${b} $c").safe_substitute(a=1), "-- "))
for text, names in (("$missing", {}), ("$1", {}), ("${x", {}), ("$$x $x", {"x": "y"})):
    try:
        print(Template(text).substitute(names))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print("%(table)s: %(count)05d %%" % {"table": "t", "count": 42}, "{0[a]}-{1.real}-{x!r:>8}".format({"a": 1}, 5, x="q"), f"{'nested ' + f'{1 + 1}'!s:*^12}", "{:>{width}}|{:<5}|".format("r", "l", width=4))
print(dedent("  a\n    b\n  \n  c"), repr(indent("x\n\ny", ">", lambda line: True)))
