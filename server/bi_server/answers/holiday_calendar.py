"""Public holidays of the configured country, or of a part of it, by name."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

import holidays

from bi_server.errors import InvalidInput

Holidays = Callable[[date, int], dict[date, str]]


def holiday_calendar(country: str, subdivision: str = "") -> Holidays:
    """A function (first day, number of years) -> holidays of those years and the next; none where `country` is empty.

    With a `subdivision` (a state, a province) the holidays kept only there are among them. Raises InvalidInput for a
    country or a subdivision of it that the `holidays` package does not know.
    """
    if not country:
        if subdivision:
            raise InvalidInput.of("HOLIDAYS_SUBDIVISION", f"{subdivision!r} needs HOLIDAYS_COUNTRY to be set as well")
        return _none
    try:
        known = holidays.country_holidays(country, years=2024)
    except NotImplementedError:
        raise InvalidInput.of(
            "HOLIDAYS_COUNTRY", f"{country!r} is not known; use an ISO 3166 code such as US"
        ) from None
    if subdivision and subdivision not in {*known.subdivisions, *known.subdivisions_aliases}:
        parts = ", ".join(known.subdivisions)
        raise InvalidInput.of(
            "HOLIDAYS_SUBDIVISION",
            f"{subdivision!r} is unknown; use one of {parts}" if parts else f"{country} has no parts",
        )

    return partial(_kept, country, subdivision)


def _none(_first: date, _years: int) -> dict[date, str]:
    return {}


def _kept(country: str, subdivision: str, first: date, years: int) -> dict[date, str]:
    return _found(country, subdivision, first.year, years)


@lru_cache(32)
def _found(country: str, subdivision: str, first_year: int, years: int) -> dict[date, str]:
    span = range(first_year, first_year + years + 2)
    kept = holidays.country_holidays(country, subdiv=subdivision or None, years=span, language="en_US")
    return dict(sorted(kept.items()))
