"""Public holidays of the configured country, by name."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

import holidays

from bi_server.errors import InvalidInput

Holidays = Callable[[date, int], dict[date, str]]


def holiday_calendar(country: str) -> Holidays:
    """A function (first day, number of years) -> holidays of those years and the next; none where `country` is empty.

    Raises InvalidInput for a country that the `holidays` package does not know.
    """
    if not country:
        return lambda _first, _years: {}
    try:
        holidays.country_holidays(country, years=2024)
    except NotImplementedError:
        raise InvalidInput.of(
            "HOLIDAYS_COUNTRY", f"{country!r} is not known; use an ISO 3166 code such as US"
        ) from None

    @lru_cache(32)
    def found(first_year: int, years: int) -> dict[date, str]:
        span = range(first_year, first_year + years + 2)
        return dict(sorted(holidays.country_holidays(country, years=span, language="en_US").items()))

    return lambda first, years: found(first.year, years)
