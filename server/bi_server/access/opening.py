"""The gate that the settings ask for, and the sign-in of users."""

from typing import TYPE_CHECKING

from sqlalchemy import Engine

from bi_server.access.gate import Gate
from bi_server.access.keys import KeyRing
from bi_server.access.principal import Permission
from bi_server.access.rate_limits import RateLimits
from bi_server.access.scopes import dimensions_of
from bi_server.settings import Settings

if TYPE_CHECKING:
    from bi_server.access.sessions import Sessions

ANONYMOUS = {"": Permission.PUBLIC, "read": Permission.READ, "all": Permission.ADMIN}


def open_gate(settings: Settings, engine: Engine, counted_in: int | None = None) -> Gate:
    """`counted_in` is the descriptor of a file that several processes count calls in, see rate_limits.

    Raises InvalidInput where AUTH_JWKS cannot be used.
    """
    if not settings.has_authentication:
        return Gate(ANONYMOUS[settings.allow_anonymous or "all"])
    from bi_server.access.key_sets import KeySet  # here: servers without authentication need no cryptography
    from bi_server.access.tokens import Tokens

    tokens = Tokens(
        secret=settings.auth_secret.get_secret_value(),
        keys=KeySet(settings.auth_jwks) if settings.auth_jwks else None,
        issuer=settings.auth_issuer,
        audience=settings.auth_audience,
        leeway_seconds=settings.auth_leeway_seconds,
        role_claim=settings.auth_role_claim,
        scope_claim=settings.auth_scope_claim,
        dimensions=dimensions_of(engine),
    )
    return Gate(
        ANONYMOUS[settings.allow_anonymous],
        tokens=tokens if tokens.secret or tokens.keys else None,
        keys=KeyRing(engine, settings.max_stale_seconds),
        limits=RateLimits(settings.rate_limit_per_caller, counted_in) if settings.rate_limit_per_caller else None,
    )


def open_sessions(settings: Settings, engine: Engine) -> "Sessions | None":
    """None where there is no secret to sign tokens with."""
    secret = settings.auth_secret.get_secret_value()
    if not secret:
        return None
    from bi_server.access.sessions import Sessions

    return Sessions(
        engine,
        secret,
        settings.auth_issuer,
        settings.auth_audience,
        settings.auth_role_claim,
        settings.auth_scope_claim,
    )
