"""Records what Mako makes of every template in cases/.

Run it with a Python that has Mako after adding a case: python record.py [folder]
The result goes to a .txt file beside the template; for a template that fails, to an
.error file with the number of the line.
"""

import datetime
import pathlib
import sys

from mako import exceptions
from mako.template import Template


def comma(value):
    if value is None:
        return ""
    return value if isinstance(value, str) else ", ".join(value)


ARGS = {
    "message": "it's a \"message\" — описание",
    "up_revision": "0123456789ab",
    "down_revision": ("a1", "b2"),
    "branch_labels": ("billing",),
    "depends_on": None,
    "create_date": datetime.datetime(2026, 7, 1, 9, 5, 7, 120),
    "comma": comma,
    "upgrades": "op.create_table('t')\n    op.drop_table(\"u\")",
    "names": ["engine1", "engine2", "<&>"],
    "empty": "",
    "refresh": True,
}


def record(path):
    try:
        output = Template(filename=str(path)).render_unicode(**ARGS)
    except (exceptions.SyntaxException, exceptions.CompileException) as error:
        path.with_suffix(".error").write_text(f"{error.lineno}\n")
    except Exception:
        line = [entry[5] for entry in exceptions.RichTraceback().records if entry[4]][0]
        path.with_suffix(".error").write_text(f"{line}\n")
    else:
        path.with_suffix(".txt").write_bytes(output.encode())


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "cases"
    for path in sorted(folder.glob("*.mako")):
        record(path)


main()
