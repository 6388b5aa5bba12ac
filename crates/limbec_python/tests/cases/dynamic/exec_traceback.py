text = """
def step(n):
    if n == 0:
        raise KeyError("missing column")
    step(n - 1)

step(2)
"""
ns = {"__name__": "generated"}
try:
    exec(text, ns)
except KeyError as e:
    tb = e.__traceback__
    lines = []
    while tb:
        lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    print(lines)
try:
    exec("x = (1,\n", {})
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text, e.filename)
exec(compile("def broken():\n    return undefined_thing\n", "plugin.py", "exec"))
broken()
