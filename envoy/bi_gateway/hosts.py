"""Under which names the gateway may be called. The name of a foreign page may be made to stand for this machine (DNS
rebinding): its browser then takes our answers for that page's own, and lets it read them."""

import re
from typing import Any

from bi_server.access.reach import is_loopback
from bi_server.settings import Settings

# No page has an address for its name unless it was fetched from there: addresses are safe, whatever they are.
ALWAYS = ("localhost", r"\d+\.\d+\.\d+\.\d+", r"\[[0-9a-f:.]+\]")


def are_known(settings: Settings) -> bool:
    """Whether names are looked at: on this machine alone, where the network keeps nobody out, and where ALLOWED_HOSTS
    names them. Behind another address any name may be meant."""
    return bool(settings.allowed_hosts) or is_loopback(settings.host)


def foreign_hosts(settings: Settings, action: dict[str, Any]) -> list[dict[str, Any]]:
    """Envoy's route of what is called by another name, JSON, gRPC and pages alike: answers.lua refuses it."""
    if not are_known(settings):
        return []
    names = "|".join([*ALWAYS, *map(re.escape, settings.allowed_hosts)])
    foreign = {
        "name": ":authority",
        "string_match": {"safe_regex": {"regex": rf"(?i)({names})(:\d+)?"}},
        "invert_match": True,
        "treat_missing_header_as_empty": True,
    }
    return [
        {
            "name": "foreign-host",
            "match": {"prefix": "/", "headers": [foreign]},
            "route": action,
            "metadata": {"filter_metadata": {"envoy.filters.http.lua": {"foreign": True}}},
        }
    ]
