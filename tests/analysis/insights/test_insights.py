from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.forecasting import forecast
from bi_server.analysis.insights import WHOLE, Briefing, Segment, insights
from bi_server.analysis.trends import Correlation, change_points, correlations, direction
from bi_server.errors import InvalidInput

from .shops import PAIRS, fully_analysed, last, news, noise, of_type, scaled


@pytest.mark.parametrize(("length", "memory"), [(30, 0.0), (30, 0.4), (7, 0.0), (90, 0.0)])
def test_noise_has_nothing_to_say(length: int, memory: float) -> None:
    surprised = sum(bool(news(insights(last(length, noise(seed, memory=memory))))) for seed in range(60))
    assert surprised < 4


def test_noise_has_nothing_to_say_after_all_analyses() -> None:
    answers = [insights(fully_analysed(30, noise(seed, days=400))) for seed in range(1000, 1015)]
    surprised = sum(bool(news(claims)) for claims in answers)
    # And says so.
    assert sum(bool(of_type(claims, "nothing_unusual")) for claims in answers) == 15 - surprised
    assert surprised < 2


def test_headline_agrees_with_a_plain_loop() -> None:
    revenue = noise(1)
    now = before = 0.0
    for day, values in zip(pd.DatetimeIndex(revenue.index).strftime("%Y-%m"), revenue.to_numpy().tolist(), strict=True):
        if day == "2024-12":
            now += sum(values)
        elif day == "2024-11":
            before += sum(values)
    claim = insights(last(30, revenue))[0]
    assert (claim.type, claim.p_value, claim.score) == ("growth", None, 1.0)
    assert claim["revenue"].value == pytest.approx(now, abs=0.005)
    assert claim["previous_revenue"].value == pytest.approx(before, abs=0.005)
    assert claim["revenue_change"].value == pytest.approx(now - before, abs=0.006)
    assert claim["revenue_change_percent"].value == pytest.approx((now - before) / before * 100, abs=0.006)
    assert (claim["revenue"].start, claim["revenue"].end) == (date(2024, 12, 1), date(2024, 12, 30))
    assert claim["previous_revenue"].end == date(2024, 11, 30)


def test_a_wild_day_is_told_once() -> None:
    revenue = noise(4)
    revenue.loc["2024-12-20"] *= 2
    claims = of_type(insights(fully_analysed(30, revenue)), "anomaly", "record")
    days = [claim for claim in claims if claim.facts[0].start <= date(2024, 12, 20) <= claim.facts[0].end]
    assert len(days) == 1
    assert days[0].direction == "up"


def test_a_bad_week_that_explains_a_driver_is_not_told_twice() -> None:
    revenue = noise(5)
    revenue.loc["2024-12-10":"2024-12-13"] = 0.0
    claims = insights(fully_analysed(30, revenue))
    telling = of_type(claims, "anomaly", "data_problem", "record")
    assert len(telling) == 1
    assert telling[0].sentiment == "negative"


def test_a_lasting_step_is_found() -> None:
    revenue = noise(6, spread=0.2)
    revenue.loc["2024-11-20":] *= 0.6
    claims = insights(fully_analysed(90, revenue))
    steps = of_type(claims, "change_point")
    assert len(steps) == 1
    assert abs((steps[0]["daily_revenue_after"].start - date(2024, 11, 20)).days) <= 2
    assert steps[0]["level_change_percent"].value == pytest.approx(-40, abs=5)


@pytest.mark.parametrize("until", ["2024-10-24", "2024-12-30"])
def test_the_days_of_a_level_are_those_it_was_measured_on(until: str) -> None:
    """Four weeks to either side; how long it lasted, seen up to the end of the data, is a figure of its own."""
    revenue = noise(6, spread=0.1)
    revenue.loc["2024-08-20":until] *= 0.6
    total = revenue.sum(axis=1)
    steps = of_type(insights(last(150, revenue, change_points={WHOLE: change_points(total)})), "change_point")
    (step,) = [claim for claim in steps if claim.direction == "down"]
    before, after, days = step["daily_revenue_before"], step["daily_revenue_after"], step["days"]
    assert (after.start, days.start) == (date(2024, 8, 20), date(2024, 8, 20))
    assert (before.end, after.end) == (date(2024, 8, 19), date(2024, 9, 16))
    assert before.start == date(2024, 7, 23)
    assert step["level_change_percent"].end == after.end
    assert abs((days.end - date.fromisoformat(until)).days) <= 1
    assert days.value == (days.end - days.start).days + 1
    for level in (before, after):
        assert level.value == pytest.approx(total[str(level.start) : str(level.end)].mean(), rel=0.04)


def test_a_trend_is_found() -> None:
    revenue = noise(7, spread=0.2)
    revenue.iloc[-60:] *= np.linspace(1, 1.5, 60)[:, None]
    total = revenue.sum(axis=1)
    claims = insights(last(60, revenue, directions={WHOLE: direction(total.iloc[-60:], history=total)}))
    trend = of_type(claims, "trend")[0]
    assert trend.direction == "up"
    assert trend["revenue_trend_percent"].value == pytest.approx(40, abs=12)


def test_a_trend_from_next_to_nothing_has_no_percentage_to_tell() -> None:
    revenue = noise(7, spread=0.2)
    revenue.iloc[-60:] *= np.linspace(0.01, 1.5, 60)[:, None]
    total = revenue.sum(axis=1)
    found = direction(total.iloc[-60:], history=total)
    assert found.verdict == "up"
    assert found.change_percent is None or found.change_percent > 1000
    assert of_type(insights(last(60, revenue, directions={WHOLE: found})), "trend") == []


def test_a_line_that_ends_at_nothing_says_nothing_of_what_still_sells() -> None:
    revenue = noise(7, spread=0.2)
    revenue.iloc[-60:] *= np.linspace(1.5, 0.1, 60)[:, None]
    total = revenue.sum(axis=1)
    found = direction(total.iloc[-60:], history=total)
    assert len(of_type(insights(last(60, revenue, directions={WHOLE: found})), "trend")) == 1
    at_nothing = replace(found, change_percent=-100.0)  # as that of a season that turns within the range
    assert of_type(insights(last(60, revenue, directions={WHOLE: at_nothing})), "trend") == []


def test_a_trend_of_the_same_rows_is_told_once() -> None:
    """All Garden is sold in the West, and nothing else is."""
    revenue = noise(7, spread=0.2)
    revenue.loc[:, [pair for pair in PAIRS if (pair[0] == "Garden") != (pair[1] == "West")]] = 0.0
    revenue.loc[revenue.index[-60:], ("Garden", "West")] *= np.linspace(1, 2, 60)
    sold = revenue["Garden", "West"]
    found = {Segment(*of): direction(sold.iloc[-60:], history=sold) for of in (("Garden",), (None, "West"))}
    assert len(of_type(insights(last(60, revenue, directions=found)), "trend")) == 1


def test_best_month() -> None:
    revenue = noise(8, days=731)
    revenue.loc["2024-12-01":"2024-12-31"] *= 1.3
    claims = insights(last(31, revenue))
    record = of_type(claims, "record")
    assert [claim.template for claim in record] == ["best_month"]
    assert (record[0]["revenue"].start, record[0]["revenue"].end) == (date(2024, 12, 1), date(2024, 12, 31))
    months = revenue.sum(axis=1).groupby(pd.DatetimeIndex(revenue.index).strftime("%Y-%m")).sum()
    assert record[0]["revenue"].value == pytest.approx(months.max())
    assert record[0]["previous_record"].value == pytest.approx(months.iloc[:-1].max())


def test_a_partial_week_or_day_is_no_record() -> None:
    revenue = noise(9)
    revenue.iloc[-1] = 0.01
    complete = revenue.index[-2].date()
    claims = insights(last(30, revenue, last_complete_day=complete))
    assert not of_type(claims, "record")


def test_forecast_that_leaves_the_present_behind() -> None:
    random = np.random.default_rng(12)
    days = pd.date_range("2023-01-01", periods=600)
    total = pd.Series(1000 * 1.006 ** np.arange(600) + random.normal(0, 5, 600), index=days)
    revenue = total.to_frame()
    revenue.columns = PAIRS[:1]
    ahead = forecast(total, 60)
    claim = of_type(insights(last(30, revenue, forecast=ahead)), "forecast")[0]
    assert claim["forecast_revenue"].value == pytest.approx(sum(p.value for p in ahead.points), abs=0.01)
    assert claim["revenue"].value == pytest.approx(total.iloc[-60:].sum(), abs=0.01)
    assert claim.direction == "up"
    assert claim["forecast_lower"].value < claim["forecast_revenue"].value < claim["forecast_upper"].value
    assert claim["forecast_revenue"].start == revenue.index[-1].date() + timedelta(days=1)
    # A forecast for other days says nothing about what follows on this range.
    earlier = forecast(total.iloc[:-10], 60)
    assert not of_type(insights(last(30, revenue, forecast=earlier)), "forecast")


def test_correlations_are_told_leader_first_and_without_arithmetic() -> None:
    random = np.random.default_rng(13)
    days = pd.date_range("2024-01-01", periods=300)
    visits = pd.Series(random.normal(1000, 50, 302))
    series = {
        "visits": pd.Series(visits.to_numpy()[2:], index=days),
        "orders": pd.Series(visits.to_numpy()[:-2] * 0.05 + random.normal(0, 0.5, 300), index=days),
    }
    found = correlations(series)
    tied = Correlation("orders", "revenue", 0, 0.9, 0.0, 0.0, True, 300, True)
    claims = of_type(insights(last(30, noise(14), correlations=[*found, tied])), "correlation")
    assert [claim.names for claim in claims] == [("visits", "orders")]
    assert claims[0]["lag_days"].value == 2


def test_causes_of_an_anomaly_are_named() -> None:
    revenue = scaled(noise(15, spread=0.2), 15, "2024-12-18", "2024-12-18", "Garden", "East")
    briefing = fully_analysed(30, revenue)
    anomaly = next(a for a, _ in briefing.anomalies or () if a.peak == date(2024, 12, 18))
    change = anomaly.total_value - anomaly.total_expected
    explained = last(30, revenue, anomalies=[(anomaly, [(Segment("Garden", "East"), change * 0.9)])])
    claim = of_type(insights(explained), "anomaly")[0]
    cause = claim.facts[-1]
    assert (cause.metric, cause.category, cause.region) == ("deviation", "Garden", "East")
    assert cause.value == pytest.approx(change * 0.9, abs=0.01)


def test_empty_range() -> None:
    claims = insights(last(30, noise(1), has_data=False))
    assert [claim.type for claim in claims] == ["no_data"]
    assert claims[0]["available_revenue"].start == date(2023, 1, 1)


def test_empty_store() -> None:
    nothing = pd.DataFrame(columns=PAIRS, index=pd.DatetimeIndex([]), dtype=float)
    days = (date(2024, 2, 1), date(2024, 2, 29), date(2024, 1, 1), date(2024, 1, 31))
    claims = insights(Briefing(*days, nothing, has_data=False))
    assert [claim.template for claim in claims] == ["no_data_at_all"]


def test_nothing_to_compare_with() -> None:
    revenue = noise(1).loc["2024-12-01":]
    claims = insights(last(30, revenue))
    assert [claim.template for claim in claims] == ["growth_no_base"]
    assert [fact.metric for fact in claims[0].facts] == ["revenue"]


def test_zero_base_has_no_percentage_and_refunds_keep_their_sign() -> None:
    revenue = noise(1)
    revenue.loc["2024-11-01":"2024-11-30"] = 0.0
    assert insights(last(30, revenue))[0].find("revenue_change_percent") is None
    revenue.loc["2024-11-01":"2024-11-30"] = -1.0
    claim = insights(last(30, revenue))[0]
    assert claim["previous_revenue"].value == -600
    assert claim.direction == "up"
    assert claim["revenue_change_percent"].value > 0


def test_filtered_answers_name_the_filter() -> None:
    revenue = scaled(noise(17), 0.3, "2024-12-01", "2024-12-30", "Books", "West")
    claims = insights(last(30, revenue[["Books"]], scope=Segment("Books")))
    assert all(fact.category == "Books" for claim in claims for fact in claim.facts)
    assert "detractor:category=Books&region=West" in {claim.id for claim in claims}


def test_what_comes_after_the_range_is_not_looked_at() -> None:
    revenue = scaled(noise(18), 1.7, "2024-03-01", "2024-03-31", "Books")
    ranges = (date(2024, 3, 1), date(2024, 3, 31), date(2024, 2, 1), date(2024, 2, 29))
    until_then = insights(Briefing(*ranges, revenue.loc[:"2024-03-31"]))
    assert insights(Briefing(*ranges, revenue)) == until_then
    assert len(until_then) > 1


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 500), st.integers(1, 20))
def test_order_and_limit(seed: int, limit: int) -> None:
    revenue = scaled(noise(seed, days=400), 2.0, "2024-01-10", "2024-02-04", "Books")
    claims = insights(last(30, revenue), limit=20)
    scores = [claim.score for claim in claims]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert insights(last(30, revenue), limit=limit) == claims[:limit]
    assert len({claim.id for claim in claims}) == len(claims)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 500), st.sampled_from([0.01, 100.0]), st.randoms(use_true_random=False))
def test_currency_unit_and_order_of_segments_are_irrelevant(seed: int, factor: float, random: object) -> None:
    revenue = scaled(noise(seed, days=400), 2.0, "2024-01-10", "2024-02-04", "Books")
    shuffled = list(revenue.columns)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one = insights(last(30, revenue), limit=20)
    assert insights(last(30, revenue[shuffled]), limit=20) == one
    other = insights(last(30, revenue * factor), limit=20)
    assert [(c.id, c.direction) for c in other] == [(c.id, c.direction) for c in one]
    assert [c.score for c in other] == pytest.approx([c.score for c in one], abs=2e-3)


def test_values_that_are_not_finite_and_ranges_that_overlap_are_refused() -> None:
    broken = noise(1)
    broken.iloc[3, 3] = np.nan
    with pytest.raises(InvalidInput, match="finite"):
        last(30, broken)
    with pytest.raises(InvalidInput, match="must end before"):
        Briefing(date(2024, 3, 1), date(2024, 3, 31), date(2024, 2, 1), date(2024, 3, 1), noise(1))


def test_a_day_that_goes_on_is_told_apart() -> None:
    revenue = noise(29)
    claims = insights(last(30, revenue, unfinished=(date(2024, 12, 31), 240.5)))
    assert [claim.type for claim in claims[:2]] == ["growth", "data_problem"]
