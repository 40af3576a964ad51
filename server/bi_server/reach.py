"""Who reaches this machine, and by which names it may be called."""

import ipaddress
import re
from collections.abc import Iterable

from bi_server.errors import InvalidInput
from bi_server.settings import Settings

# No page has an address for its name unless it was fetched from there: addresses are safe, whatever they are.
SAFE_NAMES = ("localhost", r"\d+\.\d+\.\d+\.\d+", r"\[[0-9a-f:.]+\]")


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


def own_names(allowed: Iterable[str]) -> str:
    """A regular expression, for Python and Envoy, of the `Host` headers that name us: those of `allowed`, and those
    that no foreign page can have. Its name may be made to stand for this machine (DNS rebinding): its browser then
    takes our answers for that page's own, and lets it read them."""
    return rf"(?i)({'|'.join([*SAFE_NAMES, *map(re.escape, allowed)])})(:\d+)?"
