"""Figures in words, as the pages write them."""

from datetime import date

from bi_server.narration.formats import SYMBOLS, decimals_of

MINUS = "\u2212"
REASONS = {
    "zero_base": "it was zero before",
    "no_base": "there is nothing to compare with",
    "no_data": "the range has no data",
    "no_orders": "there were no orders",
    "no_traffic": "no visits are recorded",
    "no_customers": "no customers are recorded",
    "mixed_signs": "it goes against the whole",
    "too_short": "the range is too short",
    "partial_traffic": "visits are missing for part of the range",
    "partial_base": "the data begins inside the range compared with",
    "no_complete_day": "no day of the range is over yet",
}
BASES = {
    "preceding_range": "the range before",
    "previous_week": "the week before",
    "previous_month": "the month before",
    "previous_quarter": "the quarter before",
    "previous_year": "the year before",
    "previous_year_weekday": "the same weekdays a year before",
    "dates": "the dates chosen",
}


def figure(value: float, kind: str, currency: str, *, signed: bool = False, short: bool = False) -> str:
    """`€1,234.50`, `3.2 %`, `572`; with `short` money without cents, with `signed` a plus where it is one."""
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    size = abs(value)
    if kind == "currency":
        decimals = 0 if short and (size >= 100 or not size) else decimals_of(size, currency)
        return f"{sign}{SYMBOLS.get(currency, currency + ' ')}{size:,.{decimals}f}"
    if kind in ("percentage", "percent"):
        return f"{sign}{size:,.2f} %"
    if kind in ("points", "percentage_points"):
        return f"{sign}{size:,.2f} pp"
    return f"{sign}{size:,.0f}" if size == int(size) else f"{sign}{size:,.2f}"


def span(start: str, end: str) -> str:
    """`Jan 1 - Mar 31, 2024` with a dash, short enough for a card."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first == last:
        return short_day(end)
    year = "" if first.year == last.year else f", {first.year}"
    return f"{first:%b} {first.day}{year} \u2013 {short_day(end)}"


def short_day(text: str) -> str:
    """`Mar 31, 2024`."""
    day = date.fromisoformat(text)
    return f"{day:%b} {day.day}, {day.year}"


def why(reason: str) -> str:
    """A reason of the answers in words."""
    return REASONS.get(reason, reason.replace("_", " "))
