from dataclasses import replace
from datetime import date

import pytest
from scipy import stats

from bi_server.analysis.insights import WHOLE, Candidate, Format, Segment, rank
from bi_server.analysis.insights.claims import fact
from bi_server.analysis.insights.ranking import REPEATED_TYPE

START, END = date(2024, 12, 1), date(2024, 12, 31)


def _candidate(category: str, p_value: float | None, money: float = 100.0, **more: object) -> Candidate:
    base = Candidate("driver", "driver", Segment(category), START, END, "up", money, p_value, ())
    return replace(base, **more)  # type: ignore[arg-type]


def test_only_what_survives_benjamini_hochberg() -> None:
    p_values = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    claims = rank([_candidate(str(i), p) for i, p in enumerate(p_values)], 1000.0, limit=20)
    # The example of Benjamini & Hochberg's procedure at 5 %: the first two of ten are kept.
    assert {claim.id for claim in claims} == {"driver:category=0", "driver:category=1"}
    adjusted = stats.false_discovery_control(p_values)
    assert sorted(claim.p_value or 0 for claim in claims) == pytest.approx(sorted(adjusted[:2].tolist()), rel=1e-3)


def test_plain_facts_are_not_counted_as_tests() -> None:
    plain = [_candidate(f"p{i}", None, type="concentration") for i in range(50)]
    claims = rank([*plain, _candidate("Books", 0.04)], 1000.0, limit=100)
    assert next(c for c in claims if c.id == "driver:category=Books").p_value == 0.04


def test_more_money_and_more_certainty_come_first() -> None:
    claims = rank([_candidate("small", 1e-4, 10), _candidate("large", 1e-4, 300)], 1000.0)
    assert [claim.id for claim in claims] == ["driver:category=large", "driver:category=small"]
    claims = rank([_candidate("likely", 1e-2), _candidate("sure", 1e-6)], 1000.0)
    assert [claim.id for claim in claims] == ["driver:category=sure", "driver:category=likely"]


def test_other_types_come_before_more_of_the_same() -> None:
    drivers = [_candidate(name, 1e-5, 200) for name in ("a", "b", "c", "d")]
    trend = _candidate("z", 1e-4, 150, type="trend")
    claims = rank([*drivers, trend], 1000.0)
    assert [claim.type for claim in claims[:2]] == ["driver", "trend"]
    assert claims[2].score < claims[0].score * REPEATED_TYPE + 1e-3


def test_stories() -> None:
    books = _candidate("Books", 1e-5, 100)
    inside = replace(books, segment=Segment("Books", "North"), money=80)
    shadow = replace(books, segment=Segment(None, "North"), money=90, core=Segment("Books", "North"))
    small_part = replace(inside, money=30)
    step = replace(books, type="change_point", segment=Segment(None, "West"), start=date(2024, 12, 3))
    opposite = replace(shadow, direction="down", type="detractor")
    event = replace(books, type="anomaly", segment=WHOLE, start=END, end=END, money=70)

    def told(*candidates: Candidate) -> list[str]:
        return [claim.id for claim in rank(candidates, 1000.0)]

    assert told(books, inside) == ["driver:category=Books"]
    assert told(books, shadow) == ["driver:category=Books"]
    assert told(books, small_part) == ["driver:category=Books"]
    assert len(told(books, opposite)) == 2
    assert told(books, event) == ["driver:category=Books"]
    assert len(told(books, replace(event, money=20))) == 2
    assert told(replace(books, type="trend", segment=WHOLE), replace(books, type="trend", money=20)) == ["trend:all"]
    elsewhere = replace(event, core=Segment("Garden", "North"))
    assert len(told(books, elsewhere)) == 2
    # A step of a category on the days of a region's is that of the region.
    west = replace(step, type="change_point", segment=Segment(None, "West"))
    assert told(west, replace(west, segment=Segment("Toys"), money=60)) == ["change_point:region=West:2024-12-03"]
    assert len(told(west, replace(west, segment=Segment("Toys"), start=date(2024, 12, 20)))) == 2
    assert len(told(west, replace(west, segment=Segment(None, "East"), money=60))) == 2
    # What a segment belongs to steps on the day it begins.
    assert told(replace(books, template="began_segment"), step) == ["driver:category=Books"]
    assert len(told(books, step)) == 2
    late = fact("revenue_of_first_day", Segment("Books"), date(2024, 12, 20), date(2024, 12, 20), 5.0, "currency")
    began = replace(books, template="began_segment", facts=(late,))
    assert len(told(began, step)) == 2
    assert len(told(began, replace(step, start=date(2024, 12, 18)))) == 1
    # An incident weeks after a part of the business ended is another story.
    gone = replace(books, template="ended_segment", type="detractor", core=Segment("Books", "North"), direction="down")
    dark = replace(
        gone, type="anomaly", template="", segment=Segment(None, "North"), core=None, start=date(2024, 12, 20)
    )
    assert len(told(gone, dark)) == 2
    assert len(told(gone, replace(dark, start=START))) == 1
    earlier = replace(event, start=date(2024, 11, 1), end=date(2024, 11, 2))
    assert len(told(books, earlier)) == 2


def test_facts_are_rounded_as_they_go_out() -> None:
    def told(metric: str, value: float, format_: Format, money_decimals: int = 2) -> float:
        one = _candidate("", None, facts=(fact(metric, WHOLE, START, END, value, format_),))
        return rank([one], 100, money_decimals=money_decimals)[0].facts[0].value

    assert str(told("revenue", -0.001, "currency")) == "0.0"
    assert told("share", 12.3456, "percentage") == 12.35
    assert [told("revenue", 12.3456, "currency", decimals) for decimals in (0, 2, 3)] == [12, 12.35, 12.346]
    assert told("revenue_trend_per_day", 0.456, "currency", 0) == 0.46


def test_every_data_problem_is_told() -> None:
    missing = _candidate("", None, type="data_problem", segment=WHOLE, start=END, end=END, direction="down")
    doubled = replace(missing, start=date(2024, 12, 5), end=date(2024, 12, 5), direction="up")
    claims = rank([missing, doubled, _candidate("Books", 1e-9, 500.0)], 1000.0)
    assert [claim.type for claim in claims] == ["data_problem", "data_problem", "driver"]


def test_no_cause_hides_a_data_problem() -> None:
    cause = _candidate("Books", 1e-9, 100.0, type="detractor", direction="down", core=Segment("Books", "North"))
    missing = replace(cause, type="data_problem", template="", segment=Segment(None, "North"), core=None, p_value=None)
    assert {claim.type for claim in rank([cause, missing], 1000.0)} == {"data_problem", "detractor"}
