"""Bearer tokens: JSON web tokens, signed with our secret (HS256) or by a key of an identity provider's set."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import jwt

from bi_server.access.key_sets import KeySet
from bi_server.access.principal import ROLES, Permission, Principal
from bi_server.access.scopes import says_nothing, scope_of
from bi_server.errors import InvalidInput, PermissionDenied, Unauthenticated
from bi_server.store.scope import Scope

SECRET_ALGORITHM = "HS256"
MAX_TOKEN_BYTES = 16 << 10
NOT_THERE = object()  # null is something that a token says


class Verified(NamedTuple):
    """Whom a token names, and until when it holds (seconds since 1970)."""

    principal: Principal
    expires: float


@dataclass(frozen=True)
class Tokens:
    """What is asked of a token. `secret` or `keys` may be missing; empty `issuer` and `audience` are not asked for.

    `dimensions` are the ids of those that a scope may name.
    """

    secret: str
    keys: KeySet | None
    issuer: str
    audience: str
    leeway_seconds: float
    role_claim: str
    scope_claim: str
    dimensions: tuple[str, ...]

    async def verified(self, token: str) -> Verified:
        """Raises Unauthenticated where the token is none, not signed by whom we trust, or over; PermissionDenied where
        its scope cannot be read."""
        if len(token) > MAX_TOKEN_BYTES:
            raise Unauthenticated("the token is too long")
        try:
            header = jwt.get_unverified_header(token)
            key, algorithm = await self._key(str(header.get("alg", "")), header.get("kid"))
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=[algorithm],  # the one of the key: the token does not choose
                issuer=self.issuer or None,
                audience=self.audience or None,
                leeway=self.leeway_seconds,
                options={"require": ["exp", "sub"], "verify_aud": bool(self.audience)},
            )
        except jwt.ExpiredSignatureError:
            raise Unauthenticated("the token has expired; get a new one") from None
        except jwt.PyJWTError as error:
            raise Unauthenticated(f"the token is not accepted: {_reason(error)}") from None
        try:
            scope = self._scope(claims)
        except InvalidInput as error:
            raise PermissionDenied(f"the token's claim {self.scope_claim!r} cannot be read: {error.message}") from None
        principal = Principal("token", str(claims["sub"]), permission_of(claims, self.role_claim), scope)
        return Verified(principal, min(int(claims["exp"]), sys.maxsize) + self.leeway_seconds)

    def _scope(self, claims: Mapping[str, Any]) -> Scope | None:
        """None where the token says nothing of rows. Raises InvalidInput where it says something that is no scope."""
        said = claimed(claims, self.scope_claim, NOT_THERE)
        if said is NOT_THERE or says_nothing(self.scope_claim, said, self.dimensions):
            return None
        return scope_of(said, self.dimensions)

    async def _key(self, algorithm: str, key_id: object) -> tuple[Any, str]:
        if algorithm == SECRET_ALGORITHM and self.secret:
            return self.secret, algorithm
        if self.keys is not None and algorithm != SECRET_ALGORITHM:
            found = await self.keys.key(key_id if isinstance(key_id, str) else None, algorithm)
            if found is not None:
                return found, algorithm
        raise Unauthenticated("the token is not accepted: it is signed with a key that is not known here")


def permission_of(claims: Mapping[str, Any], claim: str) -> Permission:
    """What the roles of a claim allow: one name or a list."""
    found = claimed(claims, claim)
    names = found if isinstance(found, list) else [found]
    return max((ROLES[name] for name in names if isinstance(name, str) and name in ROLES), default=Permission.PUBLIC)


def claimed(claims: Mapping[str, Any], claim: str, otherwise: Any = None) -> Any:
    """What a token says by a claim, or `otherwise`. `realm_access.roles` leads into nested claims."""
    if claim in claims:
        return claims[claim]
    found: Any = claims
    for part in claim.split("."):
        if not isinstance(found, Mapping) or part not in found:
            return otherwise
        found = found[part]
    return found


def _reason(error: jwt.PyJWTError) -> str:
    """In our words: the library's may quote what the token holds."""
    match error:
        case jwt.InvalidAudienceError() | jwt.InvalidIssuerError():
            return "it was made by or for somebody else"
        case jwt.ImmatureSignatureError() | jwt.InvalidIssuedAtError():
            return "it does not hold yet"
        case jwt.MissingRequiredClaimError():
            return "it lacks `exp`, `sub`, or what AUTH_ISSUER and AUTH_AUDIENCE ask for"
        case jwt.InvalidSignatureError():
            return "the signature is wrong"
        case _:
            return "it is no JSON web token of ours"
