"""Every model; importing this module fills `Base.metadata`."""

from bot.models.base import Base
from bot.models.message import Message
from bot.models.subscription import Plan, Subscription
from bot.models.user import User

__all__ = ["Base", "Message", "Plan", "Subscription", "User"]
