"""Takes the answers that the OpenAPI document and `docs/routes` show, of a product over sample data: `make examples`.

Lists are cut to their first two entries, files to their first lines; moments and ages are always the same.
"""

import json
import re
from typing import Any

import httpx
from scripts.fuzz.target import product
from scripts.route_docs import write

from bi_gateway import examples
from bi_gateway.api import Api
from bi_gateway.examples import CSV, JSON, Operation
from bi_gateway.openapi import openapi
from bi_server.semantic import default_model
from bi_server.settings import Settings

SAMPLE_RECORDS = 5000  # the default
SHOWN = 2  # entries of a list, rows of a file
MOMENT = "2025-01-01T08:00:00Z"
EVENTS = "text/event-stream"
# Of the store as it comes; then of a file that is taken, and taken back.
LAST = ("ImportFile", "ListImports", "ExportRejectsCsv", "UndoImport")


def document() -> dict[str, Any]:
    """Of the product as it ships."""
    title = Settings.model_fields["app_name"].default
    return openapi(Api.load(), title, default_model())


def take(client: httpx.Client) -> dict[str, Any]:
    """The answers by operation, of a product that has nothing but its sample data."""
    asked = {
        operation["operationId"]: (verb, path, operation)
        for path, verbs in document()["paths"].items()
        for verb, operation in verbs.items()
        if is_taken(operation)
    }
    order = sorted(asked, key=lambda name: LAST.index(name) if name in LAST else -1)
    return {name: cut(ask(client, *asked[name])) for name in order}


def is_taken(operation: Operation) -> bool:
    """Texts are; tokens are nobody's."""
    is_text = any(kind in operation["responses"]["200"]["content"] for kind in (JSON, CSV, EVENTS))
    return is_text and operation["operationId"] not in examples.ANSWERS


def ask(client: httpx.Client, verb: str, path: str, operation: Operation) -> Any:
    if EVENTS in operation["responses"]["200"]["content"]:
        return first_event(client, path)
    bodies = examples.BODIES.get(operation["operationId"], {"": None})
    kind, body = next(iter(bodies.items()))
    answer = client.request(
        verb.upper(),
        path.format(**parameters(operation, "path")),
        params=parameters(operation, "query"),
        headers={"content-type": kind} if kind else {},
        content=json.dumps(body) if kind == JSON else body,
    ).raise_for_status()
    return answer.json() if answer.headers["content-type"].startswith(JSON) else answer.text


def first_event(client: httpx.Client, path: str) -> str:
    with client.stream("GET", path) as events:
        lines: list[str] = []
        for line in events.iter_lines():
            lines.append(f"{line}\n")
            if line.startswith("data:"):
                break
        return "".join(lines)


def parameters(operation: Operation, place: str) -> dict[str, Any]:
    """Those that the document has an example of."""
    given = operation.get("parameters", [])
    return {one["name"]: one["example"] for one in given if one["in"] == place and "example" in one}


def cut(answer: Any) -> Any:
    """The answer with short lists, of a file its first lines."""
    if isinstance(answer, dict):
        return {name: 0 if name == "age_seconds" else cut(value) for name, value in answer.items()}
    if isinstance(answer, list):
        return [cut(one) for one in answer[:SHOWN]]
    if isinstance(answer, str):
        lines = answer.splitlines()
        shown = answer if len(lines) < 2 or answer.startswith("retry:") else "\n".join([*lines[: SHOWN + 1], ""])
        return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\+00:00|Z)", MOMENT, shown)
    return answer


def main() -> None:
    with product(SAMPLE_RECORDS) as target, httpx.Client(base_url=target.url, timeout=60) as client:
        found = take(client)
    examples.FILE.write_text(json.dumps(dict(sorted(found.items())), indent=1, ensure_ascii=False) + "\n")
    write(document())


if __name__ == "__main__":
    main()
