"""Record what CPython 3.11 prints for the cases: python3 tests/record.py [FILE...]

Each case runs in its own folder under its own name, so that paths in tracebacks are short. Standard output comes first; a
traceback follows after a line of its own. The cases do not print what differs from run to run.
"""

import contextlib
import io
import os
import pathlib
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent / "cases"


def record(path):
    source = path.read_text(encoding="utf-8")
    out = io.StringIO()
    error = ""
    names = {"__name__": "__main__", "__file__": path.name, "__builtins__": __builtins__}
    import linecache
    import types

    linecache.cache[path.name] = (len(source), None, source.splitlines(True), path.name)
    main = types.ModuleType("__main__")
    main.__dict__.update(names)
    os.chdir(path.parent)
    saved = sys.modules["__main__"]
    sys.modules["__main__"] = main
    sys.setrecursionlimit(1000)
    try:
        with contextlib.redirect_stdout(out):
            try:
                code = compile(source, path.name, "exec", dont_inherit=True)
                exec(code, main.__dict__)
            except BaseException as caught:
                # The first entry is this function.
                top = caught.__traceback__.tb_next
                if isinstance(caught, SyntaxError) and top is None:
                    error = "".join(traceback.format_exception_only(type(caught), caught))
                else:
                    error = "".join(traceback.format_exception(type(caught), caught, top))
    finally:
        sys.modules["__main__"] = saved
    text = out.getvalue()
    if error:
        text += "--- error\n" + error
    path.with_suffix(".out").write_text(text, encoding="utf-8")


def main(names):
    assert sys.version_info[:2] == (3, 11), "the cases are those of CPython 3.11"
    paths = [pathlib.Path(name).resolve() for name in names] or sorted(HERE.rglob("*.py"))
    for path in paths:
        record(path)


main(sys.argv[1:])
