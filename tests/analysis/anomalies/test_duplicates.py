"""Rows that came twice are told from demand that doubled, by the rows."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import Detection, Repeats, detect_anomalies

from .simulate import sales

DAY = 300
WHEN = (pd.Timestamp("2023-01-02") + pd.Timedelta(days=DAY)).date()
Kind = tuple[int, ...]
RNG = np.random.default_rng


def lines(rng: np.random.Generator, count: int, customers: int, prices: int) -> list[Kind]:
    """Rows of (customer, amount, units); 0 customers: nobody is known."""
    return [
        (int(rng.integers(customers or 1)), int(rng.integers(prices)), int(rng.integers(1, 3))) for _ in range(count)
    ]


def counted(rows: Sequence[Kind]) -> Repeats:
    return Repeats(dict(Counter(Counter(rows).values())))


def judged(rows: Sequence[Kind], usual: Sequence[Sequence[Kind]]) -> str:
    """The kind of a day with these rows, where the others are usual; sales go with the number of rows."""
    ordinary: Counter[int] = Counter()
    for day in usual:
        ordinary += Counter(counted(day).kinds)
    y = sales(seed=3, noise=0.03)
    y.iloc[DAY] *= len(rows) / np.mean([len(day) for day in usual])

    def check(days: Sequence[date]) -> tuple[Repeats, Repeats]:
        assert list(days) == [WHEN]
        return counted(rows), Repeats(dict(ordinary))

    return kind(detect_anomalies(y, check_rows=check))


def kind(detection: Detection) -> str:
    (found,) = [a for a in detection.anomalies if a.start <= WHEN <= a.end]
    return found.kind


SHOPS = {  # customers and prices
    "known customers": (400, 300),
    "few regulars": (30, 60),
    "nobody known": (0, 4000),
}


@pytest.mark.parametrize("shop", SHOPS.values(), ids=SHOPS)
@pytest.mark.parametrize("part", [1.0, 0.4])
def test_rows_that_came_again_are_recognised_in_part_as_well(shop: tuple[int, int], part: float) -> None:
    for seed in range(10):
        rng = RNG(seed)
        usual = [lines(rng, 300, *shop) for _ in range(4)]
        rows = lines(rng, 300, *shop)
        assert judged(rows + rows[: round(part * 300)], usual) == "duplicate_import"


@pytest.mark.parametrize("shop", [*SHOPS.values(), (0, 20)], ids=[*SHOPS, "a counter"])
@pytest.mark.parametrize("factor", [1.5, 2.0, 3.0, 4.0])
def test_demand_that_multiplies_is_a_spike(shop: tuple[int, int], factor: float) -> None:
    for seed in range(10):
        rng = RNG(seed)
        usual = [lines(rng, 300, *shop) for _ in range(4)]
        assert judged(lines(rng, round(300 * factor), *shop), usual) == "spike"


@pytest.mark.parametrize("multiple", [2, 3])
def test_where_rows_repeat_anyway_only_even_counts_prove_a_second_import(multiple: int) -> None:
    rng = RNG(0)
    usual = [lines(rng, 300, 0, 20) for _ in range(4)]
    rows = lines(rng, 300, 0, 20) * multiple
    assert judged(rows, usual) == "duplicate_import"
    assert judged(rows[:-1], usual) == "spike"


def test_one_order_booked_twice_is_no_import() -> None:
    rng = RNG(1)
    usual = [lines(rng, 300, 400, 300) for _ in range(4)]
    rows = lines(rng, 600, 400, 300)
    assert judged([*rows, *rows[:2]], usual) == "spike"


def test_small_shops_need_more_than_chance() -> None:
    usual = [[(day, i, 1) for i in range(3)] for day in range(4)]
    assert judged([(9, 1, 1), (9, 2, 1)] * 2, usual) == "spike"
    assert judged([(9, i, 1) for i in range(8)] * 2, [[(day, i, 1) for i in range(8)] for day in range(4)]) != "spike"


def test_sums_alone_prove_nothing() -> None:
    y = sales(seed=3, noise=0.03)
    y.iloc[DAY] *= 2
    assert kind(detect_anomalies(y)) == "spike"


def test_the_counts_are_told() -> None:
    rows = lines(RNG(2), 300, 400, 300)
    y = sales(seed=3, noise=0.03)
    y.iloc[DAY] *= 2
    found = detect_anomalies(y, check_rows=lambda _: (counted(rows * 2), counted(rows)))
    (facts,) = [a.facts for a in found.anomalies if a.kind == "duplicate_import"]
    assert facts["rows"] == 600
    assert facts["repeats"] == 600 - len(set(rows))
