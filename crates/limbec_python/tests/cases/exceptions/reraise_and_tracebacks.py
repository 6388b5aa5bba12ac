import traceback, sys
def a(): b()
def b():
    raise ValueError("deep")
try:
    a()
except ValueError as e:
    print([f.name for f in traceback.extract_tb(e.__traceback__)])
    print(traceback.format_exc().splitlines()[-1])
    print(sys.exc_info()[0], sys.exc_info()[1] is e)
    print(traceback.format_exception_only(type(e), e))
    print("".join(traceback.format_exception(e)))
    tb = e.__traceback__
    n = 0
    while tb: n += 1; last = tb.tb_lineno; tb = tb.tb_next
    print(n, last)
print(sys.exc_info())
def handler():
    try:
        a()
    except ValueError:
        raise
try:
    handler()
except ValueError as e:
    for f in traceback.extract_tb(e.__traceback__):
        print(f.lineno, f.name, f.line)
try:
    raise
except RuntimeError as e:
    print(e)
def wrap():
    try:
        a()
    except ValueError as e:
        raise RuntimeError("wrapped") from e
traceback_text = None
try:
    wrap()
except RuntimeError:
    traceback_text = traceback.format_exc()
print(traceback_text)
err = ValueError("no traceback")
print(traceback.format_exception(err))
print(err.with_traceback(None) is err)
