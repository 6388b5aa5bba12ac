"""Runs Alembic's commands in one process, since starting Python for each would take most of the time.

Each line of standard input is a JSON object {"cwd": FOLDER, "argv": [...], "env": {...}}; each line of standard output
answers it with {"code": EXIT CODE, "stdout": TEXT, "stderr": TEXT}. With the word `written` as the argument, the sets
inside Alembic remember the order of insertion (see graph_oracle.py), so that its answers do not depend on chance.
"""
import json
import os
import sys
import tempfile
import traceback
import warnings

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "..", "crates", "limbec_graph", "tests", "oracle"))
sys.dont_write_bytecode = True

import graph_oracle  # noqa: E402
from alembic.config import CommandLine  # noqa: E402


def run(argv):
    """The exit code that the program would have had."""
    try:
        CommandLine(prog="alembic").main(argv=argv)
    except SystemExit as exit:
        code = exit.code
        return 0 if code is None else code & 0xFF
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def captured(request):
    """Run with the file descriptors of standard output and standard error pointed at files."""
    os.chdir(request["cwd"])
    saved_env = dict(os.environ)
    os.environ.update(request.get("env", {}))
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        sys.stdout.flush()
        sys.stderr.flush()
        saved = os.dup(1), os.dup(2)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        try:
            code = run(request["argv"])
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os.dup2(saved[0], 1)
            os.dup2(saved[1], 2)
            os.close(saved[0])
            os.close(saved[1])
            os.environ.clear()
            os.environ.update(saved_env)
        answer = {"code": code}
        for name, file in (("stdout", out), ("stderr", err)):
            file.seek(0)
            answer[name] = file.read().decode()
    return answer


def main():
    warnings.simplefilter("ignore")
    graph_oracle.order_sets(sys.argv[1] if len(sys.argv) > 1 else "plain")
    for line in sys.stdin:
        answer = captured(json.loads(line))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
