"""The OpenAPI document is valid, complete, and true of the bytes on the wire."""

import copy
from pathlib import Path
from typing import Any

import httpx
import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from grpc_tools import protoc  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from tests.gateway.stack import Gateway

import bi_server.semantic
from bi_gateway.api import Api, Route
from bi_gateway.examples import operations
from bi_gateway.openapi import openapi
from bi_server.semantic import default_model, read_model
from bi_server.services.data import CONTENT_TYPES

API = Api.load()
DOCUMENT = openapi(API, "Test", default_model())
GETS = [route for route in API.routes if route.verb == "GET"]
JSON_GETS = [route for route in GETS if route.response != "google.api.HttpBody"]
# The sample data was no import that rejected rows; `test_import` asks for such.
FILES = [route for route in GETS if route not in JSON_GETS and route.service not in ("LiveService", "ImportService")]
# Ranges that bring out what is left out and what is not: a year, one day, days without data.
RANGES = [("2024-01-01", "2024-12-31"), ("2024-06-15", "2024-06-15"), ("2031-01-01", "2031-01-07")]


def operation(route: Route) -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["paths"][route.path][route.verb.lower()]
    return found


def get(gateway: Gateway, route: Route, parameters: dict[str, Any]) -> httpx.Response:
    """The answer to parameters, those of the path in their place."""
    path = {name: value for name, value in parameters.items() if f"{{{name}}}" in route.path}
    query = {name: value for name, value in parameters.items() if name not in path}
    return gateway.client.get(route.path.format(**path), params=query)


def strict(document: dict[str, Any]) -> dict[str, Any]:
    """The components with every object closed: an answer with a field that the document lacks fails too."""
    components: dict[str, Any] = copy.deepcopy(document["components"])
    _close(components["schemas"])
    return components


def _close(schema: Any) -> None:
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _close(inner)
    if isinstance(schema, dict) and isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        schema["additionalProperties"] = False


COMPONENTS = strict(DOCUMENT)


def validator(response: dict[str, Any]) -> Draft202012Validator:
    schema = response["content"]["application/json"]["schema"]
    return Draft202012Validator(
        {**schema, "components": COMPONENTS}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def test_the_document_is_valid_and_served(gateway: Gateway) -> None:
    validate(DOCUMENT)
    served = gateway.get("/openapi.json").json()
    assert served["paths"] == DOCUMENT["paths"]
    assert served["components"] == DOCUMENT["components"]


def test_every_route_and_every_field_is_in_it() -> None:
    assert {(path, verb) for path, verbs in DOCUMENT["paths"].items() for verb in verbs} == {
        (route.path, route.verb.lower()) for route in API.routes
    }
    for route in GETS:
        parameters = {parameter["name"] for parameter in operation(route)["parameters"]}
        assert parameters == {field.name for field in API.messages[route.request].field}
    ids = [verb["operationId"] for path in DOCUMENT["paths"].values() for verb in path.values()]
    assert len(ids) == len(set(ids))


def test_everything_is_described() -> None:
    for verbs in DOCUMENT["paths"].values():
        for described in verbs.values():
            assert described["summary"]
            assert all(parameter["description"] for parameter in described.get("parameters", []))
    for name, schema in DOCUMENT["components"]["schemas"].items():
        assert schema["description"], name
        assert all(field.get("description") for field in schema["properties"].values()), name


def needed(parameters: list[dict[str, Any]]) -> dict[str, Any]:
    """What a request must have: a range in dates, where it could be given in words, is needed as well."""
    return {p["name"]: p["example"] for p in parameters if p["required"] or "Required unless" in p["description"]}


@pytest.mark.parametrize("route", JSON_GETS, ids=lambda route: route.path)
@pytest.mark.parametrize("days", RANGES, ids=lambda days: days[0])
def test_answers_are_as_the_document_says(gateway: Gateway, route: Route, days: tuple[str, str]) -> None:
    first, last = days
    query = needed(operation(route)["parameters"])
    query |= {
        name: first if name.endswith("start_date") else last for name in query if name in ("start_date", "end_date")
    }
    query |= {name: first if "start" in name else last for name in query if name.startswith("current_")}
    answer = get(gateway, route, query)
    assert answer.status_code == 200, answer.text
    validator(operation(route)["responses"]["200"]).validate(answer.json())


@pytest.mark.parametrize("route", FILES, ids=lambda route: route.path)
def test_files_are_of_the_documented_type(gateway: Gateway, route: Route) -> None:
    answer = get(gateway, route, needed(operation(route)["parameters"]))
    assert answer.status_code == 200, answer.text
    documented = operation(route)["responses"]["200"]
    assert [answer.headers["content-type"].partition(";")[0]] == list(documented["content"])
    assert "content-disposition" in documented["headers"]
    assert answer.headers["content-disposition"].endswith(f'.{route.path.rpartition(".")[2]}"')


def test_a_split_and_filtered_answer_is_too(gateway: Gateway) -> None:
    queries = {
        "/api/dashboard/chart-data": "start_date=2024-01-01&end_date=2024-03-31&granularity=week&group_by=region",
        "/api/analytics/forecast": "periods=7&group_by=category&level=0.9&metric=orders",
        "/api/analytics/trends": "period=1y&metric=average_order_value&region=North",
        "/api/ai/anomalies": "start_date=2024-01-01&end_date=2024-12-31&sensitivity=1&category=Books",
    }
    for path, query in queries.items():
        answer = gateway.get(f"{path}?{query}")
        assert answer.status_code == 200, answer.text
        route = next(route for route in GETS if route.path == path)
        validator(operation(route)["responses"]["200"]).validate(answer.json())


@pytest.mark.parametrize("route", GETS, ids=lambda route: route.path)
def test_errors_are_as_the_document_says(gateway: Gateway, lonely_gateway: Gateway, route: Route) -> None:
    reference = operation(route)["responses"]
    for asked, query, status in ((gateway, "?colour=red", 400), (lonely_gateway, "", 503)):
        answer = asked.get(route.path.replace("{import_id}", "1") + query)
        assert answer.status_code == status
        name = reference[str(status)]["$ref"].rpartition("/")[2]
        validator(DOCUMENT["components"]["responses"][name]).validate(answer.json())


def test_defaults_and_limits_come_from_the_rules() -> None:
    forecast = {p["name"]: p for p in DOCUMENT["paths"]["/api/analytics/forecast"]["get"]["parameters"]}
    assert forecast["periods"]["schema"] == {
        "type": "integer", "format": "int32", "default": 30, "minimum": 1, "maximum": 365,
    }  # fmt: skip
    assert forecast["metric"]["schema"]["default"] == "revenue"
    assert "orders" in forecast["metric"]["schema"]["enum"]
    trends = {p["name"]: p for p in DOCUMENT["paths"]["/api/analytics/trends"]["get"]["parameters"]}
    assert trends["period"]["schema"]["default"] == "30d"
    kpis = {p["name"]: p for p in DOCUMENT["paths"]["/api/dashboard/kpis"]["get"]["parameters"]}
    assert not kpis["start_date"]["required"]  # where a range is given in words
    assert kpis["start_date"]["schema"]["format"] == "date"
    assert not kpis["category"]["required"]


@pytest.mark.parametrize("route", [*JSON_GETS, *FILES], ids=lambda route: route.path)
def test_headers_and_304_are_as_the_document_says(gateway: Gateway, route: Route) -> None:
    said = operation(route)["responses"]
    parameters = needed(operation(route)["parameters"])
    answer = get(gateway, route, parameters)
    declared = set(said["200"]["headers"]) - {"x-data-age"}  # that is of a database that is away
    assert declared == {"x-request-id", "etag", "x-data-range", "content-disposition"} & set(answer.headers)
    again = gateway.client.get(answer.request.url, headers={"if-none-match": answer.headers.get("etag", "none")})
    assert again.status_code == (304 if "304" in said else 200)


def test_examples_are_as_the_document_says() -> None:
    """That they are real answers is in `test_route_docs.py`."""
    shown = 0
    for described in operations(DOCUMENT["paths"]):
        for told in (described["responses"]["200"], described.get("requestBody", {"content": {}})):
            if "example" in (content := told["content"].get("application/json", {})):
                validator(told).validate(content["example"])
                shown += 1
    assert shown >= 20


def test_the_documented_default_is_the_servers(gateway: Gateway) -> None:
    for route in JSON_GETS:
        parameters = operation(route)["parameters"]
        required = needed(parameters)
        defaults = {p["name"]: p["schema"]["default"] for p in parameters if "default" in p["schema"]}
        given, left_out = (get(gateway, route, p).json() for p in ({**required, **defaults}, required))
        for answer in (given, left_out):
            for name in ("generated_at", "timestamp"):
                isinstance(answer, dict) and answer.pop(name, None)
        assert given == left_out, route.path


def test_metrics_are_those_of_the_model(tmp_path: Path) -> None:
    own = tmp_path / "model.yaml"
    shipped = Path(bi_server.semantic.__file__).with_name("default.yaml").read_text()
    metric = "  per_order: {title: A, of: units, per: orders, undefined: no_orders}"
    own.write_text(shipped.replace("kpis:", f"{metric}\nkpis:"))
    document = openapi(API, "Test", read_model(str(own)))
    for route, known in (("forecast", False), ("trends", True)):
        parameters = document["paths"][f"/api/analytics/{route}"]["get"]["parameters"]
        values = next(p for p in parameters if p["name"] == "metric")["schema"]["enum"]
        assert "per_order" in values
        assert ("visits" in values) is known
    assert "per_order" in document["components"]["schemas"]["MetricChange"]["properties"]["metric"]["enum"]


def test_a_bare_array_is_an_array_in_the_document() -> None:
    schema = DOCUMENT["paths"]["/api/dashboard/kpis"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    assert schema["type"] == "array"
    assert schema["items"] == {"$ref": "#/components/schemas/Kpi"}


def test_values_and_limits_are_those_of_the_protos() -> None:
    query = {p["name"]: p["schema"] for p in DOCUMENT["paths"]["/api/query"]["get"]["parameters"]}
    assert (query["top"]["minimum"], query["top"]["maximum"]) == (0, 1000)
    assert (query["limit"]["minimum"], query["limit"]["maximum"]) == (1, 100_000)
    assert "default" not in query["limit"]  # files have all rows without it
    assert query["compare"]["enum"] == ["previous", "previous_year", "previous_year_weekday", "dates"]
    assert set(query["metric"]["items"]["enum"]) == set(default_model().metrics)
    chart = {p["name"]: p for p in DOCUMENT["paths"]["/api/dashboard/chart-data"]["get"]["parameters"]}
    assert "customers" in chart["metric"]["schema"]["enum"]
    compared = {p["name"]: p for p in DOCUMENT["paths"]["/api/analytics/comparison"]["get"]["parameters"]}
    for name in ("current_start", "current_end", "previous_start", "previous_end"):
        assert compared[name]["required"]
        assert compared[name]["schema"]["format"] == "date"


def test_what_is_out_of_the_documented_values_is_refused(gateway: Gateway) -> None:
    """And the ends of what is documented are taken."""
    for route in JSON_GETS:
        parameters = operation(route)["parameters"]
        required = needed(parameters)
        for parameter in parameters:
            schema = parameter["schema"].get("items", parameter["schema"])
            name = parameter["name"]
            wrong = ["no_such_name"] if "enum" in schema else []
            wrong += [str(schema["minimum"] - 1)] if "minimum" in schema else []
            wrong += [str(schema["maximum"] + 1)] if "maximum" in schema else []
            for value in wrong:
                assert get(gateway, route, {**required, name: value}).status_code in (400, 404), (
                    route.path,
                    name,
                    value,
                )
            for end in {"minimum", "maximum"} & schema.keys():
                answer = get(gateway, route, {**required, name: schema[end]})
                assert answer.status_code == 200, (route.path, name, schema[end], answer.text)


def test_the_bodies_of_an_import_are_those_that_the_server_takes() -> None:
    body = DOCUMENT["paths"]["/api/data/import"]["post"]["requestBody"]
    assert set(body["content"]) == set(CONTENT_TYPES)
    binary = {"type": "string", "format": "binary"}
    assert body["content"]["text/csv"]["schema"] == binary
    form = DOCUMENT["components"]["schemas"]["ImportFileForm"]
    assert body["content"]["multipart/form-data"]["schema"] == {"$ref": "#/components/schemas/ImportFileForm"}
    assert (form["required"], form["properties"]["file"]["items"]) == (["file"], binary)
    assert form["properties"]["where"]["type"] == "array"


def test_of_a_body_only_what_is_needed_is_required(gateway: Gateway) -> None:
    schemas = DOCUMENT["components"]["schemas"]
    assert schemas["SignInBody"]["required"] == ["username", "password"]
    assert schemas["BatchQueryBody"]["required"] == ["queries"]
    assert "required" not in schemas["QueryBody"]
    assert gateway.client.post("/api/query", json={"queries": [{"range": "mtd"}]}).status_code == 200
    assert gateway.client.post("/api/query", json={}).status_code == 400


def test_no_schema_has_the_name_that_generators_give_to_parameters() -> None:
    """`XRequest`, of an operation X."""
    operations = [operation["operationId"] for verbs in DOCUMENT["paths"].values() for operation in verbs.values()]
    assert not {f"{name}Request" for name in operations} & DOCUMENT["components"]["schemas"].keys()


def test_stubs_are_made_of_the_descriptors_that_are_served(gateway: Gateway, tmp_path: Path) -> None:
    """By protoc, from nothing else: everything that the protos import is in it."""
    (tmp_path / "bi.binpb").write_bytes(gateway.get("/api/descriptors.binpb").content)
    files = FileDescriptorSet.FromString((tmp_path / "bi.binpb").read_bytes()).file
    ours = [file for file in files if file.package == "bi.v1"]
    assert {file.options.go_package for file in ours} == {"bi/v1;biv1"}
    assert {file.options.java_package for file in ours} == {"bi.v1"}
    names = [file.name for file in ours]
    command = ["protoc", f"--descriptor_set_in={tmp_path}/bi.binpb", f"--python_out={tmp_path}", *names]
    assert protoc.main(command) == 0
    assert (tmp_path / "bi" / "v1" / "dashboard_pb2.py").is_file()


def test_what_linters_and_readers_look_for_is_there() -> None:
    assert DOCUMENT["tags"][0]["name"] == "DashboardService"
    assert DOCUMENT["info"]["license"]["identifier"] == "MIT"
    assert DOCUMENT["info"]["contact"]
    assert DOCUMENT["security"] == []
