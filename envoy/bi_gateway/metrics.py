"""Envoy's own metrics, for Prometheus: of both processes, at the port after those of the server's."""

from typing import Any

from bi_server.settings import Settings

PATH, LONG_ANSWERS_PATH = "/metrics", "/metrics/long-answers"
PROMETHEUS = "/stats/prometheus"  # of the admin interface, of which nobody reaches anything else here
MANAGER = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"
ROUTER = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"


def port(settings: Settings) -> int:
    """Where they are told; 0 where nowhere."""
    return settings.metrics_port + settings.server_processes if settings.metrics_port else 0


def tell_metrics(config: dict[str, Any], settings: Settings, own: dict[str, Any], long_answers: dict[str, Any]) -> None:
    """Adds a listener to the process in front; `own` and `long_answers` are the addresses of the admin interfaces."""
    if not settings.metrics_port:
        return
    manager = {
        "@type": MANAGER,
        "stat_prefix": "metrics",
        "route_config": {
            "virtual_hosts": [
                {
                    "name": "all",
                    "domains": ["*"],
                    "routes": [_route(PATH, "admin"), _route(LONG_ANSWERS_PATH, "admin_of_long_answers")],
                }
            ]
        },
        "http_filters": [{"name": "envoy.filters.http.router", "typed_config": {"@type": ROUTER}}],
    }
    resources = config["static_resources"]
    resources["listeners"].append(
        {
            "name": "metrics",
            "address": {"socket_address": {"address": settings.metrics_host, "port_value": port(settings)}},
            "ignore_global_conn_limit": True,
            "filter_chains": [
                {"filters": [{"name": "envoy.filters.network.http_connection_manager", "typed_config": manager}]}
            ],
        }
    )
    resources["clusters"] += [_cluster("admin", own), _cluster("admin_of_long_answers", long_answers)]


def _route(path: str, cluster: str) -> dict[str, Any]:
    get = {"name": ":method", "string_match": {"exact": "GET"}}
    return {
        "match": {"path": path, "headers": [get]},
        "route": {"cluster": cluster, "prefix_rewrite": PROMETHEUS},
    }


def _cluster(name: str, address: dict[str, Any]) -> dict[str, Any]:
    endpoint = {"endpoint": {"address": address}}
    return {
        "name": name,
        "type": "STATIC",
        "connect_timeout": "1s",
        "load_assignment": {"cluster_name": name, "endpoints": [{"lb_endpoints": [endpoint]}]},
    }
