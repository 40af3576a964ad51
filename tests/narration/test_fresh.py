"""Batches of sentences that the grammar had not seen when they were written."""

from types import ModuleType

import pytest

from bi_server.analysis.insights import Claim
from bi_server.narration import objections

from . import (
    bike_claims,
    book_claims,
    coffee_claims,
    fresh_eight_faithful,
    fresh_eight_untrue,
    fresh_eleven_faithful,
    fresh_eleven_untrue,
    fresh_five,
    fresh_four,
    fresh_nine_faithful,
    fresh_nine_untrue,
    fresh_one,
    fresh_seven_faithful,
    fresh_seven_untrue,
    fresh_six_faithful,
    fresh_six_untrue,
    fresh_ten_faithful,
    fresh_ten_untrue,
    fresh_thirteen_faithful,
    fresh_thirteen_untrue,
    fresh_three,
    fresh_twelve_faithful,
    fresh_twelve_untrue,
    fresh_two,
    gym_claims,
    wine_claims,
)
from .claims import EVERY_KIND
from .spoilt import spoilt

CLAIMS: dict[str, Claim] = {claim.template: claim for claim in reversed(EVERY_KIND)}
CLAIMS["garden"] = EVERY_KIND[2]
CLAIMS["north"] = next(claim for claim in reversed(EVERY_KIND) if claim.template == "driver_core")
_GROWTH = [claim for claim in EVERY_KIND if claim.template == "growth"]
CLAIMS |= dict(zip(("longer", "from_zero", "negative"), _GROWTH[1:], strict=True))
_BOTH = (fresh_one, fresh_two, fresh_three, fresh_four, fresh_five)
FAITHFUL = (
    *_BOTH,
    fresh_six_faithful,
    fresh_seven_faithful,
    fresh_eight_faithful,
    fresh_nine_faithful,
    fresh_ten_faithful,
    fresh_eleven_faithful,
    fresh_twelve_faithful,
    fresh_thirteen_faithful,
)
UNTRUE = (
    *_BOTH,
    fresh_six_untrue,
    fresh_seven_untrue,
    fresh_eight_untrue,
    fresh_nine_untrue,
    fresh_ten_untrue,
    fresh_eleven_untrue,
    fresh_twelve_untrue,
    fresh_thirteen_untrue,
)
SHOPS = {
    fresh_nine_faithful: (coffee_claims.CLAIMS, "EUR"),
    fresh_nine_untrue: (coffee_claims.CLAIMS, "EUR"),
    fresh_ten_faithful: (gym_claims.CLAIMS, "GBP"),
    fresh_ten_untrue: (gym_claims.CLAIMS, "GBP"),
    fresh_eleven_faithful: (book_claims.CLAIMS, "USD"),
    fresh_eleven_untrue: (book_claims.CLAIMS, "USD"),
    fresh_twelve_faithful: (bike_claims.CLAIMS, "CHF"),
    fresh_twelve_untrue: (bike_claims.CLAIMS, "CHF"),
    fresh_thirteen_faithful: (wine_claims.CLAIMS, "USD"),
    fresh_thirteen_untrue: (wine_claims.CLAIMS, "USD"),
}
"""What other batches than the first are about: claims, currency."""


def _objections(batch: ModuleType, name: str, text: str) -> tuple[str, ...]:
    claims, currency = SHOPS.get(batch, (CLAIMS, "USD"))
    return objections(text, claims[name], currency=currency)


@pytest.mark.parametrize("batch", FAITHFUL, ids=lambda batch: batch.__name__)
def test_faithful_sentences_pass(batch: ModuleType) -> None:
    said = [(name, text) for name, texts in batch.FAITHFUL.items() for text in texts]
    refused = [(text, why) for name, text in said if (why := _objections(batch, name, text))]
    assert len(said) >= 40
    assert len(refused) < 0.05 * len(said), refused
    known = getattr(batch, "REFUSED", None)
    assert known is None or {text for text, _ in refused} <= {*known}


@pytest.mark.parametrize("batch", UNTRUE, ids=lambda batch: batch.__name__)
def test_untrue_sentences_do_not(batch: ModuleType) -> None:
    said = [(name, text) for name, texts in batch.UNTRUE.items() for _, text in texts]
    assert len(said) >= 40
    assert [text for name, text in said if not _objections(batch, name, text)] == []


NAMES = {
    fresh_nine_faithful: ("Mugs", "Tea", "Coffee", "Grinders", "Munich", "Hamburg"),
    fresh_ten_faithful: ("Classes", "Personal Training", "Sauna", "Leeds"),
    fresh_eleven_faithful: ("Fiction", "Comics", "Austria", "Spain"),
    fresh_twelve_faithful: ("E-Bikes", "Helmets", "Road Bikes", "Repairs", "Geneva", "Zurich"),
    fresh_thirteen_faithful: ("Red Wine", "White Wine", "Sparkling", "Spirits", "Texas", "Ohio"),
}


@pytest.mark.parametrize("batch", NAMES, ids=lambda batch: batch.__name__)
def test_faithful_sentences_that_are_spoilt_do_not(batch: ModuleType) -> None:
    said = [(name, text) for name, texts in batch.FAITHFUL.items() for text in texts]
    true = {text for _, text in said}
    untrue = [
        (name, kind, wrong)
        for i, (name, text) in enumerate(said)
        for kind, wrong in spoilt(text, i, NAMES[batch])
        if wrong not in true
    ]
    assert len(untrue) > 500
    assert [case for case in untrue if not _objections(batch, case[0], case[2])] == []
