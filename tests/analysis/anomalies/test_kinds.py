"""Every kind of anomaly, put into a series with known truth, is found and called by its name."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import Anomaly, Detection, detect_anomalies

from .simulate import sales


def on(detection: Detection, day: pd.Timestamp) -> Anomaly:
    """The one anomaly whose range covers the day."""
    covering = [a for a in detection.anomalies if a.start <= day.date() <= a.end]
    assert len(covering) == 1, covering
    return covering[0]


@pytest.mark.parametrize(("factor", "kind", "direction"), [(1.7, "spike", "up"), (0.5, "dip", "down")])
def test_a_wild_day_is_a_spike_or_a_dip_with_its_expected_value(factor: float, kind: str, direction: str) -> None:
    y = sales()
    usual = y.iloc[200]
    y.iloc[200] *= factor
    found = on(detect_anomalies(y), y.index[200])
    assert (found.kind, found.direction) == (kind, direction)
    assert found.value == y.iloc[200]
    assert found.expected == pytest.approx(usual, rel=0.2)
    assert found.lower < found.expected < found.upper
    assert found.facts["ratio"] == pytest.approx(found.value / found.expected)


def test_a_day_that_looks_like_another_weekday_is_anomalous() -> None:
    y = sales()
    saturday = 7 * 30 + 5  # the series starts on a Monday
    y.iloc[saturday] = y.iloc[saturday + 1]  # as low as an ordinary Sunday
    assert on(detect_anomalies(y), y.index[saturday]).kind == "dip"


@pytest.mark.parametrize("factor", [1.3, 0.75])
def test_a_lasting_change_is_one_level_shift_on_its_first_day(factor: float) -> None:
    y = sales()
    y.iloc[250:] *= factor
    detection = detect_anomalies(y)
    shifts = [a for a in detection.anomalies if a.kind == "level_shift"]
    assert len(shifts) == 1
    assert abs((pd.Timestamp(shifts[0].start) - y.index[250]).days) <= 1
    assert shifts[0].direction == ("up" if factor > 1 else "down")
    before, after = float(shifts[0].facts["level_before"]), float(shifts[0].facts["level_after"])
    assert after / before == pytest.approx(factor, rel=0.1)
    assert shifts[0].total_value / shifts[0].total_expected == pytest.approx(factor, rel=0.15)
    assert detection.flags.iloc[252:].sum() <= 2


@pytest.mark.parametrize("absent", [False, True])
@pytest.mark.parametrize("length", [1, 3])
def test_zero_and_absent_days_are_missing_data(absent: bool, length: int) -> None:
    y = sales()
    gap = y.index[150 : 150 + length]
    y[gap] = 0.0
    detection = detect_anomalies(y.drop(gap) if absent else y)
    found = on(detection, gap[0])
    assert (found.kind, found.start, found.end) == ("missing_data", gap[0].date(), gap[-1].date())
    assert found.value == 0
    assert found.facts["completeness"] == 0
    assert detection.flags.reindex(gap, fill_value=False).sum() == (0 if absent else length)


def test_an_outage_of_some_sources_is_missing_data() -> None:
    y = sales(noise=0.02)
    y.iloc[150:154] *= 0.4
    found = on(detect_anomalies(y), y.index[151])
    assert found.kind == "missing_data"
    assert found.facts["completeness"] == pytest.approx(0.4, abs=0.05)
    assert found.total_value == pytest.approx(y.iloc[150:154].sum())


def test_closed_weekdays_are_not_missing() -> None:
    y = sales()
    sundays = np.arange(y.size) % 7 == 6
    assert not any(a.kind == "missing_data" for a in detect_anomalies(y[~sundays]).anomalies)
    assert not any(a.kind == "missing_data" for a in detect_anomalies(y.where(~sundays, 0.0)).anomalies)


def test_a_holiday_is_called_by_its_name_only_where_it_is_known() -> None:
    y = sales()
    day = pd.Timestamp("2023-12-25")  # a Monday
    place = list(y.index).index(day)
    y.iloc[place] *= 0.3
    y.iloc[place - 1] *= 0.4
    assert on(detect_anomalies(y), day).kind in {"dip", "missing_data"}
    found = on(detect_anomalies(y, holidays={date(2023, 12, 25): "Christmas Day"}), day)
    assert found.kind == "holiday"
    assert (found.start, found.end) == (date(2023, 12, 24), date(2023, 12, 25))
    assert "Christmas Day" in str(found.facts["holiday"])


@pytest.mark.parametrize("peak", [25, 26, 27])
def test_a_run_of_holidays_has_the_names_of_all_of_them_whichever_stands_out_most(peak: int) -> None:
    y = sales()
    eve = y.index.get_loc(pd.Timestamp("2023-12-24"))
    assert isinstance(eve, int)
    y.iloc[eve : eve + 4] *= np.where(np.arange(24, 28) == peak, 0.1, 0.3)
    named = {25: "Christmas Day", 26: "Boxing Day", 27: "Stock Take"}
    holidays = {date(2023, 12, day): name for day, name in named.items()}
    found = on(detect_anomalies(y, holidays=holidays), pd.Timestamp(2023, 12, 26))
    assert (found.start, found.end) == (date(2023, 12, 24), date(2023, 12, 27))
    assert found.facts["holiday"] == "Christmas Day, Boxing Day and Stock Take"


def test_an_ordinary_holiday_is_not_reported() -> None:
    y = sales()
    before = detect_anomalies(y)
    assert detect_anomalies(y, holidays={y.index[200].date(): "Founders' Day"}).anomalies == before.anomalies


def test_severity_follows_the_size() -> None:
    order = ["low", "medium", "high", "critical"]
    seen = []
    for factor in (1.3, 1.45, 2.0, 4.0):
        y = sales(noise=0.05, seed=4)
        y.iloc[200] *= factor
        seen.append(on(detect_anomalies(y), y.index[200]))
    ranks = [order.index(a.severity) for a in seen]
    assert ranks == sorted(ranks)
    assert (ranks[0], ranks[-1]) == (min(ranks), 3)
    assert ranks[0] < 3


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5, 6])
def test_days_missing_at_the_end_are_no_new_level_whatever_stray_row_is_the_last(length: int) -> None:
    for seed in range(4):
        y = sales(210, seed)
        y.iloc[-length:] = 0.0
        y.iloc[-1] = 1.0
        (found,) = [a for a in detect_anomalies(y).anomalies if a.end >= y.index[-length].date()]
        assert (found.kind, found.start, found.end) == ("missing_data", y.index[-length].date(), y.index[-1].date())
