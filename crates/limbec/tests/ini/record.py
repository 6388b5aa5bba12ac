"""Records what CPython's configparser makes of every .ini file in this folder.

Run it with CPython 3.11 after adding a case: python3 record.py [folder]
The answers go to a .json file beside each case. A first line "# here: PATH" sets
the value of %(here)s; otherwise it is /srv/app.
"""

import configparser
import json
import pathlib
import sys


def attempt(action):
    try:
        return {"value": action()}
    except Exception as error:
        return {"error": {"type": type(error).__name__, "message": str(error)}}


def record(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        first = file.readline().rstrip("\n")
    here = first.removeprefix("# here: ") if first.startswith("# here: ") else "/srv/app"
    parser = configparser.ConfigParser({"here": here})

    def read():
        with open(path, encoding="utf-8") as file:
            parser.read_file(file, source=path.name)

    outcome = attempt(read)
    if "error" in outcome:
        return outcome
    sections = {}
    for name in parser.sections():
        sections[name] = {
            "options": parser.options(name),
            "raw": {key: parser.get(name, key, raw=True) for key in parser.options(name)},
            "values": {key: attempt(lambda: parser.get(name, key)) for key in parser.options(name)},
            "items": attempt(lambda: parser.items(name)),
        }
    return {"defaults": list(parser.defaults().items()), "sections": sections}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "cases"
    for path in sorted(folder.glob("*.ini")):
        answer = json.dumps(record(path), indent=1, ensure_ascii=False)
        path.with_suffix(".json").write_text(answer + "\n", encoding="utf-8")


main()
