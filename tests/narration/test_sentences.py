"""How many untrue sentences the check lets through, and how many true ones it refuses."""

from collections import Counter

import pytest

from bi_server.narration.fact_check import objections

from .claims import EVERY_KIND
from .sentences import Case, corrupted, faithful

NEVER = ("number", "unit", "date", "direction", "segment", "cause")
"""Kinds of untruths of which none may pass."""


def _wrong(cases: list[Case]) -> list[Case]:
    """Untrue sentences that pass, true ones that do not."""
    passes = {case: not objections(case.text, case.claim, currency="USD") for case in cases}
    return [case for case in cases if passes[case] != (case.category == "faithful")]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """All that is faithful, and every third of six thousand corruptions."""
    return [*faithful(EVERY_KIND), *list(corrupted(EVERY_KIND))[::3]]


def test_the_table(cases: list[Case]) -> None:
    wrong = _wrong(cases)
    all_of, wrong_of = Counter(c.category for c in cases), Counter(c.category for c in wrong)
    for category, count in all_of.items():
        verdict = "refused" if category == "faithful" else "let through"
        print(f"{category:10} {count:5} sentences, {verdict} {wrong_of[category]:3} ({wrong_of[category] / count:.1%})")
    untrue = len(cases) - all_of["faithful"]
    assert all_of["faithful"] >= 200
    assert untrue >= 250
    assert wrong_of["faithful"] < 0.05 * all_of["faithful"], [c.text for c in wrong if c.category == "faithful"]
    assert len(wrong) - wrong_of["faithful"] < 0.02 * untrue, [c for c in wrong if c.category != "faithful"]
    assert [c for c in wrong if c.category in NEVER] == []
