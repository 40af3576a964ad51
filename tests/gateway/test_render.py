"""Envoy's configuration follows the protos and the settings."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from google.api import annotations_pb2
from google.protobuf.descriptor_pb2 import FileDescriptorSet

from bi_gateway.api import Api
from bi_gateway.render import render, transcoder_image, upstream_host
from bi_gateway.routes import json_routes, path_regex
from bi_server.semantic import default_model
from bi_server.settings import Settings

API = Api.load()


def rendered(folder: Path, **settings: Any) -> dict[str, Any]:
    files = render(Settings(_env_file=None, **settings), API, default_model(), folder)
    config: dict[str, Any] = json.loads(files.front.read_text())
    return config


def routes(config: dict[str, Any]) -> list[dict[str, Any]]:
    manager = config["static_resources"]["listeners"][0]["filter_chains"][0]["filters"][0]["typed_config"]
    found: list[dict[str, Any]] = manager["route_config"]["virtual_hosts"][0]["routes"]
    return found


def note(route: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = route.get("metadata", {}).get("filter_metadata", {}).get("envoy.filters.http.lua", {})
    return found


def matches(match: dict[str, Any], path: str) -> bool:
    """Whether a route is of a path; a path with a variable is matched by an expression."""
    expression = match.get("safe_regex", {}).get("regex")
    return bool(re.fullmatch(expression, path)) if expression else bool(match.get("path") == path)


def test_every_route_of_the_protos_has_its_verbs_and_refuses_others(tmp_path: Path) -> None:
    made = routes(rendered(tmp_path))
    long = routes(json.loads((tmp_path / "long-answers.json").read_text()))
    for route in API.routes:
        ours = [r for r in made if matches(r["match"], route.path)]
        headers = [header for r in ours for header in r["match"].get("headers", [])]
        verbs = [header["string_match"]["exact"] for header in headers if header["name"] == ":method"]
        of_path = {other.verb for other in API.routes if other.path == route.path}
        served = of_path | ({"HEAD"} if "GET" in of_path and route.service != "LiveService" else set())
        assert set(verbs) == served
        assert note(ours[-1])["allow"] == ", ".join(sorted(served))
        printed = next(r for r in [*long, *made] if matches(r["match"], route.path))
        assert note(printed).get("response_body", "") == route.response_body
    assert [route.get("name") for route in made[:2]] == ["foreign-host", "grpc-live"]
    assert note(made[-1]) == {"unknown": True}


def test_the_transcoders_descriptors_have_head_and_no_response_body() -> None:
    rules = [
        rpc.options.Extensions[annotations_pb2.http]
        for file in FileDescriptorSet.FromString(transcoder_image(API)).file
        for service in file.service
        for rpc in service.method
        if rpc.options.HasExtension(annotations_pb2.http)
    ]
    assert len(rules) == len({route.name for route in API.routes})
    assert not any(rule.response_body for rule in rules)
    assert all(rule.additional_bindings[0].custom.path == rule.get for rule in rules if rule.get)
    # The API itself still tells the truth.
    assert {route.response_body for route in API.routes} == {"", "kpis", "chart_data"}


def test_a_response_body_beside_other_fields_is_refused() -> None:
    api = Api.load()
    api.messages["bi.v1.GetKpisResponse"].field.add(name="total")
    with pytest.raises(ValueError, match="GetKpis"):
        json_routes(api, {})


def test_settings_arrive(tmp_path: Path) -> None:
    config = rendered(tmp_path, http_port=8123, host="0.0.0.0", grpc_port=9123, cors_origins=["https://a.example"])
    text = json.dumps(config)
    assert '"port_value": 8123' in text
    assert '"address": "127.0.0.1", "port_value": 9123' in text
    assert '{"exact": "https://a.example"}' in text
    assert "localhost:3000" not in text
    assert config["admin"]["address"]["pipe"], "nobody reaches it by the network"


def test_nothing_is_left_unfilled(tmp_path: Path) -> None:
    assert not re.search(r"\$\{\w+}", json.dumps(rendered(tmp_path)))


@pytest.mark.parametrize(
    ("template", "path", "fits"),
    [
        ("/api/kpis/{kpi}/history", "/api/kpis/orders/history", True),
        ("/api/kpis/{kpi}/history", "/api/kpis/a/b/history", False),
        ("/api/kpis/{kpi}/history", "/api/kpis//history", False),
        ("/files/{name=**}", "/files/a/b.csv", True),
        ("/files/{name=reports/*}", "/files/reports/a", True),
        ("/files/{name=reports/*}", "/files/other/a", False),
        ("/a.b/{c}", "/aXb/c", False),
    ],
)
def test_path_templates_become_expressions(template: str, path: str, fits: bool) -> None:
    assert bool(re.fullmatch(path_regex(template), path)) is fits


def test_a_wildcard_address_is_reached_over_loopback() -> None:
    assert upstream_host("0.0.0.0") == "127.0.0.1"
    assert upstream_host("::") == "::1"
    assert upstream_host("10.0.0.7") == "10.0.0.7"
