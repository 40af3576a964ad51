"""How often one address may ask (RATE_LIMIT_PER_ADDRESS): a bucket of tokens for each, kept by the process in front."""

from math import ceil
from typing import Any

from bi_gateway.routes import DISABLED
from bi_server.settings import Settings

LOCAL_RATELIMIT = "envoy.filters.http.local_ratelimit"
MOST_ADDRESSES = 20_000  # those that asked last; one that is forgotten begins anew
KEY = "masked_remote_address"
MASKS = {"v4_prefix_mask_len": 32, "v6_prefix_mask_len": 64}  # who has one address of IPv6 has those beside it
ALWAYS = {"default_value": {"numerator": 100}}


def limit_addresses(manager: dict[str, Any], routes: list[dict[str, Any]], settings: Settings) -> None:
    """Puts the filter into the connection manager; where it is off, it is not there. Preflights do not count, nor does
    health, which must be told in any case: a balancer asks for it with the address of everybody."""
    most = settings.rate_limit_per_address
    if not most:
        return
    retry_after = {"header": {"key": "retry-after", "value": str(ceil(60 / most))}}
    limit = {
        "@type": "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit",
        "stat_prefix": "by_address",
        "filter_enabled": ALWAYS,
        "filter_enforced": ALWAYS,
        "max_dynamic_descriptors": MOST_ADDRESSES,
        "rate_limited_as_resource_exhausted": True,
        "response_headers_to_add": [retry_after],
        "rate_limits": [{"actions": [{KEY: MASKS}]}],
        "descriptors": [
            {
                "entries": [{"key": KEY}],
                # The tokens of a minute at once, and then one at a time.
                "token_bucket": {"max_tokens": most, "tokens_per_fill": most, "fill_interval": "60s"},
            }
        ],
    }
    manager["http_filters"].insert(1, {"name": LOCAL_RATELIMIT, "typed_config": limit})  # after cors
    for route in routes:
        if route.get("route", {}).get("priority") == "HIGH":
            route["typed_per_filter_config"] = {**route.get("typed_per_filter_config", {}), LOCAL_RATELIMIT: DISABLED}
