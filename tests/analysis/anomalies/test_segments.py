"""What a large segment does alone is found in the whole, told once; what all do alike is told by the total."""

import numpy as np
import pandas as pd

from bi_server.analysis.anomalies import Anomaly, detect_anomalies, large_segments, segment_anomalies

from .simulate import sales

SHARES = {"North": 0.4, "South": 0.25, "East": 0.2, "West": 0.12, "Far": 0.03}
DAY = 300


def shop(seed: int) -> dict[str, pd.Series]:
    """Regions that share the days of one business."""
    rng = np.random.default_rng(seed)
    whole = sales(500, seed)
    return {name: share * whole * np.exp(0.1 * rng.standard_normal(500)) for name, share in SHARES.items()}


def events(of: dict[str, pd.Series]) -> list[Anomaly]:
    """Those of the total and of the regions."""
    total = pd.Series(sum(of.values()))
    told = detect_anomalies(total).anomalies
    large = {("region", name): of[name] for name in large_segments({name: float(y.sum()) for name, y in of.items()})}
    return list(segment_anomalies(total, large, told, 0.5, {}))


def test_only_large_segments_are_looked_at() -> None:
    assert large_segments({"Far": 3.0, "North": 60.0, "South": 37.0}) == ["North", "South"]
    assert large_segments({"Far": 3.0, "North": 97.0}) == []
    assert large_segments({"North": 0.0}) == []


def test_a_region_that_is_dark_for_four_days_is_told_once() -> None:
    for seed in range(3):
        of = shop(seed)
        of["West"].iloc[DAY : DAY + 4] = 0.0
        (found,) = [a for a in events(of) if a.start <= of["West"].index[DAY + 2].date() <= a.end]
        assert found.kind == "missing_data"
        assert (found.segment, found.direction) == ({"region": "West"}, "down")
        assert (found.end - found.start).days == 3


def test_a_day_on_which_all_sell_twice_as_much_is_of_the_total_alone() -> None:
    of = shop(4)
    for y in of.values():
        y.iloc[DAY] *= 2
    assert [a.segment for a in events(of) if a.start == of["West"].index[DAY].date()] == [{}]


def test_quiet_segments_say_nothing() -> None:
    assert sum(bool(a.segment) for seed in range(4) for a in events(shop(seed + 10))) <= 1  # in five years


def test_four_days_at_a_third_are_a_dip_of_the_region() -> None:
    for seed in range(3):
        of = shop(seed + 20)
        of["West"].iloc[DAY : DAY + 4] *= 0.3
        (found,) = [a for a in events(of) if a.start <= of["West"].index[DAY + 2].date() <= a.end]
        assert (found.kind, found.segment, found.direction) == ("dip", {"region": "West"}, "down")
        assert 0.2 < found.total_value / found.total_expected < 0.45
        assert found.lower < found.expected < found.upper


def test_what_one_region_does_is_not_told_of_the_others() -> None:
    for seed in range(3):
        of = shop(seed + 30)
        of["South"].iloc[DAY : DAY + 2] *= 3
        near = [a for a in events(of) if abs((a.start - of["South"].index[DAY].date()).days) <= 7]
        assert {name for a in near for name in a.segment.values()} <= {"South"}
        assert {a.direction for a in near} == {"up"}


def test_a_new_level_of_a_region_is_told_once_with_what_it_was() -> None:
    told_of_it = 0
    for seed in range(5):
        of = shop(seed + 40)
        of["East"].iloc[DAY:] *= 0.6
        (found,) = [a for a in events(of) if abs((a.start - of["East"].index[DAY].date()).days) <= 5]
        assert (found.kind, found.direction) == ("level_shift", "down")
        if found.segment:  # a fifth of the whole, two fifths less: the total may tell it
            told_of_it += 1
            assert (found.segment, found.facts["holds"]) == ({"region": "East"}, 1)
            assert 0.4 < float(found.facts["level_after"]) / float(found.facts["level_before"]) < 0.85
    assert told_of_it >= 3


def test_a_season_of_a_region_that_every_year_has_is_no_level() -> None:
    rng = np.random.default_rng(50)
    whole = sales(1100, 50)
    of = {name: share * whole * np.exp(0.1 * rng.standard_normal(1100)) for name, share in SHARES.items()}
    of["East"] *= np.where(pd.DatetimeIndex(whole.index).month.isin([6, 7, 8]), 2.0, 1.0)
    assert [a for a in events(of) if a.segment == {"region": "East"}] == []


def test_a_region_closed_on_sundays_is_not_dark_on_them() -> None:
    of = shop(60)
    of["East"] *= pd.DatetimeIndex(of["East"].index).day_of_week != 6
    assert [a for a in events(of) if a.segment] == []


def test_a_run_of_a_region_takes_the_place_of_one_day_of_it_in_the_total() -> None:
    for seed in range(3):
        of = shop(seed + 70)
        of["South"].iloc[DAY : DAY + 4] *= 2.2
        (found,) = [a for a in events(of) if abs((a.start - of["South"].index[DAY].date()).days) <= 4]
        days = (found.end - found.start).days + 1
        assert (found.kind, found.direction) == ("spike", "up")
        assert days == 4 or not found.segment


def test_those_that_stay_when_others_stop_have_no_new_level() -> None:
    for seed in range(4):
        whole = sales(500, seed, noise=0.1)
        stays = 0.5 * whole * np.where(np.arange(500) < 396, 1.0, 1.07)  # by chance
        of = {"Stays": stays, "Stops": 0.5 * sales(500, seed + 9, noise=0.1) * (np.arange(500) < 400)}
        shifts = [a for a in events(of) if a.kind == "level_shift"]
        assert [(a.segment, a.direction) for a in shifts] == [({}, "down")]


def test_what_returns_to_its_level_has_left_no_other_to_fall_from() -> None:
    """December sells twice as much, a third of the like of January is refunded, and all else is as ever."""
    for seed in range(6):
        rng = np.random.default_rng(seed)
        days = pd.date_range("2023-01-01", "2024-09-30")
        busy = 12 * np.where(days.month == 12, 2, 1)
        shoes = pd.Series(70.0 * (rng.poisson(busy) - rng.poisson(np.where(days.month == 1, 8, 0))), index=days)
        of = {"Shoes": shoes, "Hats": pd.Series(25.0 * rng.poisson(5, days.size), index=days)}
        spring = pd.Timestamp("2024-03-01").date()
        found = [a for a in events(of) if a.kind == "level_shift"]
        assert [a for a in found if a.start >= spring] == []
        assert [a for a in found if (a.total_value > a.total_expected) != (a.direction == "up")] == []


def test_two_dark_weeks_are_an_incident_and_no_level() -> None:
    """Nor are the ordinary days before and after them above what was expected, or those of the others below it."""
    for seed in range(6):
        rng = np.random.default_rng(seed)
        days = pd.date_range("2023-01-01", "2024-09-30")
        wine, beer = (pd.Series(price * rng.poisson(n, days.size), index=days) for n, price in ((11, 35.0), (14, 20.0)))
        wine["2024-08-20":"2024-09-02"] = 0.0
        found = [a for a in events({"Wine": wine, "Beer": beer}) if a.segment]
        assert [(a.kind, a.segment) for a in found] in ([("missing_data", {"region": "Wine"})], [])


def test_what_sells_as_ever_while_the_others_wander_is_no_incident() -> None:
    for seed in range(6):
        rng = np.random.default_rng(seed)
        days = pd.date_range("2023-01-01", "2024-09-30")
        hats = pd.Series(25.0 * rng.poisson(5, days.size), index=days)
        shoes = pd.Series(
            70.0 * (rng.poisson(12, days.size) - rng.poisson(np.where(days.month == 1, 8, 0))), index=days
        )
        assert [a for a in events({"Shoes": shoes, "Hats": hats}) if a.segment == {"region": "Hats"}] == []
