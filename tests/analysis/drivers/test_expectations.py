"""What is expected of segments is not what last week's incident brought."""

import numpy as np
import pytest
from numpy.typing import NDArray

from bi_server.analysis.drivers import Leaves, smallest_set, usual

from .cubes import CATEGORIES, REGIONS, dense

MEMBERS = [np.repeat(np.arange(6), 5), np.tile(np.arange(5), 6)]


def weeks(rng: np.random.Generator, mean: float, count: int = 12) -> NDArray[np.float64]:
    return rng.gamma(20, mean / 20, (count, 30))


@pytest.mark.parametrize("outage", [1, 2])
def test_an_outage_of_the_last_weeks_is_no_cause_of_today(outage: int) -> None:
    for seed in range(10):
        rng = np.random.default_rng(seed)
        past, today = weeks(rng, 1000.0), weeks(rng, 1000.0, 1)[0]
        past[-outage:, MEMBERS[1] == 2] = 0.0
        expected, sd = usual(past, MEMBERS)
        assert expected[MEMBERS[1] == 2].sum() == pytest.approx(6000, rel=0.15)
        cube = Leaves(
            {"category": np.array(CATEGORIES)[MEMBERS[0]], "region": np.array(REGIONS)[MEMBERS[1]]}, expected, today, sd
        )
        assert all(part.segment.get("region") != REGIONS[2] for part in smallest_set(cube).segments)


def test_a_level_that_lasts_is_what_is_usual() -> None:
    past = weeks(np.random.default_rng(0), 1000.0)
    past[-5:, MEMBERS[0] == 1] *= 0.3
    expected, _ = usual(past, MEMBERS)
    assert expected[MEMBERS[0] == 1].sum() == pytest.approx(1500, rel=0.15)


def test_rare_sales_of_a_cell_count_though_its_median_is_nothing() -> None:
    rng = np.random.default_rng(1)
    totals = [usual(100.0 * rng.poisson(0.4, (12, 30)).astype(np.float64), MEMBERS)[0].sum() for _ in range(50)]
    assert np.mean(totals) == pytest.approx(1200, rel=0.1)


def test_one_large_order_is_not_expected_again() -> None:
    past = weeks(np.random.default_rng(2), 1000.0)
    past[-1, 7] += 50_000
    expected, sd = usual(past, MEMBERS)
    assert expected[7] < 1500
    assert sd[7] < 600


def test_what_moved_everything_alike_has_no_cause() -> None:
    invented = [
        bool(smallest_set(Leaves(cube.dimensions, cube.expected, np.asarray(cube.actual) * factor, cube.sd)).segments)
        for seed in range(20)
        for factor in (0.5, 1.0, 1.8)
        for cube in [dense(np.random.default_rng(seed))]
    ]
    assert np.mean(invented) <= 0.1
