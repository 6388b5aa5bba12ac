"""Run a command on a terminal of its own and answer its questions: terminal.py ANSWER,ANSWER COMMAND [ARGUMENT ...]"""

import os
import pty
import sys

answers = sys.argv[1].split(",")
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown = b""
waiting = 0
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:  # the other end is closed
        break
    if not piece:
        break
    shown += piece
    if shown.count(b"[y/N] ") > waiting:
        waiting += 1
        os.write(terminal, answers.pop(0).encode() + b"\n")
_, status = os.waitpid(child, 0)
sys.stdout.write(shown.decode())
sys.exit(os.waitstatus_to_exitcode(status))
