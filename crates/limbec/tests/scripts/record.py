"""Records what Alembic reads from, and prints about, the revision files of every folder in cases/.

Run it with a Python that has Alembic 1.20 after adding a case: python record.py
A folder holds versions/ and, if need be, options.json with options of the configuration.
"""

import json
import os
import pathlib
import sys
import warnings

from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from alembic.util import CommandError

sys.dont_write_bytecode = True


def texts(script):
    return {
        "str": str(script),
        "log_entry": script.log_entry,
        "plain": script.cmd_format(False),
        "doc": script.cmd_format(False, include_doc=True, include_parents=True),
        "branches": script.cmd_format(False, include_branches=True, include_doc=True, tree_indicators=False),
        "path": script.path,
    }


def record(folder):
    config = Config(str(folder / "alembic.ini"))
    config.set_main_option("script_location", str(folder))
    options = folder / "options.json"
    for name, value in (json.loads(options.read_text()) if options.exists() else {}).items():
        config.set_main_option(name, value)
    directory = ScriptDirectory.from_config(config)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            order = [script.revision for script in directory._load_revisions()]
            scripts = {revision: texts(directory.get_revision(revision)) for revision in order}
        except (CommandError, RevisionError) as error:
            return {"error": str(error)}
    found = []
    for warning in caught:
        if str(warning.message) not in found:
            found.append(str(warning.message))
    return {"order": order, "scripts": scripts, "warnings": found}


def main():
    cases = pathlib.Path(__file__).absolute().parent / "cases"
    for folder in sorted(cases.iterdir()):
        os.chdir(folder)
        answers = json.dumps(record(folder), indent=1, ensure_ascii=False).replace(str(folder), "HERE")
        (folder / "expected.json").write_text(answers + "\n", encoding="utf-8")


main()
