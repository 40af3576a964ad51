"""Batches of sentences that the grammar had not seen when they were written, and what each is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from bi_server.analysis.insights import Claim
from bi_server.narration.fact_check import objections

from . import (
    bakery_claims,
    bike_claims,
    book_claims,
    coffee_claims,
    furniture_claims,
    garden_claims,
    gym_claims,
    outdoor_claims,
    pharmacy_claims,
    stationery_claims,
    thirty_claims,
    thirty_one_claims,
    toy_claims,
    twenty_eight_claims,
    twenty_five_claims,
    twenty_four_claims,
    twenty_nine_claims,
    twenty_one_claims,
    twenty_seven_claims,
    twenty_six_claims,
    twenty_three_claims,
    twenty_two_claims,
    wine_claims,
)
from .claims import EVERY_KIND

_GROWTH = [claim for claim in EVERY_KIND if claim.template == "growth"]
_SHOP: dict[str, Claim] = {claim.template: claim for claim in reversed(EVERY_KIND)}
_SHOP["garden"] = EVERY_KIND[2]
_SHOP["north"] = next(claim for claim in reversed(EVERY_KIND) if claim.template == "driver_core")
_SHOP |= dict(zip(("longer", "from_zero", "negative"), _GROWTH[1:], strict=True))


@dataclass(frozen=True)
class Batch:
    """Sentences about the claims of one shop: faithful ones, and untrue ones with what is wrong with them.

    `refused` are faithful ones that the grammar is known not to read. `names` are names of the shop that take each
    other's place when a sentence is spoilt; none: it is not. `at_most` is the share of the faithful ones that may be
    refused.
    """

    name: str
    claims: Mapping[str, Claim] = field(default_factory=lambda: _SHOP)
    currency: str = "USD"
    names: tuple[str, ...] = ()
    at_most: float = 0.05

    @property
    def faithful(self) -> list[tuple[str, str]]:
        """The claim's name, and a sentence."""
        said: dict[str, tuple[str, ...]] = self._listed("faithful", "FAITHFUL")
        return [(name, text) for name, texts in said.items() for text in texts]

    @property
    def untrue(self) -> list[tuple[str, str, str]]:
        """The claim's name, what is wrong, and a sentence."""
        said: dict[str, tuple[tuple[str, str], ...]] = self._listed("untrue", "UNTRUE")
        return [(name, kind, text) for name, texts in said.items() for kind, text in texts]

    @property
    def refused(self) -> frozenset[str] | None:
        """Those of the faithful ones that are known to be refused; None: any few."""
        known = self._listed("faithful", "REFUSED")
        return None if known is None else frozenset(known)

    def objections(self, name: str, text: str) -> tuple[str, ...]:
        """What the check has against a sentence about one of the claims."""
        return objections(text, self.claims[name], currency=self.currency)

    def _listed(self, kind: str, what: str):  # type: ignore[no-untyped-def]
        whole = self.name in ("one", "two", "three", "four", "five")
        module = import_module(f"{__package__}.fresh_{self.name}{'' if whole else f'_{kind}'}")
        return getattr(module, what, None)


def _batches() -> Iterator[Batch]:
    for name in ("one", "two", "three", "four", "five", "six", "seven", "eight"):
        yield Batch(name)
    coffee = ("Mugs", "Tea", "Coffee", "Grinders", "Munich", "Hamburg")
    yield Batch("nine", coffee_claims.CLAIMS, "EUR", coffee)
    yield Batch("ten", gym_claims.CLAIMS, "GBP", ("Classes", "Personal Training", "Sauna", "Leeds"))
    yield Batch("eleven", book_claims.CLAIMS, "USD", ("Fiction", "Comics", "Austria", "Spain"))
    bikes = ("E-Bikes", "Helmets", "Road Bikes", "Repairs", "Geneva", "Zurich")
    yield Batch("twelve", bike_claims.CLAIMS, "CHF", bikes)
    wines = ("Red Wine", "White Wine", "Sparkling", "Spirits", "Texas", "Ohio")
    yield Batch("thirteen", wine_claims.CLAIMS, "USD", wines)
    drugs = ("Prescriptions", "Vitamins", "Skincare", "Baby Care", "First Aid", "Leeds", "Bristol", "Cardiff")
    yield Batch("fourteen", pharmacy_claims.CLAIMS, "GBP", drugs)
    furniture = ("Sofas", "Dining Tables", "Beds", "Office Chairs", "Bavaria", "Flanders", "Catalonia")
    yield Batch("fifteen", furniture_claims.CLAIMS, "EUR", furniture)
    toys = ("Puzzles", "Board Games", "Plush Toys", "Building Blocks", "Oregon", "Idaho", "Nevada", "Utah")
    yield Batch("sixteen", toy_claims.CLAIMS, "USD", toys)
    bread = ("Bread", "Croissants", "Cakes", "Sandwiches", "Hot Drinks", "Basel", "Bern", "Lausanne")
    yield Batch("seventeen", bakery_claims.CLAIMS, "CHF", bread)
    garden = ("Garden Furniture", "Tools", "Shrubs", "Compost", "Kent", "Devon", "Cornwall", "Yorkshire")
    yield Batch("eighteen", garden_claims.CLAIMS, "GBP", garden)
    # Held out of all work on the grammar: first seen, 35.8 % and 25.8 % of their faithful sentences were refused.
    yield Batch("nineteen", outdoor_claims.CLAIMS, "SEK", at_most=0.18)
    paper = ("Fountain Pens", "Notebooks", "Washi Tape", "Tokyo", "Osaka", "Sapporo")
    yield Batch("twenty", stationery_claims.CLAIMS, "JPY", paper, at_most=0.12)
    # Of others again: first seen, 30.4 % and 32.9 % were refused, and two and none of the untrue ones let through.
    yield Batch("twenty_one", twenty_one_claims.CLAIMS, "GBP", at_most=0.07)
    yield Batch("twenty_two", twenty_two_claims.CLAIMS, "USD", at_most=0.12)
    # As a model words the product's own findings: at first, 25.0 % were refused and 13 of 240 untrue ones passed.
    yield Batch("twenty_four", twenty_four_claims.CLAIMS, "USD", at_most=0.08)
    # Of claims that the routes served: first seen, 22.3 % were refused, and 8 of 220 untrue ones let through.
    yield Batch("twenty_three", twenty_three_claims.CLAIMS, "USD", at_most=0.02)
    # Held out of the work on the two before: 24.1 % refused and 8 of 204 let through before it, 15.9 % and 4 after it.
    yield Batch("twenty_five", twenty_five_claims.CLAIMS, "USD", at_most=0.05)
    # Held out of all before it: first seen, 14.1 % refused and 6 of 204 let through.
    yield Batch("twenty_six", twenty_six_claims.CLAIMS, "USD", at_most=0.035)
    # Held out of the work on that one too: first seen, 8.9 % refused and 7 of 216 let through.
    yield Batch("twenty_seven", twenty_seven_claims.CLAIMS, "USD", at_most=0.025)
    # Of shops of other kinds, held out of all before: first seen, 14.2 % refused (8.6 % but for a name without its
    # quotation marks) and 7 of 216 let through.
    yield Batch("twenty_eight", twenty_eight_claims.CLAIMS, "USD", at_most=0.045)
    # Held out of all before again: first seen, 5.0 % refused and 9 of 240 let through, of which one still is and is not
    # here ("the previous record day", of a day that others had beaten since).
    yield Batch("twenty_nine", twenty_nine_claims.CLAIMS, "USD", at_most=0.035)
    # The last two, held out of all before: first seen, 6.9 % and 4.3 % refused, 7 of 288 and 9 of 280 let through.
    yield Batch("thirty", thirty_claims.CLAIMS, "USD", at_most=0.035)
    yield Batch("thirty_one", thirty_one_claims.CLAIMS, "USD", at_most=0.03)


BATCHES = tuple(_batches())
