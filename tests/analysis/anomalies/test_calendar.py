"""Days that stand out in every month or year alike are structure; one that lacks it, or exceeds it, is not."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import Anomaly, detect_anomalies

from .simulate import sales

GOOD_FRIDAYS = {date(2022, 4, 15): "Good Friday", date(2023, 4, 7): "Good Friday", date(2024, 3, 29): "Good Friday"}


def flagged(y: pd.Series, holidays: dict[date, str] | None = None) -> list[Anomaly]:
    return list(detect_anomalies(y, holidays=holidays).anomalies)


def month_ends(seed: int, factor: float = 5.0, days: int = 900) -> tuple[pd.Series, pd.DatetimeIndex]:
    """A business open on weekdays, its last business day of the month worth several."""
    y = sales(days, seed, start="2022-01-03")
    y[np.arange(days) % 7 >= 5] = 0.0
    ends = pd.date_range(y.index[0], y.index[-1], freq="BME")
    rng = np.random.default_rng(seed)
    y.loc[ends] *= factor * np.exp(0.12 * rng.standard_normal(len(ends)))
    return y, ends


@pytest.mark.parametrize("factor", [1.6, 5.0])
def test_a_peak_of_every_month_end_is_no_anomaly_nor_is_it_the_holidays(factor: float) -> None:
    y, ends = month_ends(1, factor)
    assert not {a.peak for a in flagged(y, GOOD_FRIDAYS)} & {day.date() for day in ends}


def test_a_month_end_without_its_peak_is_an_anomaly() -> None:
    y, ends = month_ends(2)
    y.loc[str(ends[14])] /= 5
    (found,) = [a for a in flagged(y) if a.peak == ends[14].date()]
    assert found.direction == "down"
    assert found.expected > 3 * found.value


def test_a_month_end_far_above_the_others_is_an_anomaly() -> None:
    y, ends = month_ends(3)
    y.loc[str(ends[14])] *= 4
    assert [a.direction for a in flagged(y) if a.peak == ends[14].date()] == ["up"]


def test_a_spike_that_falls_on_such_a_day_by_accident_is_one() -> None:
    y = sales(700, 4)
    y.loc["2023-10-31"] *= 2
    assert date(2023, 10, 31) in {a.peak for a in flagged(y)}


@pytest.mark.parametrize("days", [["2021-11-26", "2022-11-25", "2023-11-24"], ["2022-11-25", "2023-11-24"]])
def test_black_friday_of_every_year_is_structure(days: list[str]) -> None:
    y = sales(365 * len(days), 5, start=f"{int(days[0][:4])}-06-06")
    y.loc[days] *= 3
    found = {str(a.peak) for a in flagged(y)}
    assert not found & set(days)


def test_a_holiday_explains_what_it_did_before() -> None:
    y = sales(900, 6, start="2022-01-03")
    for day in GOOD_FRIDAYS:
        y.loc[str(day)] *= 0.5
    assert [a.kind for a in flagged(y, GOOD_FRIDAYS) if a.peak in GOOD_FRIDAYS] == ["holiday"] * 3
    y.loc["2024-03-29"] *= 10
    (found,) = [a for a in flagged(y, GOOD_FRIDAYS) if a.peak == date(2024, 3, 29)]
    assert (found.kind, found.direction) == ("spike", "up")


@pytest.mark.parametrize(("factor", "kind"), [(0.4, "holiday"), (3.0, "spike")])
def test_a_holiday_without_another_year_explains_a_fall_only(factor: float, kind: str) -> None:
    y = sales(300, 7)
    y.loc["2023-04-07"] *= factor
    (found,) = [a for a in flagged(y, GOOD_FRIDAYS) if a.peak == date(2023, 4, 7)]
    assert found.kind == kind
    assert kind != "holiday" or found.facts["other_years"] == 0


def test_a_day_that_a_rule_leaves_where_it_was_keeps_its_band() -> None:
    # Where the others of a rule stand out by chance and one does not, the band of that one grew without bound.
    detection = detect_anomalies(sales(330, 186, noise=0.35))
    assert float((detection.upper / detection.expected).max()) < 6
