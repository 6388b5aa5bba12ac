# Folders that are there already need not be made.
import os
from pathlib import Path

os.makedirs(".", exist_ok=True)
Path(".").mkdir(exist_ok=True)
Path(".").mkdir(parents=True, exist_ok=True)
for make in (
    lambda: os.makedirs("."),
    lambda: os.mkdir("."),
    lambda: Path(".").mkdir(),
    lambda: Path(".").mkdir(parents=True),
):
    try:
        make()
    except FileExistsError as error:
        print(type(error).__name__, error, error.errno, error.filename)
