"""Whether a network may be listened to at all."""

import ipaddress

from bi_server.errors import InvalidInput
from bi_server.settings import Settings


def refuse_open_door(settings: Settings) -> None:
    """Raises InvalidInput where others could reach this machine and nobody would ask who they are."""
    if settings.has_authentication or settings.allow_anonymous or is_loopback(settings.host):
        return
    raise InvalidInput.of(
        "HOST",
        f"{settings.host} is reached by others, and nobody would be asked who he is; set AUTH_SECRET, AUTH_JWKS or "
        "AUTH_API_KEYS, or say in plain words that anybody may: ALLOW_ANONYMOUS=read (or all, imports too)",
    )


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
