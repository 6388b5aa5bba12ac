"""Where settings come from."""
import os
from functools import lru_cache
from typing import Literal, Optional

from pydantic import AliasChoices, BaseModel, Field, PostgresDsn, SecretStr, ValidationError, computed_field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

os.environ.update({
    "APP_NAME": "from environment", "APP_PORT": "8080", "APP_HOSTS": '["a", "b"]', "APP_DB__HOST": "db.example", "APP_DB__PORT": "6543",
    "APP_MODE": "prod", "SECRET": "s3cret", "APP_EMPTY": "", "DATABASE_HOST": "h",
})


class Db(BaseModel):
    host: str = "localhost"
    port: int = 5432
    name: str = "app"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_file="data/settings.env", env_nested_delimiter="__", extra="ignore")
    name: str
    port: int = 1
    hosts: list[str] = []
    db: Db = Db()
    mode: Literal["dev", "prod"] = "dev"
    secret: SecretStr = Field(alias="SECRET")
    from_file: str = "default"
    quoted: Optional[str] = None
    either: str = Field("none", validation_alias=AliasChoices("DATABASE_HOST", "DB_HOST"))

    @field_validator("mode", mode="before")
    @classmethod
    def _lower(cls, value):
        return value.lower()

    @computed_field
    @property
    def url(self) -> PostgresDsn:
        return PostgresDsn.build(
            scheme="postgresql", username="u", password=self.secret.get_secret_value(), host=self.db.host, port=self.db.port,
            path=self.db.name,
        )


@lru_cache
def get_settings():
    return Settings()


settings = get_settings()
print(settings.name, settings.port, settings.hosts, settings.db, settings.mode, settings.secret, settings.from_file, settings.quoted, settings.either)
print(settings.url, get_settings() is settings)
print(Settings(name="given", _env_file=None).from_file, Settings(db={"host": "x"}).db)


class Strict(BaseSettings):
    model_config = SettingsConfigDict(env_file=("data/settings.env",), env_prefix="APP_")
    from_file: str


try:
    Strict()
except ValidationError as error:
    print(error)


class Other(BaseSettings):
    model_config = SettingsConfigDict(case_sensitive=True)
    app_port: int = 3
    APP_PORT: int = 4


print(Other())
os.environ["APP_HOSTS"] = "not json"
try:
    Settings()
except Exception as error:
    print(type(error).__name__, error)
