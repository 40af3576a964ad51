"""How figures follow from sums, and how they change, against tables of known answers."""

import pytest

from bi_server.errors import InvalidInput
from bi_server.semantic import default_model, figures
from bi_server.semantic.figures import Change, Ratio
from bi_server.semantic.measures import Totals

METRICS = default_model().metrics

NO_ORDERS = Ratio(None, "no_orders")


def totals(cents: int = 0, units: int = 0, orders: int = 0, rows: int = 0, visits: int = 0) -> Totals:
    return Totals(cents, units * 1000, orders, rows, visits)


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        (totals(cents=30_000, orders=4, rows=4), Ratio(75.0)),
        (totals(cents=-500, orders=2, rows=2), Ratio(-2.5)),
        (totals(cents=0, orders=2, rows=2), Ratio(0.0)),
        (totals(cents=100, orders=0, rows=1), Ratio(None, "no_orders")),
        (totals(), Ratio(None, "no_data")),
    ],
)
def test_average_order_value(sums: Totals, expected: Ratio) -> None:
    assert METRICS["average_order_value"].of(sums) == expected


@pytest.mark.parametrize(
    ("sums", "complete", "expected"),
    [
        (totals(orders=3, rows=3, visits=100), True, Ratio(3.0)),
        (totals(orders=0, visits=100), True, Ratio(0.0)),
        (totals(orders=3, rows=3, visits=100), False, Ratio(None, "partial_traffic")),
        (totals(orders=3, rows=3), True, Ratio(None, "no_traffic")),
        (totals(orders=3, rows=3), False, Ratio(None, "no_traffic")),
    ],
)
def test_conversion_rate(sums: Totals, complete: bool, expected: Ratio) -> None:
    assert METRICS["conversion_rate"].of(sums, complete) == expected


@pytest.mark.parametrize(
    ("current", "previous", "has_base", "expected"),
    [
        (Ratio(150.0), Ratio(100.0), True, Change(50.0, 50.0, "up")),
        (Ratio(50.0), Ratio(100.0), True, Change(-50.0, -50.0, "down")),
        (Ratio(100.0), Ratio(100.0), True, Change(0.0, 0.0, "flat")),
        (Ratio(0.0), Ratio(0.0), True, Change(0.0, 0.0, "flat")),
        (Ratio(0.0), Ratio(0.0), False, Change(0.0, 0.0, "flat")),
        (Ratio(5.0), Ratio(0.0), True, Change(5.0, None, "up", "zero_base")),
        (Ratio(-5.0), Ratio(0.0), True, Change(-5.0, None, "down", "zero_base")),
        (Ratio(5.0), Ratio(0.0), False, Change(None, None, "flat", "no_base")),
        (Ratio(50.0), Ratio(-100.0), True, Change(150.0, 150.0, "up")),  # a loss that turned into a gain went up
        (Ratio(-150.0), Ratio(-100.0), True, Change(-50.0, -50.0, "down")),
        (Ratio(5.0), NO_ORDERS, True, Change(None, None, "flat", "no_base")),
        (NO_ORDERS, Ratio(5.0), True, Change(None, None, "flat", "no_orders")),
    ],
)
def test_change(current: Ratio, previous: Ratio, has_base: bool, expected: Change) -> None:
    assert figures.change(current, previous, has_base=has_base) == expected


@pytest.mark.parametrize(
    ("current", "previous", "expected"),
    [
        (Ratio(3.5), Ratio(3.0), Change(0.5, 0.5, "up")),
        (Ratio(3.0), Ratio(0.0), Change(3.0, 3.0, "up")),  # points need no base
        (Ratio(-3.0), Ratio(-2.0), Change(-1.0, -1.0, "down")),
        (Ratio(None, "no_traffic"), Ratio(3.0), Change(None, None, "flat", "no_traffic")),
        (Ratio(3.0), Ratio(None, "no_traffic"), Change(None, None, "flat", "no_base")),
    ],
)
def test_percentages_change_in_points(current: Ratio, previous: Ratio, expected: Change) -> None:
    assert figures.points(current, previous) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([30.0, 10.0], ([75.0, 25.0], "total", "")),
        ([-30.0, -10.0, 0.0], ([75.0, 25.0, 0.0], "total", "")),
        # A part with the other sign takes away its own share alone.
        ([30.0, 10.0, 0.0, -10.0], ([75.0, 25.0, 0.0, None], "same_sign", "mixed_signs")),
        ([-30.0, -10.0, 10.0], ([75.0, 25.0, None], "same_sign", "mixed_signs")),
        ([10.0, -10.0], ([None, None], "", "mixed_signs")),
        ([0.0, 0.0], ([None, None], "", "no_data")),
        ([], ([], "", "no_data")),
    ],
)
def test_shares(values: list[float], expected: tuple[list[float | None], str, str]) -> None:
    assert figures.shares(values) == expected


def test_every_metric_of_a_range() -> None:
    sums = totals(cents=12_345, units=7, orders=5, rows=6, visits=200)
    found = {name: metric.of(sums).value for name, metric in METRICS.items() if not metric.is_distinct}
    assert found == {
        "revenue": 123.45,
        "orders": 5.0,
        "units": 7.0,
        "average_order_value": 24.69,
        "visits": 200.0,
        "conversion_rate": 2.5,
    }


def test_unknown_metrics_are_refused_with_the_list() -> None:
    model = default_model()
    assert model.check("").id == "revenue"
    assert model.check(" Units ").id == "units"
    with pytest.raises(InvalidInput, match=r"metric: 'customers' is not known; use one of revenue, orders"):
        model.check("customers", model.daily)
