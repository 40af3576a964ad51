import ast
from pathlib import Path

import bi_server.analysis.insights as package
from bi_server.analysis.insights.vocabulary import TERMS

SOURCES = sorted(Path(package.__file__).parent.glob("*.py"))


def _facts() -> list[tuple[str, str]]:
    """Metric and format of every `fact("metric", ..., "format")` in the package, where they are written out."""
    calls = [
        node
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "fact"
    ]
    literals = [[arg.value for arg in call.args if isinstance(arg, ast.Constant)] for call in calls]
    return [(str(found[0]), str(found[-1])) for found in literals if len(found) > 1]


def test_every_metric_of_a_claim_has_a_meaning() -> None:
    facts = _facts()
    assert len(facts) >= 10
    assert {metric for metric, _ in facts} - set(TERMS) == set()


def test_formats_are_those_of_the_vocabulary() -> None:
    for metric, format_ in _facts():
        assert TERMS[metric].format == format_, metric


def test_a_change_is_against_a_level_of_the_same_noun() -> None:
    for metric, term in TERMS.items():
        if term.base:
            assert term.role == "change", metric
            assert TERMS[term.base].noun == term.noun, metric
        assert (term.format == "points") == metric.endswith("_points"), metric
