"""The detector beside weeks or years without a row: nothing is expected of them, and what follows is judged."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers
from tests.rpc.test_anomalies import detect
from tests.rpc.test_insights import ask

FIRST, CLOSED, OPENED, LAST = date(2014, 1, 1), date(2016, 1, 1), date(2018, 1, 1), date(2020, 6, 30)
DAYS = [FIRST + timedelta(days=i) for i in range((LAST - FIRST).days + 1)]
ALL = (str(FIRST), str(LAST))
STEP, SPIKE, MISSING = date(2015, 9, 10), OPENED + timedelta(days=13), OPENED + timedelta(days=16)


def shop(orders: Callable[[date], float], seed: int) -> Books:
    """About so many orders of some $50 a day, in two regions and two categories in turn."""
    random = np.random.default_rng(seed)
    return Books(
        tuple(
            Sale(day, round(cents), 1, "AB"[i % 2], ("North", "South")[i // 2 % 2])
            for day in DAYS
            for i, cents in enumerate(random.lognormal(8.5, 0.4, random.poisson(orders(day))).tolist())
        )
    )


def two_shops(day: date) -> float:
    """Fifteen orders a day until the end of 2015, thirty from 2018 on."""
    return 30 if day >= OPENED else 15 if day < CLOSED else 0


def summers(day: date) -> float:
    """Twenty orders a day from mid-April to mid-October, more in August, and nothing in winter."""
    return (30 if day.month == 8 else 20) if (4, 15) <= (day.month, day.day) <= (10, 15) else 0


@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize("orders", [two_shops, summers])
def test_a_gap_is_noted_and_neither_it_nor_what_follows_is_an_anomaly(
    servers: Servers, orders: Callable[[date], float], seed: int
) -> None:
    client = servers.serve_rows(shop(orders, seed))
    answer = detect(client, *ALL)
    # In six years of many days a single one may well be out.
    assert len(answer.anomalies) <= 1
    assert not [a for a in answer.anomalies if a.kind in {"level_shift", "missing_data"}]
    assert [day.date for day in answer.expected] == [str(day) for day in DAYS if orders(day)]
    (note,) = answer.notes
    assert ("2016-01-01 to 2017-12-31" if orders is two_shops else "2014-10-16 to 2015-04-14, 2015-10-16 to") in note
    assert not detect(client, "2019-05-01", "2019-08-31").notes


@pytest.fixture(scope="module")
def planted(servers: Servers) -> Client:
    """Twice as many orders from STEP to the gap, and two incidents within three weeks after the gap."""

    def orders(day: date) -> float:
        factor = {SPIKE: 3.0, MISSING: 0.0}.get(day, 2.0 if STEP <= day < CLOSED else 1.0)
        return two_shops(day) * factor

    return servers.serve_rows(shop(orders, 1))


def test_what_happens_soon_after_a_gap_is_told(planted: Client) -> None:
    found = {a.date: a for a in detect(planted, str(OPENED), "2018-03-31").anomalies}
    assert {day: a.kind for day, a in found.items()} == {str(SPIKE): "spike", str(MISSING): "missing_data"}
    usual = [day.value for day in detect(planted, "2018-05-01", "2018-06-30").expected]
    for anomaly in found.values():
        assert anomaly.expected == pytest.approx(np.mean(usual), rel=0.25)
        # The whole business was off: what its parts let expect is told from the days since the gap.
        assert {part.name for part in anomaly.regions} == {"North", "South"}
        assert all(20 < part.share < 80 for part in anomaly.regions)
        assert all(cause.expected > 0 for cause in anomaly.causes)


def test_insights_tell_what_happens_soon_after_a_gap(planted: Client) -> None:
    told = ask(planted, start_date=str(OPENED), end_date="2018-01-31", limit=20).insights
    assert [i.type for i in told if "January 14" in i.text] == ["anomaly"]
    assert [i.type for i in told if "January 17" in i.text] == ["data_problem"]


def test_a_level_before_a_gap_lasts_until_there(planted: Client) -> None:
    (level,) = [a for a in detect(planted, "2015-01-01", str(LAST)).anomalies if a.kind == "level_shift"]
    assert abs(date.fromisoformat(level.date) - STEP) <= timedelta(days=3)
    assert "; it held until 2015-12-31, after which no row came for weeks." in level.explanation
