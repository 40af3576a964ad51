"""Categories and regions: which of them moved the revenue, began, ended, or make it up."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.insights import insights

from .shops import CATEGORIES, PAIRS, fully_analysed, last, noise, of_type, scaled


def test_a_collapse_in_one_cell_is_told_once_and_placed() -> None:
    revenue = scaled(noise(1), 0.2, "2024-12-05", "2024-12-30", "Books", "North")
    found = of_type(insights(last(30, revenue)), "driver", "detractor")
    assert len(found) == 1
    claim = found[0]
    assert (claim.type, claim.sentiment, claim.direction) == ("detractor", "negative", "down")
    # Either the cell itself, or the category with the cell named.
    assert {(f.category, f.region) for f in claim.facts} & {("Books", "North")}
    assert claim.p_value is not None
    assert claim.p_value < 0.01


def test_a_category_that_grew_everywhere_is_one_driver_and_no_regions() -> None:
    revenue = scaled(noise(2), 1.5, "2024-12-01", "2024-12-30", "Electronics")
    found = of_type(insights(last(30, revenue)), "driver", "detractor", "concentration")
    assert [claim.id for claim in found] == ["driver:category=Electronics"]
    assert found[0].sentiment == "positive"


def test_segments_that_follow_the_whole_drive_nothing() -> None:
    revenue = noise(2, spread=0.1)
    revenue.loc["2024-12-01":] *= 1.5
    assert not of_type(insights(last(30, revenue)), "driver", "detractor")


def test_two_stories_are_two_claims() -> None:
    revenue = scaled(noise(3), 1.6, "2024-12-01", "2024-12-30", "Electronics")
    revenue = scaled(revenue, 0.5, "2024-12-01", "2024-12-30", "Clothing")
    claims = of_type(insights(last(30, revenue)), "driver", "detractor")
    assert {claim.id for claim in claims} == {"driver:category=Electronics", "detractor:category=Clothing"}


def test_a_dominant_segment_is_a_plain_fact() -> None:
    revenue = noise(10)
    revenue["Books"] = revenue["Books"] * 6
    claim = of_type(insights(last(30, revenue)), "concentration")[0]
    assert (claim.p_value, claim.direction, claim.sentiment) == (None, None, "neutral")
    whole, books = revenue.iloc[-30:].to_numpy().sum(), revenue["Books"].iloc[-30:].to_numpy().sum()
    assert claim["share"].value == pytest.approx(books / whole * 100, abs=0.01)


def test_a_shift_of_shares() -> None:
    revenue = noise(11, spread=0.2)
    revenue = scaled(revenue, 1.12, "2024-12-01", "2024-12-30", "Books")
    for name in CATEGORIES[1:]:
        revenue = scaled(revenue, 0.9, "2024-12-01", "2024-12-30", name)
    claims = insights(last(30, revenue), limit=20)
    told = of_type(claims, "concentration", "driver")
    assert any("category=Books" in claim.id for claim in told)


def test_new_and_lost_segments() -> None:
    revenue = scaled(noise(16), 0.0, "2023-01-01", "2024-11-30", "Garden")
    revenue = scaled(revenue, 0.0, "2024-12-01", "2024-12-30", "Sports")
    templates = {claim.template for claim in insights(last(30, revenue))}
    assert {"began_segment", "ended_segment"} <= templates


@pytest.mark.parametrize(("since", "until"), [("2024-11-20", "2024-12-30"), ("2024-12-08", "2024-12-30")])
def test_a_part_that_ends_is_named_once_with_its_last_day(since: str, until: str) -> None:
    revenue = scaled(noise(21), 0.0, since, until, "Sports")
    claims = of_type(insights(last(30, revenue), limit=20), "detractor")
    assert [claim.id for claim in claims] == ["detractor:category=Sports"]
    assert claims[0]["revenue_of_last_day"].start == date.fromisoformat(since) - timedelta(days=1)


def test_a_rare_seller_that_is_silent_has_not_ended() -> None:
    revenue = noise(22)
    rare = pd.DatetimeIndex(revenue.index).day == 3
    revenue["Sports"] = revenue["Sports"].to_numpy() * 30 * rare[:, None]
    revenue.loc["2024-12-01":, "Sports"] = 0.0
    assert not any("ended" in claim.template for claim in insights(last(30, revenue), limit=20))


def test_trifles_drive_nothing() -> None:
    revenue = scaled(noise(23), 0.7, "2024-12-01", "2024-12-30", "Books")
    tiny = pd.DataFrame({("Maps", "East"): 0.0, ("Cards", "East"): 0.0}, index=revenue.index)
    tiny.loc["2024-12-05", ("Maps", "East")] = 250.0
    tiny.loc["2024-11-05", ("Cards", "East")] = 300.0
    told = of_type(insights(last(30, pd.concat([revenue, tiny], axis=1)), limit=20), "driver", "detractor")
    assert [claim.id for claim in told] == ["detractor:category=Books"]


def test_the_part_that_carries_the_change_is_named_although_it_is_nearly_all() -> None:
    revenue = noise(24, spread=0.2)[["Books"]]
    revenue["Garden", "East"] = 20.0
    revenue.loc["2024-12-01":, "Books"] = (revenue.loc["2024-12-01":, "Books"] * 0.75).to_numpy()
    claims = insights(last(30, revenue), limit=20)
    assert any(claim.id == "detractor:category=Books" for claim in claims)


def test_the_segment_that_carries_a_change_is_named_however_usual_such_changes_are() -> None:
    # Books swings by a third from month to month, and with it the whole: no surprise, but where it happened.
    revenue = noise(3)
    months = pd.DatetimeIndex(revenue.index).month
    for pair in [pair for pair in PAIRS if pair[0] == "Books"]:
        revenue[pair] = (revenue[pair] * np.where(months % 2 == 0, 0.65, 1.0)).round(2)
    claims = insights(last(31, revenue))
    (told,) = [claim for claim in claims if claim.type == "detractor" and claim["revenue"].category == "Books"][:1]
    assert told["revenue_change"].value < 0


@pytest.mark.parametrize("factor", [0.6, 1.5])
def test_the_part_that_carries_a_change_is_named_beside_the_step_of_the_whole(factor: float) -> None:
    revenue = scaled(noise(4, spread=0.2), factor, "2024-12-01", "2024-12-30", "Books")
    claims = insights(fully_analysed(30, revenue))
    assert "Books" in {fact.category for claim in of_type(claims, "driver", "detractor") for fact in claim.facts}
    # Its share shifted because of that.
    assert not of_type(claims, "concentration")


def test_two_segments_and_a_stray_row_of_a_third_are_always_concentrated() -> None:
    revenue = noise(10)[["Books", "Clothing"]]
    assert not of_type(insights(last(30, revenue)), "concentration")
    stray = revenue.copy()
    stray[("Toys", "North")] = np.where(np.arange(len(revenue)) == len(revenue) - 3, 1.0, 0.0)
    assert not [c for c in of_type(insights(last(30, stray)), "concentration") if c.facts[0].category]
