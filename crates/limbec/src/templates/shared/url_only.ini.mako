# The database and logging; everything else stands in pyproject.toml.

[alembic]

# The database, for env.py. Better not a place for passwords: env.py may take the
# URL from the environment, and Limbec takes --url or LIMBEC_URL before all else.
sqlalchemy.url = driver://user:pass@localhost/dbname

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
