"""The package fastapi-users-db-sqlalchemy, as far as migrations and the models they import use it.

Covers the types GUID and TIMESTAMPAware, `now_utc`, and the mixins of models: SQLAlchemyBaseUserTable,
SQLAlchemyBaseOAuthAccountTable and SQLAlchemyBaseAccessTokenTable, each also with UUID. Does not cover the database
adapters, which serve a running application.
"""

import uuid as _uuid
from datetime import datetime as _datetime, timezone as _timezone
from typing import Generic as _Generic, Optional as _Optional, TypeVar as _TypeVar

from sqlalchemy import CHAR as _CHAR, TIMESTAMP as _TIMESTAMP, Boolean as _Boolean, ForeignKey as _ForeignKey
from sqlalchemy import Integer as _Integer, String as _String, TypeDecorator as _TypeDecorator
from sqlalchemy.dialects.postgresql import UUID as _UUID
from sqlalchemy.orm import Mapped as _Mapped, declared_attr as _declared_attr, mapped_column as _mapped_column

ID = _TypeVar("ID")
UUID_ID = _uuid.UUID


class GUID(_TypeDecorator):
    __module__ = "fastapi_users_db_sqlalchemy.generics"

    class UUIDChar(_CHAR):
        python_type = _uuid.UUID

    impl = UUIDChar
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_UUID())
        return dialect.type_descriptor(_CHAR(36))

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if dialect.name == "postgresql" or isinstance(value, _uuid.UUID):
            return str(value)
        return str(_uuid.UUID(value))

    def process_result_value(self, value, dialect):
        if value is None or isinstance(value, _uuid.UUID):
            return value
        return _uuid.UUID(value)


def now_utc():
    return _datetime.now(_timezone.utc)


class TIMESTAMPAware(_TypeDecorator):
    __module__ = "fastapi_users_db_sqlalchemy.generics"
    impl = _TIMESTAMP
    cache_ok = True

    def process_result_value(self, value, dialect):
        if value is not None and dialect.name != "postgresql":
            return value.replace(tzinfo=_timezone.utc)
        return value


class SQLAlchemyBaseUserTable(_Generic[ID]):
    __tablename__ = "user"
    email: _Mapped[str] = _mapped_column(_String(length=320), unique=True, index=True, nullable=False)
    hashed_password: _Mapped[str] = _mapped_column(_String(length=1024), nullable=False)
    is_active: _Mapped[bool] = _mapped_column(_Boolean, default=True, nullable=False)
    is_superuser: _Mapped[bool] = _mapped_column(_Boolean, default=False, nullable=False)
    is_verified: _Mapped[bool] = _mapped_column(_Boolean, default=False, nullable=False)


class SQLAlchemyBaseUserTableUUID(SQLAlchemyBaseUserTable[UUID_ID]):
    id: _Mapped[UUID_ID] = _mapped_column(GUID, primary_key=True, default=_uuid.uuid4)


class SQLAlchemyBaseOAuthAccountTable(_Generic[ID]):
    __tablename__ = "oauth_account"
    oauth_name: _Mapped[str] = _mapped_column(_String(length=100), index=True, nullable=False)
    access_token: _Mapped[str] = _mapped_column(_String(length=1024), nullable=False)
    expires_at: _Mapped[_Optional[int]] = _mapped_column(_Integer, nullable=True)
    refresh_token: _Mapped[_Optional[str]] = _mapped_column(_String(length=1024), nullable=True)
    account_id: _Mapped[str] = _mapped_column(_String(length=320), index=True, nullable=False)
    account_email: _Mapped[str] = _mapped_column(_String(length=320), nullable=False)


class SQLAlchemyBaseOAuthAccountTableUUID(SQLAlchemyBaseOAuthAccountTable[UUID_ID]):
    id: _Mapped[UUID_ID] = _mapped_column(GUID, primary_key=True, default=_uuid.uuid4)

    @_declared_attr
    def user_id(cls) -> _Mapped[GUID]:
        return _mapped_column(GUID, _ForeignKey("user.id", ondelete="cascade"), nullable=False)


class SQLAlchemyBaseAccessTokenTable(_Generic[ID]):
    __tablename__ = "accesstoken"
    token: _Mapped[str] = _mapped_column(_String(length=43), primary_key=True)
    created_at: _Mapped[_datetime] = _mapped_column(
        TIMESTAMPAware(timezone=True), index=True, nullable=False, default=now_utc
    )


class SQLAlchemyBaseAccessTokenTableUUID(SQLAlchemyBaseAccessTokenTable[_uuid.UUID]):
    @_declared_attr
    def user_id(cls) -> _Mapped[GUID]:
        return _mapped_column(GUID, _ForeignKey("user.id", ondelete="cascade"), nullable=False)
