"""What the service takes from its environment."""
import os
from dataclasses import dataclass, field

DEFAULT_URL = "postgresql+psycopg2://location:location@db:5432/location_service"


def _database_url() -> str:
    return os.environ.get("DATABASE_URL", DEFAULT_URL)


@dataclass(frozen=True)
class Settings:
    database_url: str = field(default_factory=_database_url)
    statement_timeout_ms: int = 60_000


settings = Settings()
