# Settings of the migrations of one database.

[alembic]
# Folder with env.py, the script template and the revisions. %(here)s stands for
# the folder of this file; a name such as package:folder means a Python package.
script_location = ${script_location}

# Names of new revision files. A percent sign is special in this file: write two.
# The fields are rev, slug, year, month, day, hour, minute, second and epoch.
# file_template = %%(rev)s_%%(slug)s
# Sorted by date:
# file_template = %%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s
# In a folder for each year and month (set recursive_version_locations as well):
# file_template = %%(year)d/%%(month).2d/%%(rev)s_%%(slug)s

# Folders in which the Python modules of the project are looked for.
prepend_sys_path = .

# Time zone of the dates in revision files and their names, e.g. Europe/Berlin.
# Local time if unset.
# timezone =

# Longest slug, the part of a file's name that is made from the message.
# truncate_slug_length = 40

# true: run env.py for every new revision, not for --autogenerate only.
# revision_environment = false

# true: take .pyc files without their source for revisions. Needs Python.
# sourceless = false

# Folders that hold revisions, if not (only) <script_location>/versions; they are
# separated by the path_separator below. The first revision of a folder needs
# --version-path.
# version_locations = %(here)s/alembic/versions:%(here)s/plugin/versions

# What separates the paths in version_locations and prepend_sys_path: os (what
# the system uses in PATH), space, newline, : or ;
path_separator = os

# true: look for revisions in the folders below version_locations, too.
# recursive_version_locations = false

# Encoding of new revision files.
# output_encoding = utf-8

# The database, for env.py. Better not a place for passwords: env.py may take the
# URL from the environment, and Limbec takes --url or LIMBEC_URL before all else.
sqlalchemy.url = driver://user:pass@localhost/dbname

[limbec]
# Settings that only Limbec reads, with their defaults; Alembic ignores them.

# Number new revisions in place of random identifiers: %%04d gives 0001, 0002, ...
# version_num_format =

# Seconds to wait for another process that migrates the same database.
# lock_timeout = 30

# What revision --autogenerate and check compare beside what Alembic compares: checks,
# defaults, indexes, enums, views, functions, triggers, sequences, extensions, foreign;
# or all, or none, as it is without this line. See limbec revision --help.
compare = all

[post_write_hooks]
# Programs to run on every new revision file: their names, then the options of each.

# "console_scripts" runs the program that a Python package installed:
# hooks = black
# black.type = console_scripts
# black.entrypoint = black
# black.options = -l 79 REVISION_SCRIPT_FILENAME

# "module" is the same as python -m:
# hooks = ruff
# ruff.type = module
# ruff.module = ruff
# ruff.options = check --fix REVISION_SCRIPT_FILENAME

# "exec" runs any program and needs no Python:
# hooks = ruff
# ruff.type = exec
# ruff.executable = ruff
# ruff.options = check --fix REVISION_SCRIPT_FILENAME

# Logging, set up by env.py.
[loggers]
keys = root,sqlalchemy,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
