from pydantic import *
from pydantic_settings import *
print(PostgresDsn.build(scheme="postgresql+asyncpg", username="u", password="pw!%40", host="h", port=5432, path="db"))
print(PostgresDsn.build(scheme="postgresql", username="u", password=None, host="h", path="/db", query="a=b"))
print(PostgresDsn("postgresql://u:p@h:5432/db").unicode_string(), repr(PostgresDsn("postgresql://u:p@h/db")), PostgresDsn("postgres://u@H/db").hosts(), PostgresDsn("postgres://u@H").path)
print(AnyUrl("http://example.com"), AnyUrl("redis://localhost:6379/0"), repr(SecretStr("x")), SecretStr("x"), MySQLDsn("mysql://u:p@h:3306/db"))
class S(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".nope", extra="ignore")
    a: int
    b: str = "x"
    c: list[str] = []
    d: PostgresDsn | None = None
try: S()
except ValidationError as e: print(e)
import os
os.environ.update(APP_A="x", APP_C="[1]", APP_D="http://x")
try: S()
except ValidationError as e: print(e)
os.environ.update(APP_A="5", APP_C='["q"]', APP_D="postgresql://x/y")
print(repr(S()), S().model_dump(), type(S().d))
