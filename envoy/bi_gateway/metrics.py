"""What is told of Envoy itself: its metrics, for Prometheus, at the port after those of the server's; and, at
ENVOY_ADMIN_PORT, its admin pages, to be read.

The admin interface listens at a socket alone: any page in a browser of this machine could POST to a port, and end it.
"""

from typing import Any

from bi_server.reach import is_loopback
from bi_server.settings import Settings

PATH, LONG_ANSWERS_PATH = "/metrics", "/metrics/long-answers"
PROMETHEUS = "/stats/prometheus"
MANAGER = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"
ROUTER = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"
LOOPBACK = "127.0.0.1"


def tell_of_envoy(
    config: dict[str, Any], settings: Settings, own: dict[str, Any], long_answers: dict[str, Any]
) -> None:
    """Adds listeners to the process in front; `own` and `long_answers` are the addresses of the admin interfaces."""
    resources = config["static_resources"]
    if settings.metrics_port or settings.envoy_admin_port:
        resources["clusters"] += [_cluster("admin", own), _cluster("admin_of_long_answers", long_answers)]
    if settings.metrics_port:
        metrics = [
            _route({"path": PATH}, "admin", PROMETHEUS),
            _route({"path": LONG_ANSWERS_PATH}, "admin_of_long_answers", PROMETHEUS),
        ]
        port = settings.metrics_port + settings.server_processes
        resources["listeners"].append(_listener("metrics", settings.metrics_host, port, settings, metrics))
    if settings.envoy_admin_port:
        pages = [_route({"prefix": "/"}, "admin", "/")]
        resources["listeners"].append(_listener("admin", LOOPBACK, settings.envoy_admin_port, settings, pages))


def _listener(name: str, host: str, port: int, settings: Settings, routes: list[dict[str, Any]]) -> dict[str, Any]:
    names = ["localhost", LOOPBACK, "[::1]", host, *settings.allowed_hosts] if is_loopback(host) else ["*"]
    manager = {
        "@type": MANAGER,
        "stat_prefix": name,
        "route_config": {
            "ignore_port_in_host_matching": True,
            "virtual_hosts": [{"name": "all", "domains": list(dict.fromkeys(names)), "routes": routes}],
        },
        "http_filters": [{"name": "envoy.filters.http.router", "typed_config": {"@type": ROUTER}}],
    }
    chain = {"filters": [{"name": "envoy.filters.network.http_connection_manager", "typed_config": manager}]}
    return {
        "name": name,
        "address": {"socket_address": {"address": host, "port_value": port}},
        "ignore_global_conn_limit": True,  # so that a gateway whose connections are all taken can be looked at
        "filter_chains": [chain],
    }


def _route(match: dict[str, Any], cluster: str, rewrite: str) -> dict[str, Any]:
    reads = {"name": ":method", "string_match": {"exact": "GET"}}
    return {"match": {**match, "headers": [reads]}, "route": {"cluster": cluster, "prefix_rewrite": rewrite}}


def _cluster(name: str, address: dict[str, Any]) -> dict[str, Any]:
    endpoint = {"endpoint": {"address": address}}
    return {
        "name": name,
        "type": "STATIC",
        "connect_timeout": "1s",
        "load_assignment": {"cluster_name": name, "endpoints": [{"lb_endpoints": [endpoint]}]},
    }
