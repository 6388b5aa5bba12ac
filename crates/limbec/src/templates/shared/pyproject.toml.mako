[tool.alembic]

# Folder with env.py, the script template and the revisions. %(here)s stands for
# the folder of this file.
script_location = "${script_location}"

# Names of new revision files. A percent sign is special in these values: write
# two. The fields are rev, slug, year, month, day, hour, minute, second and epoch.
# file_template = "%%(rev)s_%%(slug)s"
# Sorted by date:
# file_template = "%%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s"
# In a folder for each year and month (set recursive_version_locations as well):
# file_template = "%%(year)d/%%(month).2d/%%(rev)s_%%(slug)s"

# Folders in which the Python modules of the project are looked for.
prepend_sys_path = [
    "."
]

# Time zone of the dates in revision files and their names. Local time if unset.
# timezone = "Europe/Berlin"

# Longest slug, the part of a file's name that is made from the message.
# truncate_slug_length = 40

# true: run env.py for every new revision, not for --autogenerate only.
# revision_environment = false

# true: take .pyc files without their source for revisions. Needs Python.
# sourceless = false

# Folders that hold revisions, if not (only) <script_location>/versions. The first
# revision of a folder needs --version-path.
# version_locations = [
#    "%(here)s/alembic/versions",
#    "%(here)s/plugin/versions"
# ]

# true: look for revisions in the folders below version_locations, too.
# recursive_version_locations = false

# Encoding of new revision files.
# output_encoding = "utf-8"

# Programs to run on every new revision file, in this order.
#
# "console_scripts" runs the program that a Python package installed:
# [[tool.alembic.post_write_hooks]]
# name = "black"
# type = "console_scripts"
# entrypoint = "black"
# options = "-l 79 REVISION_SCRIPT_FILENAME"
#
# "module" is the same as python -m:
# [[tool.alembic.post_write_hooks]]
# name = "ruff"
# type = "module"
# module = "ruff"
# options = "check --fix REVISION_SCRIPT_FILENAME"
#
# "exec" runs any program and needs no Python:
# [[tool.alembic.post_write_hooks]]
# name = "ruff"
# type = "exec"
# executable = "ruff"
# options = "check --fix REVISION_SCRIPT_FILENAME"

[tool.limbec]
# Settings that only Limbec reads; Alembic ignores them.

# Number new revisions in place of random identifiers: %%04d gives 0001, 0002, ...
# version_num_format = "%%04d"

# Seconds to wait for another process that migrates the same database.
# lock_timeout = 30

# What revision --autogenerate and check compare beside what Alembic compares: checks,
# defaults, indexes, enums, views, functions, triggers, sequences, extensions, foreign;
# or all, or none, as it is without this line. See limbec revision --help.
compare = "all"
