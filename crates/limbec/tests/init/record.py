"""Records what `alembic init` prints and writes for every case in cases.json.

Run it with a Python that has Alembic 1.20 after adding a case: python record.py
The order of the template's files is that of the folder on the disk, so lines are sorted.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).absolute().parent


def locations(root):
    """The script_location that each configuration file ends up with."""
    found = {}
    for name in ("alembic.ini", "pyproject.toml"):
        path = root / name
        if path.exists():
            found[name] = re.findall(r"^script_location = (.*)$", path.read_text(), re.M)
    return found


def record(case):
    with tempfile.TemporaryDirectory() as folder:
        outer = pathlib.Path(folder).resolve()
        root = outer / "project"
        root.mkdir()
        for name in case.get("folders", []):
            (root / name).mkdir(parents=True)
        for name, text in case.get("files", {}).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        command = [sys.executable, "-m", "alembic.config"]
        command += ["-q"] if case.get("quiet") else []
        command += ["init", "-t", case["template"], case["directory"]]
        command += ["--package"] if case.get("package") else []
        result = subprocess.run(command, cwd=root, capture_output=True, text=True)
        lines = result.stdout.replace(str(outer), "OUTER").splitlines()
        return {
            "ok": result.returncode == 0,
            "stdout": sorted(lines),
            "files": sorted(str(path.relative_to(outer)) for path in outer.rglob("*") if path.is_file()),
            "script_location": locations(root),
        }


def main():
    cases = json.loads((HERE / "cases.json").read_text())
    answers = {case["name"]: record(case) for case in cases}
    (HERE / "expected.json").write_text(json.dumps(answers, indent=1) + "\n")


main()
