"""The package Authlib, as far as the models that migrations import use it.

Covers the mixins of `integrations.sqla_oauth2` with their columns: OAuth2ClientMixin, OAuth2TokenMixin and
OAuth2AuthorizationCodeMixin. Other names are as those of packages that are not there.
"""

import time as _time

import _limbec
import sqlalchemy as _sa


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'authlib' has no attribute '{name}'")
    return _limbec.absent(f"authlib.{name}")


def _now():
    return int(_time.time())


class OAuth2ClientMixin:
    client_id = _sa.Column(_sa.String(48), index=True)
    client_secret = _sa.Column(_sa.String(120))
    client_id_issued_at = _sa.Column(_sa.Integer, nullable=False, default=0)
    client_secret_expires_at = _sa.Column(_sa.Integer, nullable=False, default=0)
    _client_metadata = _sa.Column("client_metadata", _sa.Text)


class OAuth2AuthorizationCodeMixin:
    code = _sa.Column(_sa.String(120), unique=True, nullable=False)
    client_id = _sa.Column(_sa.String(48))
    redirect_uri = _sa.Column(_sa.Text, default="")
    response_type = _sa.Column(_sa.Text, default="")
    scope = _sa.Column(_sa.Text, default="")
    nonce = _sa.Column(_sa.Text)
    auth_time = _sa.Column(_sa.Integer, nullable=False, default=_now)
    acr = _sa.Column(_sa.Text)
    amr = _sa.Column(_sa.Text)
    code_challenge = _sa.Column(_sa.Text)
    code_challenge_method = _sa.Column(_sa.String(48))


class OAuth2TokenMixin:
    client_id = _sa.Column(_sa.String(48))
    token_type = _sa.Column(_sa.String(40))
    access_token = _sa.Column(_sa.String(255), unique=True, nullable=False)
    refresh_token = _sa.Column(_sa.String(255), index=True)
    scope = _sa.Column(_sa.Text, default="")
    issued_at = _sa.Column(_sa.Integer, nullable=False, default=_now)
    access_token_revoked_at = _sa.Column(_sa.Integer, nullable=False, default=0)
    refresh_token_revoked_at = _sa.Column(_sa.Integer, nullable=False, default=0)
    expires_in = _sa.Column(_sa.Integer, nullable=False, default=0)
