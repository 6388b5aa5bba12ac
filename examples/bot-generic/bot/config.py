"""Settings of the bot, from the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    database_url: str
    token: str


def load() -> Settings:
    return Settings(
        database_url=os.environ.get("DATABASE_URL", "sqlite+aiosqlite:///bot.db"),
        token=os.environ.get("BOT_TOKEN", ""),
    )


settings = load()
