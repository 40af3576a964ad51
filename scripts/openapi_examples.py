"""Takes the examples of the OpenAPI document from a running product with its sample data, by default of `make run`:
`python scripts/openapi_examples.py [URL]`.

Lists are cut to their first two entries.
"""

import json
import sys
from pathlib import Path
from typing import Any

import httpx

from bi_gateway.api import Api
from bi_gateway.openapi import EXAMPLE_FILE, openapi
from bi_server.semantic import default_model

SHOWN = 2  # entries of a list
OF_THE_MOMENT = ("SystemService", "ImportService")  # what they answer is of a process, or of files of somebody


def main(url: str) -> None:
    document, found = openapi(Api.load(), "", default_model()), dict[str, Any]()
    with httpx.Client(base_url=url, timeout=60) as client:
        for path, verbs in document["paths"].items():
            asked = verbs.get("get")
            if not asked or asked["tags"][0] in OF_THE_MOMENT:
                continue
            if "application/json" in asked["responses"]["200"]["content"]:
                answer = client.get(path.format(**parameters(asked, "path")), params=parameters(asked, "query"))
                found[asked["operationId"]] = cut(answer.raise_for_status().json())
    Path(EXAMPLE_FILE).write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")


def parameters(operation: dict[str, Any], place: str) -> dict[str, Any]:
    """Those that the document has an example of."""
    return {one["name"]: one["example"] for one in operation["parameters"] if one["in"] == place and "example" in one}


def cut(answer: Any) -> Any:
    """The answer with short lists."""
    if isinstance(answer, dict):
        return {name: cut(value) for name, value in answer.items()}
    return [cut(one) for one in answer[:SHOWN]] if isinstance(answer, list) else answer


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
