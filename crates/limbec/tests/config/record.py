"""Records what Alembic makes of the configuration in every folder below cases/.

Run it with a Python that has Alembic 1.20 after adding a case: python record.py
A folder holds alembic.ini, pyproject.toml or both; the answers go to expected.json.
"""

import configparser
import json
import os
import pathlib

from alembic.config import Config
from alembic.script import ScriptDirectory

OPTIONS = [
    "script_location",
    "file_template",
    "timezone",
    "truncate_slug_length",
    "output_encoding",
    "sqlalchemy.url",
    "number",
    "table",
    "tables",
    "anything",
]
BOOLEANS = ["sourceless", "recursive_version_locations"]


def attempt(action, here):
    try:
        value = action()
    except (KeyError, TypeError) as error:
        return {"error": {"type": type(error).__name__}}
    except configparser.Error as error:
        # Alembic hands the path over as an object, which the message then shows.
        message = str(error).replace("PosixPath('alembic.ini')", "'alembic.ini'")
        return {"error": {"type": type(error).__name__, "message": message}}
    except Exception as error:
        return {"error": {"type": type(error).__name__, "message": str(error)}}
    return {"value": json.loads(json.dumps(value).replace(here, "HERE"))}


def settings():
    directory = ScriptDirectory.from_config(config())
    return {
        "dir": directory.dir,
        "version_locations": directory.version_locations,
        "file_template": directory.file_template,
        "truncate_slug_length": directory.truncate_slug_length,
        "sourceless": directory.sourceless,
        "timezone": directory.timezone,
        "output_encoding": directory.output_encoding,
        "recursive_version_locations": directory.recursive_version_locations,
    }


def config():
    name = pathlib.Path("section.txt")
    section = name.read_text().strip() if name.exists() else "alembic"
    return Config("alembic.ini", toml_file="pyproject.toml", ini_section=section)


def record(here):
    answers = {"options": {}, "main_options": {}, "booleans": {}}
    for name in OPTIONS:
        answers["options"][name] = attempt(lambda: config().get_alembic_option(name), here)
        answers["main_options"][name] = attempt(lambda: config().get_main_option(name), here)
    for name in BOOLEANS:
        answers["booleans"][name] = attempt(lambda: config().get_alembic_boolean_option(name), here)
    answers["version_locations"] = attempt(lambda: config().get_version_locations_list(), here)
    answers["prepend_sys_path"] = attempt(lambda: config().get_prepend_sys_paths_list(), here)
    answers["hooks"] = attempt(lambda: config().get_hooks_list(), here)
    answers["section"] = attempt(lambda: config().get_section("alembic"), here)
    answers["settings"] = attempt(settings, here)
    return answers


def main():
    cases = pathlib.Path(__file__).absolute().parent / "cases"
    for folder in sorted(cases.iterdir()):
        os.chdir(folder)
        answers = json.dumps(record(str(folder)), indent=1, ensure_ascii=False)
        (folder / "expected.json").write_text(answers + "\n", encoding="utf-8")


main()
