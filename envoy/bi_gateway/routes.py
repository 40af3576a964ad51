"""Envoy's routes: of the protos, of the pages, and what leads to the dashboard."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bi_gateway.api import Api, Route
from bi_gateway.hosts import are_known
from bi_gateway.pages import APP_PATH, Page, has_app
from bi_server.settings import Settings

LUA = "envoy.filters.http.lua"
LONG_ANSWERS = "long_answers"
# Megabytes, where ranges are long. A route and its CSV belong to the same process: answers.lua leads from that to this.
LONG_RPCS = (
    "GetChartData",
    "GetDashboard",
    "GetKpiHistory",
    "GetForecast",
    "ExportDashboardPdf",
    "ExportDashboardXlsx",
    "ExportDashboardCsv",
    "ExportChartDataCsv",
    "ExportChartDataXlsx",
    "ExportQueryCsv",
    "ExportQueryXlsx",
    "ExportRowsXlsx",
)
LIVE = "LiveService"  # its answers never end
LISTENERS = "listeners"
LISTENING_SECONDS = 90  # without a sign of life; the server gives one every 25
IDLE_SECONDS = 30.0  # beyond the time a request may take
COMPRESSORS = ("envoy.filters.http.compressor", "compressor-gzip")
GRPC_WEB = "envoy.filters.http.grpc_web"
BODY_SIZE_LIMIT = "envoy.filters.http.body_size_limit"
TRANSCODER = "envoy.filters.http.grpc_json_transcoder"
DISABLED = {"@type": "type.googleapis.com/envoy.config.route.v3.FilterConfig", "disabled": True}
PREVIOUS_HOSTS = "envoy.retry_host_predicates.previous_hosts"
PREVIOUS_HOSTS_TYPE = "type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate"
# A read may be asked again of another process where one died over it; once, should the request be the reason.
RETRY_READS = {
    # Cancelled: gRPC for Python ends so what reaches a process in the moment that it begins to drain.
    "retry_on": "connect-failure,refused-stream,reset,cancelled",
    "num_retries": 1,
    "retry_host_predicate": [{"name": PREVIOUS_HOSTS, "typed_config": {"@type": PREVIOUS_HOSTS_TYPE}}],
    # Each goes one place on along the ring of hashes, where one of two processes has every other place by chance.
    "host_selection_retry_max_attempts": 40,
}
UNCOMPRESSED = {
    "@type": "type.googleapis.com/envoy.extensions.filters.http.compressor.v3.CompressorPerRoute",
    "disabled": True,
}


def passed_on(route: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """To the process of long answers, which does the rest. A reader may take his time, but not stand still."""
    idle = f"{settings.request_timeout_seconds + IDLE_SECONDS}s"
    note = route["metadata"]["filter_metadata"][LUA]
    kept = {"csv": note["csv"]} if "csv" in note else {}
    return {
        "name": route["name"],
        "match": route["match"],
        "route": {"cluster": LONG_ANSWERS, "timeout": "0s", "idle_timeout": idle},
        "metadata": {"filter_metadata": {LUA: {"passed_on": True} | kept}},
        "typed_per_filter_config": dict.fromkeys(COMPRESSORS, UNCOMPRESSED) | {TRANSCODER: DISABLED},
    }


def page_routes(pages: Sequence[Page], origins: Sequence[str], action: dict[str, Any]) -> list[dict[str, Any]]:
    """Envoy's routes of the pages, and one for each page that refuses other verbs (405).

    The cors filter passes direct responses by: answers.lua does its part.
    """
    served = [
        {
            "match": {"path": page.path, "headers": [_verb(verb)]},
            "direct_response": {"status": 200, "body": {"filename": str(page.file)}},
            "response_headers_to_add": [added(name, value) for name, value in page.headers.items()],
            "metadata": {"filter_metadata": {LUA: {"origins": list(origins)}}},
            "typed_per_filter_config": {TRANSCODER: DISABLED},
        }
        for page in pages
        for verb in ("GET", "HEAD")
    ]
    return served + [_envoy_route(page.path, action, {"allow": "GET, HEAD"}) for page in pages]


def app_redirects(origins: Sequence[str]) -> list[dict[str, Any]]:
    """What leads to the dashboard: its path without the slash, and the root for who asks for a page. Those who do not
    get the root's JSON; so do all where there is no dashboard."""
    # Envoy would name the URL that was asked for.
    location = {"header": {"key": "location", "value": APP_PATH}, "append_action": "OVERWRITE_IF_EXISTS_OR_ADD"}
    asks_for_page = {"name": "accept", "string_match": {"contains": "text/html"}}
    matches: list[dict[str, Any]] = [{"path": APP_PATH.rstrip("/")}]
    if has_app():
        matches.append({"path": "/", "headers": [asks_for_page]})
    return [
        {
            "match": {**match, "headers": [*match.get("headers", []), _verb(verb)]},
            "direct_response": {"status": 302},
            "response_headers_to_add": [location, added("cache-control", "no-store")],
            "metadata": {"filter_metadata": {LUA: {"origins": list(origins)}}},
            "typed_per_filter_config": {TRANSCODER: DISABLED},
        }
        for match in matches
        for verb in ("GET", "HEAD")
    ]


def writers(settings: Settings) -> dict[str, Any]:
    """Who may call routes that change something: pages of these origins, and our own where our names are known."""
    return {"writers": settings.cors_origins, "own_pages": are_known(settings)}


def json_routes(
    api: Api, action: dict[str, Any], cache_seconds: float = 0, writing: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """Envoy's routes: one for each verb of each path, and one for each path that refuses all other verbs (405).

    Of several server processes the one that has answered a URL before answers it again, from its cache.
    """
    action = {**action, "hash_policy": [{"header": {"header_name": "x-envoy-original-path"}}]}  # before transcoding
    asked_again = {**action, "retry_policy": RETRY_READS}
    csv_paths = {route.request: route.path for route in api.routes if route.path.endswith(".csv")}
    by_path: dict[str, list[Route]] = {}
    for route in api.routes:
        by_path.setdefault(route.path, []).append(route)
    result = []
    for path, routes in by_path.items():
        for route in routes:
            takes = [field.name for field in api.messages[route.request].field]
            note: dict[str, Any] = {"parameters": ", ".join(takes) or "none"}
            if route.verb != "GET":
                note |= writing or {}
            if cache_seconds and route.verb == "GET":
                note["cache_seconds"] = cache_seconds
            if route.response_body:
                if len(api.messages[route.response].field) != 1:
                    raise ValueError(f"{route.name}: response_body works where {route.response} has no other field")
                note["response_body"] = route.response_body
                note["csv"] = csv_paths[route.request]
            taken = asked_again if route.verb == "GET" else action
            if route.service == "SystemService":
                taken = {**taken, "priority": "HIGH"}
            if route.rpc.name in LONG_RPCS:
                taken = {**taken, "cluster": LONG_ANSWERS}
            if route.rpc.server_streaming:
                note = {"parameters": note["parameters"], "streamed": True}
                taken = {**asked_again, "cluster": "streams", "timeout": "0s"}
            if route.rpc.client_streaming:
                result.append(_upload_route(_envoy_route(path, action, note, verb=route.verb)))
            elif route.service == LIVE:
                result.append(_followed_route(path, note, route.verb))
                continue
            else:
                result.append(_envoy_route(path, taken, note, verb=route.verb))
            if route.verb == "GET":
                # A body that is cut off afterwards must not be compressed before: its end would remain.
                head = _envoy_route(path, taken, note, verb="HEAD")
                result.append({**head, "typed_per_filter_config": dict.fromkeys(COMPRESSORS, UNCOMPRESSED)})
        verbs = {route.verb for route in routes}
        verbs |= {"HEAD" for route in routes if route.verb == "GET" and route.service != LIVE}
        allow = ", ".join(sorted(verbs))
        result.append(_envoy_route(path, action, {"allow": allow}))
    return result


def _upload_route(route: dict[str, Any]) -> dict[str, Any]:
    """A file is passed on piece by piece, however long that takes; the server says what is too large or too slow."""
    return {
        **route,
        "route": {**route["route"], "cluster": "streams", "timeout": "0s", "idle_timeout": "0s"},
        "typed_per_filter_config": {BODY_SIZE_LIMIT: DISABLED},
    }


def _followed_route(path: str, note: dict[str, Any], verb: str) -> dict[str, Any]:
    """What is sent piece by piece, for as long as somebody listens; of any process, and as soon as it is there."""
    action = {"cluster": LISTENERS, "timeout": "0s", "idle_timeout": f"{LISTENING_SECONDS}s"}
    route = _envoy_route(path, action, note, verb=verb)
    return {**route, "typed_per_filter_config": dict.fromkeys((*COMPRESSORS, GRPC_WEB), DISABLED)}  # each takes memory


def _envoy_route(path: str, action: dict[str, Any], note: Mapping[str, Any], verb: str = "") -> dict[str, Any]:
    match: dict[str, Any] = {"path": path}
    if "{" in path:
        match = {"safe_regex": {"regex": path_regex(path)}}
    if verb:
        match["headers"] = [_verb(verb)]
    name = f"{verb} {path}".strip()
    return {"name": name, "match": match, "route": action, "metadata": {"filter_metadata": {LUA: dict(note)}}}


def added(name: str, value: str) -> dict[str, Any]:
    """Routes are asked before what holds for all of them, so theirs stays."""
    return {"header": {"key": name, "value": value}, "append_action": "ADD_IF_ABSENT"}


def _verb(verb: str) -> dict[str, Any]:
    return {"name": ":method", "string_match": {"exact": verb}}


def path_regex(path: str) -> str:
    """The RE2 expression of a google.api.http path template: `{kpi}` is one segment, `{name=**}` any number."""
    parts = re.split(r"({[^}]+})", path)
    return "".join(_variable_regex(part) if part.startswith("{") else re.escape(part) for part in parts)


def _variable_regex(variable: str) -> str:
    _, _, pattern = variable.strip("{}").partition("=")
    return re.escape(pattern or "*").replace(r"\*\*", ".+").replace(r"\*", "[^/]+")
