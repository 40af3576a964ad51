"""What a sentence says in figures: numbers, dates, weekdays and directions."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bi_server.analysis.insights import Format

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")

UP = re.compile(
    r"\b(?:(?<!makes )(?<!make )(?<!made )up|upwards?|uptick|upturn|ris(?:e|es|ing|en)|rose|grow(?:s|n|ing|th)?|grew"
    r"|increas\w*|gain\w*|climb\w*|jump\w*|surg\w*"
    r"|soar\w*|expan[ds]\w*|improv\w*|higher|high|highs|highest|above|exceed\w*|outperform\w*|boost\w*|accelerat\w*|rall(?:y|ied)\w*"
    r"|spik\w*|peak\w*|best|more|add(?:s|ed|ing)?|strengthen\w*|stronger|strongest|rebound\w*|recover\w*|advanc\w*|doubl\w*)\b",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(?:down|downwards?|downturn|fall|falls|falling|fell|fallen|drop\w*|declin\w*|decreas\w*|lower\w*|low|lows|lowest|below|shr[aiu]nk\w*"
    r"|slump\w*|plung\w*|plummet\w*|los(?:e|es|t|ing|s|ses)|reduc\w*|contract\w*|dip\w*|slid\w*|slip\w*|weak\w*|worse\w*|worst|under\w*"
    r"|deteriorat\w*|sank|s[iu]nk\w*|less|fewer|short\w*|trough\w*|crash\w*|collaps\w*|tumbl\w*|cut|cuts|halv\w*|shed)\b",
    re.IGNORECASE,
)
NEGATIONS = re.compile(
    r"\b(?:not|never|no longer|hardly|barely|fail(?:s|ed)?|\w+n['\u2019]t|neither|nor)\b", re.IGNORECASE
)

_MONTH = (
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
_TO = r"(?:\s*(?:-|to|and|through|until)\s*(?P<until>\d{1,2})(?:st|nd|rd|th)?(?![\d%,.]*\d|\s*%))?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d{2})(?![\d%]|,\d))?"
_DATES = (
    re.compile(r"\b(?P<year>\d{4})-(?P<mm>\d{2})-(?P<day>\d{2})\b"),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d{{3}}|\.\d|\s*%){_TO}{_YEAR}"),
    re.compile(rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TO}\s+(?:of\s+)?{_MONTH}{_YEAR}"),
    re.compile(rf"\b{_MONTH}{_YEAR}"),
    re.compile(rf"\bQ(?P<quarter>[1-4])\b{_YEAR}"),
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})days?\b", re.IGNORECASE)

_CODE = r"(?-i:[A-Z]{3})"
_SCALES = {
    **dict.fromkeys(("k", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "mio", "million"), 1e6),
    **dict.fromkeys(("b", "bn", "billion"), 1e9),
    **dict.fromkeys(("t", "tn", "trillion"), 1e12),
}
_BELOW_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen"""
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: value for value, word in enumerate(_BELOW_TWENTY.split())}
_WORDS |= {word: 10 * value for value, word in enumerate(_TENS.split(), 1)}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_UNITS = (
    r"(?P<unit>%|per\s?cent\b|percentage[\s-]points?\b|pp\b|points?\b|dollars?\b|euros?\b|pounds?\b|yen\b|days?\b|weeks?\b|"
    rf"[-\s]day\b|[-\s]week\b|{_CODE}\b)?"
)
_NUMBER = re.compile(
    r"(?P<sign>(?<![\w)%.])[+-])?\s?"
    rf"(?P<currency>(?:A|CA|R|CN|US)?[$€£¥₹₩]|{_CODE}\s)?\s?(?P<inner>[+-])?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?\s?{_UNITS}",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"\b(?!one\s+of\b)(?P<word>{_WORD})(?:[\s-](?P<next>one|two|three|four|five|six|seven|eight|nine))?\b"
    rf"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion)\b)?\s?{_UNITS}",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|twice|thrice|double\w*|doubling|tripl\w*|"
    r"quadrupl\w*|halv\w*|\w+fold|thirds?|quarters?\s+of|fourths?|fifths?|tenths?|first|second|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth)\b",
    re.IGNORECASE,
)
_WORD_CURRENCIES = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥"}


@dataclass(frozen=True)
class Quantity:
    """A number as stated: `value` give or take `tolerance`, half a unit of its last digit.

    `sign` is `+`, `-` or empty as written. `currency` is the sign or code beside it. `unit` is `day`, `week` or empty.
    """

    value: float
    tolerance: float
    format: Format
    sign: str
    currency: str
    unit: str
    before: str


@dataclass(frozen=True)
class Day:
    """A date as stated; what was left out is None. Only one of `day` and `quarter` can be there."""

    year: int | None
    month: int | None
    day: int | None
    quarter: int | None = None


@dataclass(frozen=True)
class Reading:
    """Everything checkable in a text. `unreadable` holds what looks like a number but was not understood."""

    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    weekdays: frozenset[int]
    directions: frozenset[Literal["up", "down"]]
    negated: bool
    unreadable: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the text says nothing that could be true or false."""
        return not (self.quantities or self.days or self.weekdays or self.directions or self.unreadable or self.negated)


def normalized(text: str) -> str:
    """Accents composed, dashes and spaces made plain."""
    plain = unicodedata.normalize("NFC", text)
    return re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("\u00a0", " ")


def read(text: str) -> Reading:
    """All numbers, dates and directions of `text`."""
    rest = normalized(text)
    # Digits of other scripts, fractions and Roman numerals are read by people, and by nothing below.
    unreadable = [c for c in rest if not c.isascii() and unicodedata.category(c).startswith("N")]
    days: list[Day] = []
    for pattern in _DATES:
        for match in pattern.finditer(rest):
            days.extend(_days(match))
        rest = pattern.sub(lambda m: " " * len(m.group()), rest)
    weekdays = frozenset(_weekday(m.group()) for m in _WEEKDAY.finditer(rest))
    quantities: list[Quantity] = []
    for pattern, value in ((_NUMBER, _from_digits), (_SPELLED, _from_words)):
        quantities.extend(value(match) for match in pattern.finditer(rest))
        rest = pattern.sub(lambda m: " " * len(m.group()), rest)
    unreadable += [m.group() for m in _VAGUE.finditer(rest)]
    directions: set[Literal["up", "down"]] = set()
    if UP.search(rest):
        directions.add("up")
    if DOWN.search(rest):
        directions.add("down")
    return Reading(
        tuple(quantities),
        tuple(days),
        weekdays,
        frozenset(directions),
        bool(NEGATIONS.search(rest)),
        tuple(unreadable),
    )


def _days(match: re.Match[str]) -> Iterator[Day]:
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else None
    if found.get("quarter"):
        yield Day(year, None, None, int(found["quarter"]))
        return
    month = int(found["mm"]) if found.get("mm") else MONTHS.index(found["month"]) + 1
    yield Day(year, month, int(found["day"]) if found.get("day") else None)
    if found.get("until"):
        yield Day(year, month, int(found["until"]))


def _weekday(word: str) -> int:
    return next(i for i, start in enumerate(WEEKDAYS) if word.lower().startswith(start.lower()))


def _from_digits(match: re.Match[str]) -> Quantity:
    digits = match["digits"].replace(",", "")
    whole, _, decimals = digits.partition(".")
    if decimals:
        last = 10.0 ** -len(decimals)
    else:
        # Zeros at the end may be rounding, but three digits must be meant.
        zeros = len(whole) - len(whole.rstrip("0"))
        last = 10.0 ** max(0, min(zeros, len(whole) - 3))
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
    sign = match["sign"] or match["inner"] or ""
    return _quantity(match, float(digits) * scale, last / 2 * scale, sign, (match["currency"] or "").strip())


def _from_words(match: re.Match[str]) -> Quantity:
    value = _WORDS[match["word"].lower()] + (_WORDS[match["next"].lower()] if match["next"] else 0)
    scale = match["scale"] and {"hundred": 100.0, **_SCALES}[match["scale"].lower()]
    return _quantity(match, value * (scale or 1.0), 0.5 * (scale or 1.0), "", "")


def _quantity(match: re.Match[str], value: float, tolerance: float, sign: str, currency: str) -> Quantity:
    unit = re.sub(r"[\s-]", "", (match["unit"] or "").lower()).removesuffix("s")
    format_: Format = "number"
    if unit in ("%", "percent", "percentagepoint", "pp", "point"):
        format_, unit = "percentage", ""
    elif unit and unit not in ("day", "week"):
        currency, unit = _WORD_CURRENCIES.get(unit, unit.upper()), ""
    if currency:
        format_ = "currency"
    before = match.string[: match.start()].split()
    return Quantity(value, tolerance, format_, sign, currency, unit, before[-1].lower() if before else "")
