from __future__ import annotations

import enum
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.models.base import Base, Money, Timestamps

if TYPE_CHECKING:
    from bot.models.user import User


class Plan(enum.Enum):
    FREE = "free"
    PLUS = "plus"
    TEAM = "team"


class Subscription(Timestamps, Base):
    __tablename__ = "subscriptions"
    __table_args__ = (UniqueConstraint("user_id", "plan"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    plan: Mapped[Plan]
    price: Mapped[Money]
    expires_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(back_populates="subscriptions")
