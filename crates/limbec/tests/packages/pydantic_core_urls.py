"""URLs of pydantic_core, which settings are put together with."""
from typing import Any

from pydantic import PostgresDsn, ValidationError, computed_field
from pydantic_core import MultiHostUrl, Url
from pydantic_core import ValidationError as CoreError
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    POSTGRES_SERVER: str = "db"
    POSTGRES_PORT: int = 5432
    POSTGRES_PASSWORD: str = "s3cret"

    @computed_field
    @property
    def SQLALCHEMY_DATABASE_URI(self) -> PostgresDsn:
        return MultiHostUrl.build(
            scheme="postgresql+psycopg", username="app", password=self.POSTGRES_PASSWORD, host=self.POSTGRES_SERVER,
            port=self.POSTGRES_PORT, path="shop",
        )


url = Settings().SQLALCHEMY_DATABASE_URI
print(str(url), url.scheme, url.path, url.hosts())
print(repr(url), type(url).__module__)
print(MultiHostUrl("postgresql://a:b@one:1,two:2/x").hosts())
print(Url("https://app.example/x?y=1").host, repr(Url("redis://cache:6379/0")))
print(CoreError is ValidationError)
try:
    Url("nothing")
except CoreError as problem:
    print(problem.error_count())
