"""The one place that decides whether a call may go on: who calls, and whether he may."""

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from bi_server.access.keys import KeyRing
from bi_server.access.principal import Permission, Principal, role_of
from bi_server.access.rate_limits import RateLimits
from bi_server.errors import PermissionDenied, Unauthenticated

if TYPE_CHECKING:
    from bi_server.access.tokens import Tokens

KNOWN_KEPT = 10_000  # callers whose credentials need not be verified again
KNOWN_SECONDS = 60.0  # nor for longer: the keys that signed them may be taken back
HOW = "send `authorization: Bearer TOKEN` or `x-api-key: KEY`"

Headers = Iterable[tuple[str, str | bytes]]


class _Known(NamedTuple):
    principal: Principal
    until: float


class Gate:
    """Lets calls pass. Without `tokens` and `keys` everybody is anonymous; `anonymous` is what who shows no credentials
    may do; `limits` is how often who does may call. For one event loop."""

    def __init__(
        self,
        anonymous: Permission,
        *,
        tokens: "Tokens | None" = None,
        keys: KeyRing | None = None,
        limits: RateLimits | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._anonymous = Principal("anonymous", "", anonymous)
        self._tokens = tokens
        self._keys = keys
        self._limits = limits
        self._clock = clock
        self._known: dict[str, _Known] = {}

    async def admit(self, needed: Permission, headers: Callable[[], Headers | None]) -> Principal:
        """Who calls. Raises Unauthenticated where he does not say it right, PermissionDenied where he may not,
        RateLimited where he calls too often.

        `headers` are asked for where they matter.
        """
        if needed is Permission.PUBLIC:
            return self._anonymous
        if self._keys is None and self._tokens is None:
            if needed > self._anonymous.permission:
                raise PermissionDenied(f"this needs the role {role_of(needed)}, and nobody can show one here")
            return self._anonymous
        token, key = _credentials(headers() or ())
        if token is None and key is None:
            if needed > self._anonymous.permission:
                raise Unauthenticated(f"this needs the role {role_of(needed)}; {HOW}")
            return self._anonymous
        # The commonest case first: known, and still good.
        known = self._known.get(token or "") if key is None else None
        if known is not None and self._clock() < known.until:
            principal = known.principal
        else:
            principal = await self._identified(token, key)
        if needed > principal.permission:
            raise PermissionDenied(f"this needs the role {role_of(needed)}, which {principal} has not")
        if self._limits is not None:
            self._limits.take(str(principal))
        return principal

    def close(self) -> None:
        """Gives back what the gate holds."""
        if self._keys is not None:
            self._keys.close()
        if self._limits is not None:
            self._limits.close()

    async def _identified(self, token: str | None, key: str | None) -> Principal:
        if key is not None:
            if token is not None:
                raise Unauthenticated("there are two credentials; send a token or an API key")
            if self._keys is None:
                raise Unauthenticated("API keys are not taken here")
            return await self._keys.principal(key)
        scheme, _, text = (token or "").partition(" ")
        if scheme.lower() != "bearer" or self._tokens is None:
            raise Unauthenticated(f"`authorization` is not taken as it is; {HOW}")
        verified = await self._tokens.verified(text.strip())
        if len(self._known) >= KNOWN_KEPT:
            self._known.clear()
        self._known[token or ""] = _Known(verified.principal, min(verified.expires, self._clock() + KNOWN_SECONDS))
        return verified.principal


def _credentials(headers: Headers) -> tuple[str | None, str | None]:
    """What `authorization` and `x-api-key` say. Raises Unauthenticated where one comes twice."""
    token: str | None = None
    key: str | None = None
    for name, value in headers:
        if name == "authorization" and isinstance(value, str):
            if token is not None:
                raise Unauthenticated("`authorization` comes twice; send it once")
            token = value
        elif name == "x-api-key" and isinstance(value, str):
            if key is not None:
                raise Unauthenticated("`x-api-key` comes twice; send it once")
            key = value
    return token, key
