from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.insights import Claim, Segment
from bi_server.narration import built_in, sentence
from bi_server.narration.fact_check import objections
from bi_server.narration.naming import names_of, shown
from bi_server.narration.tokens import tokens
from bi_server.narration.zones import names

from .claims import EVERY_KIND, driver, growth


@pytest.mark.parametrize("claim", EVERY_KIND, ids=lambda claim: f"{claim.template}-{claim.id}")
@pytest.mark.parametrize("currency", ["USD", "EUR", "JPY", "CHF"])
def test_own_wording_passes_the_fact_check(claim: Claim, currency: str) -> None:
    assert objections(sentence(claim, currency), claim, currency=currency) == ()


READ = [
    claim for claim in EVERY_KIND if claim.type not in ("single_order", "single_customer", "adjusted_change")
]  # those may only be worded as they are


@pytest.mark.parametrize("claim", READ, ids=lambda claim: f"{claim.template}-{claim.id}")
def test_the_grammar_can_read_own_wording(claim: Claim) -> None:
    """A harmless word before it, so that equality with the draft does not hide what the grammar makes of it."""
    text = sentence(claim, "USD")
    named = text.startswith(tuple(names_of(claim))) or claim.template == "day_going_on"
    assert objections(f"Overall, {text if named else text[0].lower() + text[1:]}", claim, currency="USD") == ()


def test_a_record_is_one_against_the_days_before_the_range() -> None:
    record = next(claim for claim in EVERY_KIND if claim.template == "best_day")
    first = record["previous_record"].end + timedelta(days=1)
    assert f"; the best before {first:%B} {first.day}, {first.year} had $25,010" in sentence(record, "USD")
    best, previous = record.facts
    at_once = replace(record, facts=(replace(best, start=first, end=first), previous))
    assert "; the best before had $25,010" in sentence(at_once, "USD")


SCOPES = (
    Segment(region="North"),
    Segment("Books"),
    Segment("Books", "South"),
    Segment("Books and Sports"),
    Segment("the selected categories", "the selected regions"),
)
"""What a request is filtered to: one category or region, both, two of one dimension, more of both."""


# An empty store takes no filter, and North, the core of that driver, has no part in South.
NARROWED = [
    pytest.param(claim, scope, id=f"{claim.template}-{claim.id}-{scope}")
    for claim in EVERY_KIND
    for scope in SCOPES
    if claim.template != "no_data_at_all" and not (claim.template == "driver_core" and scope.region == "South")
]


@pytest.mark.parametrize(("claim", "scope"), NARROWED)
def test_under_a_filter_the_wording_names_it_and_passes(claim: Claim, scope: Segment) -> None:
    narrowed = claim.within(scope)
    text = sentence(narrowed, "USD")
    assert objections(text, narrowed, currency="USD") == ()
    assert all(shown(name).lower() in text.lower() for name in names(narrowed.facts[0].segment))


def test_shares_name_what_they_are_a_share_of() -> None:
    texts = {claim.template: sentence(claim.within(Segment(region="North")), "USD") for claim in EVERY_KIND}
    assert texts["concentration"] == "Books makes up 38.4% of revenue of North in December 2024 ($9,123)."
    assert texts["correlation"].startswith("In North, when Books moves, Sports tends to move the same way")


def test_every_template_is_among_the_examples() -> None:
    units = {f"{rank}_{unit}" for rank in ("best", "worst") for unit in ("day", "week", "month")}
    assert set(built_in._TEMPLATES) - units == {claim.template for claim in EVERY_KIND} - units


def test_known_sentences() -> None:
    assert sentence(growth(), "USD") == (
        "Revenue rose 5.5% to $1,234,568 in December 2024, from $1,170,000 in November 2024."
    )
    assert sentence(driver(), "EUR") == (
        "Revenue of Books fell 26.6% to €88,123 in December 2024, €31,877 less than in November 2024."
    )
    texts = {claim.template: sentence(claim, "GBP") for claim in EVERY_KIND}
    assert texts["anomaly_holiday"] == (
        "Revenue was £0.00 on December 20, 2024 (Boxing Day), 100.0% below the £19,305 expected, mostly in Books in "
        "North (-£15,000), as the holiday explains."
    )
    assert texts["correlation_lag"] == (
        "When visits moves, average order value tends to move the opposite way 1 day later (correlation -0.41, "
        "from January 1, 2023 to November 30, 2024)."
    )


@pytest.mark.parametrize("claim", EVERY_KIND, ids=lambda claim: f"{claim.template}-{claim.id}")
def test_every_number_is_one_of_the_facts(claim: Claim) -> None:
    values = {abs(fact.value) for fact in claim.facts}
    said = [token.quantity for token in tokens(sentence(claim, "USD"), names_of(claim)) if token.quantity]
    for quantity in said:
        if quantity.format == "any" and claim.type == "nothing_unusual":
            continue  # the word `nothing`
        assert any(abs(quantity.value - value) <= quantity.step / 2 + 1e-6 for value in values), quantity


amounts = st.floats(-1e9, 1e9).map(lambda value: round(value, 2) + 0.0)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), amounts, amounts, st.sampled_from(["USD", "JPY", "XOF"]))
def test_any_name_and_any_amount(name: str, now: float, before: float, currency: str) -> None:
    if round(now - before, 2) == 0:
        return
    claim = driver(name, now, before)
    text = sentence(claim, currency)
    assert objections(text, claim, currency=currency) == ()
    assert "\n" not in text
    assert len(text) < 400


@settings(max_examples=200, deadline=None)
@given(amounts.filter(lambda value: value > 1), amounts.filter(lambda value: value > 1))
def test_another_claims_sentence_does_not_pass(now: float, before: float) -> None:
    claim = growth()
    if abs(now - claim["revenue"].value) < 0.06 * now or now == before:
        return
    other = growth(now, before)
    assert objections(sentence(other, "USD"), claim, currency="USD")


def test_equal_claims_have_equal_texts() -> None:
    assert sentence(growth(), "USD") == sentence(replace(growth()), "USD")


def test_what_did_not_change_is_not_told_with_an_effect_of_nothing() -> None:
    claim = next(claim for claim in EVERY_KIND if claim.template == "breakdown")
    still = ("order_value_effect", "average_order_value_change_percent")
    facts = tuple(replace(fact, value=0.0) if fact.metric in still else fact for fact in claim.facts)
    assert sentence(replace(claim, facts=facts), "USD").endswith("the average order value ($55.36, unchanged).")
