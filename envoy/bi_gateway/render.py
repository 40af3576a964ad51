"""Makes Envoy's configuration from `envoy.yaml`, the settings and the protos."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import yaml
from google.api import annotations_pb2
from google.protobuf.descriptor_pb2 import FileDescriptorSet

from bi_gateway.admin import Admin
from bi_gateway.api import Api
from bi_gateway.hosts import foreign_hosts
from bi_gateway.local_replies import SECURITY_HEADERS, local_reply_mappers
from bi_gateway.metrics import tell_of_envoy
from bi_gateway.pages import Page, write_pages
from bi_gateway.rate_limits import limit_addresses
from bi_gateway.routes import (
    DISABLED,
    IDLE_SECONDS,
    LONG_ANSWERS,
    added,
    app_redirects,
    json_routes,
    page_routes,
    passed_on,
    writers,
)
from bi_gateway.tls import NODE, transport_socket, write_secrets
from bi_gateway.tracing import CLUSTER, trace_requests
from bi_server.semantic import Model
from bi_server.settings import Settings
from bi_server.tls import gateway_socket

HERE = Path(__file__).parent
PIPE = "long-answers.sock"  # where that process listens
OTHER_STREAMS = 256  # calls of gRPC clients


@dataclass(frozen=True)
class Bootstraps:
    """The files that the two processes of the gateway start from: the one in front, and the one of long answers."""

    front: Path
    long_answers: Path


def render(settings: Settings, api: Api, model: Model, folder: Path) -> Bootstraps:
    """Write what Envoy reads into `folder`."""
    descriptor_file = folder / "api.binpb"
    descriptor_file.write_bytes(transcoder_image(api))
    files = Bootstraps(folder / "envoy.json", folder / "long-answers.json")
    pages = write_pages(api, settings.app_name, model, folder, is_locked=settings.has_authentication)
    files.front.write_text(json.dumps(front(settings, api, descriptor_file, pages), indent=2))
    files.long_answers.write_text(json.dumps(long_answers(settings, api, descriptor_file), indent=2))
    return files


def front(settings: Settings, api: Api, descriptor_file: Path, pages: Sequence[Page]) -> dict[str, Any]:
    """The whole configuration of the process that listens on HTTP_PORT."""
    address = {"socket_address": {"address": settings.host, "port_value": settings.http_port}}
    config = _filled(settings, api, descriptor_file, address)
    routes = _routes(config)
    to_server = routes[-1]["route"]
    routes[:0] = foreign_hosts(settings, to_server)
    routes[-1:-1] = [
        *app_redirects(settings.cors_origins),
        *page_routes(pages, settings.cors_origins, to_server),
        *(
            passed_on(route, settings) if route["route"]["cluster"] == LONG_ANSWERS else route
            for route in json_routes(api, to_server, settings.edge_cache_seconds, writers(settings))
        ),
    ]
    limit_addresses(_manager(config), routes, settings)
    if settings.tls_cert:
        folder = descriptor_file.parent
        write_secrets(settings, folder)
        config["node"] = NODE
        config["static_resources"]["listeners"][0]["filter_chains"][0]["transport_socket"] = transport_socket(
            settings, folder
        )
    own = Admin(descriptor_file.parent).address
    tell_of_envoy(config, settings, own, _long_answers_admin(descriptor_file))
    config["admin"] = {
        "address": own,
        "ignore_global_conn_limit": True,  # so that a gateway whose connections are all taken can be looked at, and end
    }
    return config


def long_answers(settings: Settings, api: Api, descriptor_file: Path) -> dict[str, Any]:
    """The whole configuration of the process that prints long answers."""
    config = _filled(settings, api, descriptor_file, {"pipe": {"path": _long_answers(descriptor_file), "mode": 0o600}})
    routes = _routes(config)
    to_server = routes[-1]["route"]
    routes[:-1] = [
        {**route, "route": {**route["route"], "cluster": to_server["cluster"]}}
        for route in json_routes(api, to_server, settings.edge_cache_seconds)
        if route["route"]["cluster"] == LONG_ANSWERS
    ]
    config["admin"] = {"address": _long_answers_admin(descriptor_file)}
    clusters = config["static_resources"]["clusters"]
    clusters[:] = [cluster for cluster in clusters if cluster["name"] in (to_server["cluster"], CLUSTER)]
    return config


def _filled(settings: Settings, api: Api, descriptor_file: Path, address: dict[str, Any]) -> dict[str, Any]:
    """The template with the settings in it. Lists are put in as JSON, which is YAML too."""
    text = Template((HERE / "envoy.yaml").read_text()).substitute(
        address=json.dumps(address),
        endpoints=json.dumps([_endpoint(settings, port) for port in settings.grpc_ports]),
        trusted_proxies=settings.trusted_proxies,
        cors_origins=json.dumps([{"exact": origin} for origin in settings.cors_origins]),
        # The server gives up first and says so itself; this is for a server that hangs.
        request_timeout=f"{settings.request_timeout_seconds + 1}s",
        idle_timeout=f"{settings.request_timeout_seconds + IDLE_SECONDS}s",
        max_request_bytes=settings.max_request_bytes,
        max_response_bytes=settings.max_response_bytes,
        # The server says itself which file is one too many; what comes beside is not even asked for.
        max_streams=settings.max_uploads * len(settings.grpc_ports) + OTHER_STREAMS,
        max_connections=settings.max_connections,
        heap_bytes=settings.gateway_bytes // 2,
        security_headers=json.dumps([added(name, value) for name, value in SECURITY_HEADERS.items()]),
        disabled=json.dumps(DISABLED),
        services=json.dumps(api.services),
        lua_folder=HERE,
        descriptor_file=descriptor_file,
        long_answers=_long_answers(descriptor_file),
    )
    config: dict[str, Any] = yaml.safe_load(text)
    _manager(config)["local_reply_config"]["mappers"] = local_reply_mappers(settings.cors_origins)
    trace_requests(config, _manager(config), settings)
    return config


def _manager(config: dict[str, Any]) -> dict[str, Any]:
    manager: dict[str, Any] = config["static_resources"]["listeners"][0]["filter_chains"][0]["filters"][0][
        "typed_config"
    ]
    return manager


def _routes(config: dict[str, Any]) -> list[dict[str, Any]]:
    routes: list[dict[str, Any]] = _manager(config)["route_config"]["virtual_hosts"][0]["routes"]
    return routes


def _long_answers(descriptor_file: Path) -> str:
    return str(descriptor_file.with_name(PIPE))


def _long_answers_admin(descriptor_file: Path) -> dict[str, Any]:
    return {"pipe": {"path": str(descriptor_file.with_name("long-answers-admin.sock")), "mode": 0o600}}


def _endpoint(settings: Settings, port: int) -> dict[str, Any]:
    address: dict[str, Any] = {"socket_address": {"address": upstream_host(settings.host), "port_value": port}}
    if settings.tls_cert:
        address = {"pipe": {"path": str(gateway_socket(settings.host, port))}}
    return {"endpoint": {"address": address}}


def upstream_host(host: str) -> str:
    """Where a server that listens on `host` is reached: a wildcard is no address to connect to."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


def transcoder_image(api: Api) -> bytes:
    """The descriptor set as the transcoder takes it: without `response_body`, which it refuses (answers.lua does that
    part), and with a HEAD beside every GET."""
    image = FileDescriptorSet()
    image.CopyFrom(api.files)
    for file in image.file:
        file.ClearField("source_code_info")
        for rpc in (rpc for service in file.service for rpc in service.method):
            if not rpc.options.HasExtension(annotations_pb2.http):
                continue
            rule = rpc.options.Extensions[annotations_pb2.http]
            for binding in [rule, *rule.additional_bindings]:
                binding.ClearField("response_body")
                if binding.get:
                    head = rule.additional_bindings.add()
                    head.custom.kind, head.custom.path = "HEAD", binding.get
    return image.SerializeToString()
