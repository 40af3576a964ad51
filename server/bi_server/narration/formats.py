"""How figures, days and names are written in a sentence."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

from bi_server.analysis.insights import Fact
from bi_server.semantic.money import CENTS, minor_decimals

SYMBOLS = {
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "CA$",
    "CNY": "CN¥",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹",
    "JPY": "¥",
    "KRW": "₩",
    "USD": "$",
}
"""Signs of common currencies; the others are written as their ISO 4217 code and a space."""

WHOLE_FROM = 1000
"""Amounts from here on are written without cents: they are read, not booked."""

MAX_NAME = 40
"""Longer names of customers' segments are cut."""


def written(fact: Fact, currency: str, *, signed: bool = False) -> str:
    """The figure of `fact`, without its sign unless `signed` (then with + or -).

    `$1,234,567`, `$12.50`, `12.3%`, `3.2 percentage points`, `0.62`.
    """
    size = abs(fact.value)
    if fact.format == "currency":
        text = money(size, currency)
    elif fact.format in ("percentage", "points"):
        text = f"{size:,.{2 if size < 1 else 1}f}{'%' if fact.format == 'percentage' else ' percentage points'}"
    else:
        text = f"{size:,.0f}" if size == int(size) else f"{size:,.2f}"
    if not signed or fact.value == 0:
        return text
    return f"{'-' if fact.value < 0 else '+'}{text}"


def level(fact: Fact, currency: str) -> str:
    """The figure of `fact` that is no change: a minus where refunds prevail, no plus."""
    return written(fact, currency, signed=fact.value < 0)


def money(size: float, currency: str) -> str:
    """A positive amount with the sign of the currency and thousands separators."""
    decimals = 0 if size >= WHOLE_FROM else decimals_of(size, currency)
    return f"{SYMBOLS.get(currency, currency + ' ')}{size:,.{decimals}f}"


def decimals_of(size: float, currency: str) -> int:
    """How many decimals an amount is written with; yens have none, but a trend of less than one a day has."""
    decimals = minor_decimals(currency)
    return decimals if decimals or size == int(size) else CENTS


def day(value: date) -> str:
    """`March 5, 2024`."""
    return f"{value:%B} {value.day}, {value.year}"


def during(start: date, end: date) -> str:
    """`on March 5, 2024`, `in March 2024`, `in 2024`, `from March 5 to 9, 2024` or the like."""
    if start == end:
        return f"on {day(start)}"
    if start.day == 1 and end == date(end.year, end.month, monthrange(end.year, end.month)[1]):
        if (start.year, start.month) == (end.year, end.month):
            return f"in {start:%B} {start.year}"
        if (start.year, start.month, end.month) == (end.year, 1, 12):
            return f"in {start.year}"
    if start.year != end.year:
        return f"from {day(start)} to {day(end)}"
    same_month = start.month == end.month
    return f"from {start:%B} {start.day} to {end.day if same_month else f'{end:%B} {end.day}'}, {end.year}"


def cleaned(name: str) -> str:
    """A customer's name for something on one short line, without what could end a quotation."""
    printable = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFKC", name))
    line = " ".join(re.sub(r"[\"“”„«»<>`{}\[\]\\]", "'", printable).split())
    if len(line) > MAX_NAME:
        line = line[: MAX_NAME - 1].rstrip() + "~"
    return line or "(blank)"
