from hypothesis import given
from hypothesis import strategies as st

from bi_server.analysis.drivers import attribute, contributions

SEGMENTS = st.text("abcdef", min_size=1, max_size=2)
CENTS = st.integers(-(10**12), 10**12)
PERIOD = st.dictionaries(SEGMENTS, CENTS, max_size=8)


def test_a_hand_worked_change() -> None:
    parts = contributions({"Books": 700, "Sports": 450, "Toys": 80}, {"Books": 400, "Sports": 350})
    assert [(p.segment, p.previous, p.current, p.change) for p in parts] == [
        ("Books", 400, 700, 300),
        ("Sports", 350, 450, 100),
        ("Toys", 0, 80, 80),
    ]
    assert contributions({}, {}) == ()


@given(PERIOD, PERIOD)
def test_contributions_are_exact_ordered_and_flip_with_the_periods(now: dict[str, int], before: dict[str, int]) -> None:
    parts = contributions(now, before)
    assert sum(p.change for p in parts) == sum(now.values()) - sum(before.values())
    assert [abs(p.change) for p in parts] == sorted((abs(p.change) for p in parts), reverse=True)
    assert {p.segment: -p.change for p in parts} == {p.segment: p.change for p in contributions(before, now)}


@given(CENTS, st.dictionaries(SEGMENTS, CENTS, min_size=1, max_size=8), PERIOD)
def test_attributed_amounts_add_up_to_the_deviation_and_negate_with_it(
    deviation: int, expected: dict[str, int], actual: dict[str, int]
) -> None:
    parts = attribute(deviation, expected, actual)
    assert sum(p.amount for p in parts) == deviation
    backwards = attribute(-deviation, actual, expected)
    assert {p.segment: -p.amount for p in parts} == {p.segment: p.amount for p in backwards}


def test_attribution_spreads_the_gap_between_the_forecasts_by_size() -> None:
    # The regions' own deviations are -60 and 0; the total was forecast 10 lower than the regions together.
    parts = attribute(-50, {"north": 100.0, "south": 40.0}, {"north": 40.0, "south": 40.0})
    assert [(p.segment, p.amount) for p in parts] == [("north", -54), ("south", 4)]
    assert parts[0].share == 54 / 50


def test_attribution_without_any_size_is_even() -> None:
    assert sorted(p.amount for p in attribute(7, {"a": 0, "b": 0}, {})) == [3, 4]
    assert attribute(7, {}, {}) == ()
