"""Under which names the gateway may be called; see `bi_server.reach`."""

from typing import Any

from bi_server.reach import is_loopback, own_names
from bi_server.settings import Settings


def are_known(settings: Settings) -> bool:
    """Whether names are looked at: on this machine alone, where the network keeps nobody out, and where ALLOWED_HOSTS
    names them. Behind another address any name may be meant."""
    return bool(settings.allowed_hosts) or is_loopback(settings.host)


def foreign_hosts(settings: Settings, action: dict[str, Any]) -> list[dict[str, Any]]:
    """Envoy's route of what is called by another name, JSON, gRPC and pages alike: answers.lua refuses it."""
    if not are_known(settings):
        return []
    foreign = {
        "name": ":authority",
        "string_match": {"safe_regex": {"regex": own_names(settings.allowed_hosts)}},
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
