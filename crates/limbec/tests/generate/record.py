"""Records what Alembic writes and prints for the new revisions of every case in cases.json.

Run it with a Python that has Alembic 1.20 after adding a case: python record.py TEMPLATE
TEMPLATE is the script.py.mako of the generic template. The time stands still.
"""

import contextlib
import datetime
import io
import json
import os
import pathlib
import sys
import tempfile
import types

from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.script import base
from alembic.util import CommandError

HERE = pathlib.Path(__file__).absolute().parent
MOMENT = datetime.datetime(2026, 7, 1, 9, 5, 7, 120, tzinfo=datetime.timezone.utc)


class StandingTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return MOMENT if tz is not None else MOMENT.replace(tzinfo=None)


base.datetime = types.SimpleNamespace(datetime=StandingTime, timezone=datetime.timezone)
sys.dont_write_bytecode = True


def step(directory, step, outer):
    before = {path for path in outer.rglob("*") if path.is_file()}
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    answer = {}
    with contextlib.redirect_stdout(output):
        try:
            script = directory.generate_revision(
                step["rev_id"],
                step.get("message"),
                head=tuple(step["head"]) if isinstance(step.get("head"), list) else step.get("head", "head"),
                splice=step.get("splice", False),
                branch_labels=step.get("branch_label"),
                version_path=step.get("version_path"),
                depends_on=step.get("depends_on"),
            )
            answer["revision"] = script.revision if script else None
        except CommandError as error:
            answer["error"] = str(error).replace(str(outer), "OUTER")
    output.flush()
    answer["stdout"] = output.buffer.getvalue().decode().replace(str(outer), "OUTER")
    new = sorted(path for path in outer.rglob("*") if path.is_file() and path not in before)
    answer["files"] = {str(path.relative_to(outer)): path.read_text() for path in new}
    return answer


def record(case, template):
    with tempfile.TemporaryDirectory() as folder:
        outer = pathlib.Path(folder).resolve()
        os.chdir(outer)
        (outer / "migrations/versions").mkdir(parents=True)
        (outer / "migrations/script.py.mako").write_text(template)
        for name in case.get("folders", []):
            (outer / name).mkdir(parents=True)
        for name, text in case.get("files", {}).items():
            (outer / name).write_text(text)
        options = {"script_location": "%(here)s/migrations", "timezone": "UTC", **case.get("options", {})}
        lines = [f"{name} = {value}\n" for name, value in options.items()]
        (outer / "alembic.ini").write_text("[alembic]\n" + "".join(lines))
        directory = ScriptDirectory.from_config(Config(str(outer / "alembic.ini")))
        return [step(directory, one, outer) for one in case["steps"]]


def main():
    template = pathlib.Path(sys.argv[1]).read_text()
    cases = json.loads((HERE / "cases.json").read_text())
    answers = {case["name"]: record(case, template) for case in cases}
    (HERE / "expected.json").write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n")


main()
