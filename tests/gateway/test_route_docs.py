"""What `docs/routes` and the examples of the OpenAPI document show is what a product with its sample data answers.
`make examples` takes them again after a change of answers."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from scripts.openapi_examples import document, take
from scripts.route_docs import FOLDER, pages
from tests.gateway import stack

from bi_gateway import examples

# Analyses depend in their last digits on numpy, and what they find on methods that are measured elsewhere, as what is
# understood of a file: of these it is held what they consist of.
FOUND = {"GetTrends", "GetForecast", "GetInsights", "DetectAnomalies", "ImportFile"}
STALE = "`make examples` takes the answers again"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Of a product of its own, with the KPIs recorded that have a history."""
    folder = tmp_path_factory.mktemp("shown")
    with stack.server(folder) as port, stack.envoy(folder, port) as gateway:
        env = stack.environment(folder)
        subprocess.run([sys.executable, "-m", "bi_server", "snapshot"], env=env, cwd=folder, check=True)
        yield take(gateway.client)


def consists_of(value: Any) -> Any:
    """The value with its numbers and texts as their kinds."""
    if isinstance(value, dict):
        return {name: consists_of(one) for name, one in value.items()}
    if isinstance(value, list):
        return [consists_of(one) for one in value]
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__


def test_every_route_that_answers_text_has_its_answer(answers: dict[str, Any]) -> None:
    assert json.loads(examples.FILE.read_text()).keys() == answers.keys()


def test_the_answers_are_those_of_the_sample_data(answers: dict[str, Any]) -> None:
    for name, shown in json.loads(examples.FILE.read_text()).items():
        same = consists_of if name in FOUND else lambda value: value
        assert same(answers[name]) == same(shown), f"{name}: {STALE}"


def test_the_pages_show_what_the_document_says() -> None:
    written = {path.name: path.read_text() for path in Path(FOLDER).glob("*.md")}
    assert written == pages(document()), STALE


def test_every_route_has_its_page() -> None:
    text = "".join(path.read_text() for path in FOLDER.glob("*.md"))
    routes = {f"## `{verb.upper()} {path}`\n" for path, verbs in document()["paths"].items() for verb in verbs}
    assert [route for route in routes if text.count(route) != 1] == []
