import os
from decouple import Config, Csv, Choices, RepositoryEnv, RepositoryIni, UndefinedValueError, config
os.environ.update(DEBUG_FLAG="yes", PORT="5432", HOSTS="a, b,c", EMPTY="", MODE="x")
print(config("PORT"), config("PORT", cast=int), config("DEBUG_FLAG", cast=bool), config("NOPE_X", default=7), config("NOPE_X", default="5", cast=int), config("HOSTS", cast=Csv()), config("EMPTY", cast=bool),
      config("PORT", default=1, cast=lambda v: int(v) + 1), config("HOSTS", cast=Csv(post_process=tuple)), config("MODE", cast=Choices(["x", "y"])), config("EMPTY", cast=Csv()))
try:
    config("NOPE_X")
except UndefinedValueError as e:
    print(e)
try:
    config("PORT", cast=bool)
except ValueError as e:
    print(e)
c = Config(RepositoryIni("data/settings.ini"))
print(c("DEBUG", cast=bool), c.get("PORT"))
e = Config(RepositoryEnv("data/sample.env"))
print(e("PLAIN"), e("URL"), e("SINGLE"), e("TRAIL"))
