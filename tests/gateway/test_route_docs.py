"""What `docs/routes` and the examples of the OpenAPI document show is what a product with its sample data answers.
`make examples` takes them again after a change of answers."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
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


def is_told(shown: Any, answered: Any, exactly: bool) -> bool:
    """Whether all that is shown is answered; what answers have in addition may be missing. Not `exactly`: with other
    numbers and texts."""
    if isinstance(shown, dict):
        return all(name in answered and is_told(one, answered[name], exactly) for name, one in shown.items())
    if isinstance(shown, list):
        return len(shown) == len(answered) and all(
            is_told(*both, exactly) for both in zip(shown, answered, strict=True)
        )
    return bool(shown == answered) if exactly else isinstance(answered, int | float) == isinstance(shown, int | float)


def code(text: str) -> list[str]:
    """Requests and answers of a page."""
    return re.findall(r"```\w+\n.*?```", text, re.DOTALL)


def test_every_route_that_answers_text_has_its_answer(answers: dict[str, Any]) -> None:
    assert json.loads(examples.FILE.read_text()).keys() == answers.keys()


def test_the_answers_are_those_of_the_sample_data(answers: dict[str, Any]) -> None:
    for name, shown in json.loads(examples.FILE.read_text()).items():
        assert is_told(shown, answers[name], exactly=name not in FOUND), f"{name}: {STALE}"


def test_the_pages_show_what_the_document_says() -> None:
    written = {path.name: code(path.read_text()) for path in FOLDER.glob("*.md")}
    assert written == {name: code(text) for name, text in pages(document()).items()}, STALE


def test_every_route_has_its_page() -> None:
    text = "".join(path.read_text() for path in FOLDER.glob("*.md"))
    routes = {f"## `{verb.upper()} {path}`\n" for path, verbs in document()["paths"].items() for verb in verbs}
    assert [route for route in routes if text.count(route) != 1] == []
