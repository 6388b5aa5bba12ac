from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.models.base import Base, TelegramId, Timestamps

if TYPE_CHECKING:
    from bot.models.message import Message
    from bot.models.subscription import Subscription


class User(Timestamps, Base):
    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint(
            "(password_reset_token IS NULL) = (password_reset_expires IS NULL)",
            name="password_reset_is_complete",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[TelegramId | None] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(64))
    email: Mapped[str | None] = mapped_column(String(255), index=True)
    email_verified_at: Mapped[datetime | None]
    password_hash: Mapped[str | None] = mapped_column(String(255))
    password_reset_token: Mapped[str | None] = mapped_column(String(64), unique=True)
    password_reset_expires: Mapped[datetime | None]
    language: Mapped[str] = mapped_column(String(8), server_default=text("'en'"))
    notes: Mapped[str | None] = mapped_column(Text)

    messages: Mapped[list[Message]] = relationship(
        back_populates="user", cascade="all, delete-orphan"
    )
    subscriptions: Mapped[list[Subscription]] = relationship(back_populates="user")
