"""Writes `docs/routes`, a page for each group of routes, from the OpenAPI document: what a route says, how it is asked,
what it answered. `make examples` does it; a test says when a page is stale."""

import json
import shlex
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bi_gateway.examples import JSON, Operation

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "routes"
BASE = "http://localhost:8000"
WIDTH = 120
TITLES = {
    "DashboardService": "Dashboard",
    "AnalyticsService": "Analytics",
    "AiService": "Insights and anomalies",
    "DataService": "Data",
    "ReportService": "Reports",
    "ImportService": "Imports",
    "LiveService": "Live",
    "AuthService": "Sign-in",
    "SystemService": "System",
}
HEAD = """<!-- Made by `make examples`; do not edit. -->

# {title}

{comment}

Asked is a product with its sample data. Lists in answers are cut to two entries, files to their first lines. What a
field means is in `/docs`.
"""
FORMS = {"text/csv": "csv", "text/event-stream": "text", JSON: "json"}
SHARED = "#parameters-of-several-routes"
Parameter = dict[str, Any]


def write(document: dict[str, Any]) -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages(document).items():
        (FOLDER / name).write_text(text)


def pages(document: dict[str, Any]) -> dict[str, str]:
    """The pages by the names of their files."""
    return {_file(tag["name"]): _page(document, tag) for tag in document["tags"]}


def _file(service: str) -> str:
    return TITLES[service].lower().replace(" ", "-") + ".md"


def _page(document: dict[str, Any], tag: dict[str, str]) -> str:
    routes = [
        (verb, path, operation)
        for path, verbs in document["paths"].items()
        for verb, operation in verbs.items()
        if operation["tags"] == [tag["name"]]
    ]
    counted = Counter(_identity(one) for *_, operation in routes for one in operation.get("parameters", []))
    shared = {one for one, times in counted.items() if times > 1}
    parts = [HEAD.format(title=TITLES[tag["name"]], comment=tag["description"])]
    parts += [_route(verb, path, operation, shared) for verb, path, operation in routes]
    if shared:
        known = {_identity(one): one for *_, operation in routes for one in operation.get("parameters", [])}
        parts.append("## Parameters of several routes\n\n" + _table([known[one] for one in counted if one in shared]))
    return "\n".join(parts)


def _identity(parameter: Parameter) -> str:
    """Parameters of one name, one meaning and the same values are told once."""
    return json.dumps([parameter[key] for key in ("name", "description", "required", "schema")])


def _route(verb: str, path: str, operation: Operation, shared: set[str]) -> str:
    parameters = operation.get("parameters", [])
    own = [one for one in parameters if _identity(one) not in shared]
    others = ", ".join(f"`{one['name']}`" for one in parameters if _identity(one) in shared)
    text = f"## `{verb.upper()} {path}`\n\n{operation['description']}\n\n{_request(verb, path, operation)}\n"
    text += _answer(operation)
    if own:
        text += f"\n{_table(own)}"
    return text + (f"\n{'Also' if own else 'Takes'} {others} ([below]({SHARED})).\n" if others else "")


def _table(parameters: list[Parameter]) -> str:
    rows = [(f"`{one['name']}`", _values(one), _line(one["description"])) for one in parameters]
    return "".join(f"| {' | '.join(row)} |\n" for row in [("parameter", "values", "meaning"), ("---",) * 3, *rows])


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _values(parameter: Parameter) -> str:
    """Of one parameter: its kind, whether it has to be there, what stands for it where it is not."""
    schema = parameter["schema"]
    one = schema.get("items", schema)
    said = ["required"] if parameter["required"] else []
    said.append(", ".join(f"`{value}`" for value in one["enum"]) if "enum" in one else one.get("format", one["type"]))
    if "default" in schema:
        said.append(f"default `{json.dumps(schema['default'])}`".replace('"', ""))
    if schema["type"] == "array":
        said.append("may repeat")
    return "; ".join(said)


def _request(verb: str, path: str, operation: Operation) -> str:
    """As curl sends it."""
    given = [one for one in operation.get("parameters", []) if "example" in one]
    url = BASE + path.format(**{one["name"]: one["example"] for one in given if one["in"] == "path"})
    query = urlencode({one["name"]: one["example"] for one in given if one["in"] == "query"}, doseq=True)
    content = operation.get("requestBody", {}).get("content", {})
    kind, body = next(((kind, said["example"]) for kind, said in content.items() if "example" in said), ("", None))
    command, before = ["curl"], ""
    if verb != "get" and not kind:
        command += ["-X", verb.upper()]
    if kind == JSON:
        command += ["-H", f"'content-type: {kind}'", "-d", shlex.quote(json.dumps(body))]
    elif kind:
        before = f"```{FORMS[kind]}\n{body}```\n\n"
        command += ["-H", f"'content-type: {kind}'", "--data-binary", "@sales.csv"]
    if not _example(operation):
        command += ["-OJ"]
    return f"{before}```sh\n{' '.join(command)} {shlex.quote(url + ('?' + query if query else ''))}\n```\n"


def _example(operation: Operation) -> tuple[str, Any] | None:
    content = operation["responses"]["200"]["content"]
    return next(((kind, said["example"]) for kind, said in content.items() if "example" in said), None)


def _answer(operation: Operation) -> str:
    found = _example(operation)
    if not found:
        return f"A file of the type `{next(iter(operation['responses']['200']['content']))}`.\n"
    kind, example = found
    text = _pretty(example) + "\n" if kind == JSON else example
    return f"```{FORMS[kind]}\n{text}```\n"


def _pretty(value: Any, indent: int = 0, before: int = 0) -> str:
    """JSON with what fits on one line there; `before` is what stands on the line already."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or indent + before + len(flat) < WIDTH:
        return flat
    if isinstance(value, dict):
        inner = [f"{json.dumps(key)}: {_pretty(one, indent + 2, len(key) + 4)}" for key, one in value.items()]
    else:
        inner = [_pretty(one, indent + 2) for one in value]
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    pad = "\n" + " " * (indent + 2)
    return f"{opened}{pad}{f',{pad}'.join(inner)}\n{' ' * indent}{closed}"
