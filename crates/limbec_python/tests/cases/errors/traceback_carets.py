def div(a, b):
    return (a + 1) / b * 2
class C:
    def m(self, d):
        return d["key"]["inner"].lower(1, 2)
for call in [lambda: div(1, 0), lambda: C().m({"key": {}}), lambda: C().m({"key": None}), lambda: C().m({"key": {"inner": "x"}}), lambda: undefined_name, lambda: int("x" + "y") + 3, lambda: [i.foo for i in [1]], lambda: None.attr]:
    try:
        call()
    except Exception as e:
        err = e
        import traceback
        lines = traceback.format_exception(e)
        print("".join(lines[1:]), end="")
