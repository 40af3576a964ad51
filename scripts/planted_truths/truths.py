"""What is true of a shop because it was put there, and whether an answer says so."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd
from scripts.planted_truths.asking import Asking

from bi.v1 import ai_pb2


@dataclass(frozen=True)
class Verdict:
    """Whether a truth was told, and what was said."""

    hit: bool
    said: str


@dataclass(frozen=True)
class Truth:
    """A question and what a right answer to it says."""

    name: str
    judge: Callable[[Asking], Verdict]


@dataclass(frozen=True)
class Shop:
    """Rows with planted truths."""

    name: str
    sales: pd.DataFrame
    truths: tuple[Truth, ...]
    traffic: pd.DataFrame | None = None
    holidays: str = ""


def telling(
    name: str,
    first: str,
    last: str,
    *,
    types: Iterable[str] = (),
    category: str = "",
    region: str = "",
    words: str = "",
    event: tuple[str, str] | None = None,
) -> Truth:
    """The insights of a range have one of these types, about this segment and days that touch the event."""

    def judge(ask: Asking) -> Verdict:
        found = ask.insights(first, last)
        hits = [i for i in found if _is_about(i, set(types), category, region, words, event)]
        return Verdict(bool(hits), hits[0].text if hits else " | ".join(i.text for i in found[:8]))

    return Truth(name, judge)


def silent(name: str, first: str, last: str, *, types: Iterable[str], category: str = "", region: str = "") -> Truth:
    """The insights of a range say nothing of these types, of the segment if one is given."""

    def judge(ask: Asking) -> Verdict:
        wrong = [
            i.text for i in ask.insights(first, last, limit=20) if _is_about(i, set(types), category, region, "", None)
        ]
        return Verdict(not wrong, " | ".join(wrong))

    return Truth(name, judge)


def _is_about(
    insight: ai_pb2.Insight, types: set[str], category: str, region: str, words: str, event: tuple[str, str] | None
) -> bool:
    if (types and insight.type not in types) or (words and words.lower() not in insight.text.lower()):
        return False
    for fact in insight.evidence:
        in_segment = category in ("", fact.segment.category) and region in ("", fact.segment.region)
        touches = event is None or (fact.range.start_date <= event[1] and fact.range.end_date >= event[0])
        if in_segment and touches:
            return True
    return False


def near(name: str, value: Callable[[Asking], float], truth: float, within: float) -> Truth:
    """A figure lies within so much of the truth, relative to it (absolute where the truth is 0)."""

    def judge(ask: Asking) -> Verdict:
        got = value(ask)
        return Verdict(abs(got - truth) <= within * (abs(truth) or 1.0), f"{got:,.2f} where {truth:,.2f} is true")

    return Truth(name, judge)
