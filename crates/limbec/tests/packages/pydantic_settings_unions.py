"""Variables of types that are one of several: what is no JSON is left to the other types."""
import os
from typing import Annotated, Any, Optional, Union

from pydantic import AnyUrl, BeforeValidator
from pydantic_settings import BaseSettings, SettingsError

os.environ.update({
    "ORIGINS": "http://localhost,https://app.example:8000", "NUMBERS": "[1, 2]", "WORDS": "a b", "EITHER": '{"a": 1}', "PLAIN": "x,y",
    "MAYBE": "null",
})


def parts(value: Any) -> list[str] | str:
    if isinstance(value, str) and not value.startswith("["):
        return [part.strip() for part in value.split(",")]
    return value


class Settings(BaseSettings):
    ORIGINS: Annotated[list[AnyUrl] | str, BeforeValidator(parts)] = []
    NUMBERS: Optional[list[int]] = None
    WORDS: Union[list[str], str] = ""
    EITHER: dict[str, int] | str = ""
    MAYBE: list[int] | None = [1]


print(Settings())


class Strict(BaseSettings):
    PLAIN: list[str]


try:
    Strict()
except SettingsError as problem:
    print(problem)
