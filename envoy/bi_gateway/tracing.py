"""Envoy's part of a trace (OpenTelemetry): what came in, and where it went. The server's spans are inside."""

from typing import Any
from urllib.parse import urlsplit

from bi_server.settings import Settings

CLUSTER = "collector"
NAME = "bi-gateway"
UUIDS = "type.googleapis.com/envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig"


def trace_requests(config: dict[str, Any], manager: dict[str, Any], settings: Settings) -> None:
    """Has the process tell the collector; nothing where none is named."""
    if not settings.otel_exporter_otlp_endpoint:
        return
    url = urlsplit(settings.otel_exporter_otlp_endpoint)
    target = {"uri": f"{url.geturl().rstrip('/')}/v1/traces", "cluster": CLUSTER, "timeout": "2s"}
    share = {"value": settings.otel_traces_sampler_arg * 100}
    manager["tracing"] = {
        "random_sampling": share,
        "spawn_upstream_span": False,
        # A span is named after its route, of which there are few; what was asked for stays out of it.
        "operation": "%ROUTE_NAME%",
        "max_path_tag_length": 1,
        "provider": {
            "name": "envoy.tracers.opentelemetry",
            "typed_config": {
                "@type": "type.googleapis.com/envoy.config.trace.v3.OpenTelemetryConfig",
                "http_service": {"http_uri": target},
                "service_name": NAME,
            },
        },
    }
    # The caller's request id stays as it is, and decides nothing.
    request_ids = {"@type": UUIDS, "pack_trace_reason": False, "use_request_id_for_trace_sampling": False}
    manager["request_id_extension"] = {"typed_config": request_ids}
    address = {"socket_address": {"address": url.hostname, "port_value": url.port or 80}}
    config["static_resources"]["clusters"].append(
        {
            "name": CLUSTER,
            "type": "STRICT_DNS",
            "connect_timeout": "1s",
            "load_assignment": {
                "cluster_name": CLUSTER,
                "endpoints": [{"lb_endpoints": [{"endpoint": {"address": address}}]}],
            },
        }
    )
