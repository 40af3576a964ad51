"""Days and periods as people write them, absolute (`December 2024`) and relative (`the month before`)."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

Range = tuple[date, date]
"""First and last day."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")

_MONTH = (
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_UNTIL = r"(?:\s*(?:-|to|and|through|until)\s*(?P<until>\d{1,2})(?:st|nd|rd|th)?(?![\d%,.]*\d|\s*%|\s+[A-Z]))?"
_YEAR = r"(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d{2})(?![\d%]|,\d|\.\d))?"
_QUARTERS = ("first", "second", "third", "fourth")
_ABSOLUTE = (
    re.compile(r"\b(?P<year>\d{4})-(?P<mm>\d{2})-(?P<day>\d{2})\b"),
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?!\d|,\d{{3}}|\.\d|\s*%){_UNTIL}{_YEAR}"),
    re.compile(
        rf"(?<![\d.,$€£¥])(?:the\s+)?{_DAY}(?:\s*(?:-|to|and|through|until|till)\s*(?:the\s+)?(?P<until>\d{{1,2}})(?:st|nd|rd|th)?)?\s+(?:of\s+)?{_MONTH}{_YEAR}"
    ),
    re.compile(rf"\b{_MONTH}{_YEAR}"),
    re.compile(rf"(?<=than )the\s+(?P<ordinal>{'|'.join(_QUARTERS)})(?=[.,;]|$)"),
    re.compile(rf"\bQ(?P<quarter>[1-4])\b{_YEAR}"),
    re.compile(rf"\b(?:the\s+)?(?P<ordinal>{'|'.join(_QUARTERS)})[\s-]quarter\b{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b(?:H(?P<half>[12])\b|(?:the\s+)?(?P<halves>first|second|last)[\s-]half\b){_YEAR}"),
    re.compile(r"(?<![\d.,$€£¥+-])(?P<year>(?:19|20)\d{2})(?![\d%]|,\d|\.\d|\s*(?:%|per\s?cent|point|day|week|k\b|m))"),
)
_SPELLED = "two three four five six seven eight nine ten eleven twelve"
_COUNTS = {word: n for n, word in enumerate(_SPELLED.split(), 2)}
_FEW = _COUNTS | {"fourteen": 14, "twenty": 20, "thirty": 30}
_MONTHS = rf"(?P<months>\d{{1,2}}|{'|'.join(_COUNTS)})\s+months"
_RUNS = (
    re.compile(rf"\b(?:the\s+)?first\s+{_MONTHS}\s+of\s+(?P<year>(?:19|20)\d{{2}})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:the\s+)?{_MONTHS}\s+(?:to|through|until|ending|ended|ending\s+in)\s+(?:the\s+end\s+of\s+)?{_MONTH}{_YEAR}"
    ),
)
_LAST_QUARTER = re.compile(r"\b(?:the\s+)?(?:last|final)\s+(?P<ordinal>quarter)\s+of\s+(?P<year>(?:19|20)\d{2})\b")
_WEEK = re.compile(
    rf"\b[Ww]eek\s+(?:of|beginning|starting)\s+{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>(?:19|20)\d{{2}})\b"
)
_START = re.compile(rf"\b(?:the\s+)?(?:start|beginning)\s+of\s+(?:{_MONTH}\s+)?(?P<year>(?:19|20)\d{{2}})\b")
_HEAD = re.compile(
    rf"\b(?:the\s+)?(?P<end>first|last)\s+(?P<few>\d{{1,2}}|{'|'.join(_FEW)})\s+days\s+(?:of|in)\s+{_MONTH}{_YEAR}",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(WEEKDAYS)})day\b", re.IGNORECASE)

_STRETCH = r"(?:days?|dates?|weeks?|months?|quarter|period|span|stretch|part|portion|window|time|range)"
_SAME_DAYS_OF = re.compile(
    rf"\b(?:the\s+)?(?:same|corresponding|equivalent|comparable)\s+{_STRETCH}\s+(?:of|in|from)\s+{_MONTH}{_YEAR}(?!\s+\d)"
)
_UNIT = r"(?P<unit>day|week|month|quarter|year|period|range|timeframe|days|date)"
_BEFORE = r"(?:previous|prior|preceding|last|comparison|compared|former|earlier|immediately\s+preceding|reference)"
_ADVERB = re.compile(rf"\b{_UNIT}[\s-](?:over|on|to|-)[\s-](?P=unit)\b", re.IGNORECASE)
_ON_THE = re.compile(
    r"\bon\s+the\s+(?P<unit>week|month|quarter|year)\b(?!\s+(?:of|before|earlier|prior))", re.IGNORECASE
)
_RELATIVE = (
    re.compile(
        rf"\b(?:the\s+)?(?:same|corresponding|equivalent|matching)\s+(?:day|days|week|weeks|month|period|quarter|time|date|dates|range|stretch)"
        rf"\s+(?:(?:of|in|from|a|one)\s+)?(?:the\s+)?(?:{_BEFORE}\s+)?{_UNIT}(?:\s+(?:before|earlier|ago|prior))?\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:the\s+)?{_BEFORE}\s+(?P<count>\d+|thirty|seven|ninety)[\s-]days?\b", re.IGNORECASE),
    re.compile(r"\b(?:the\s+)?(?P<count>\d+|thirty|seven|ninety)[\s-]days?\s+(?:before|earlier)\b", re.IGNORECASE),
    re.compile(rf"\b(?:the\s+)?{_BEFORE.replace('last|', '')}\s+{_MONTHS}\b", re.IGNORECASE),
    re.compile(rf"\bthe\s+{_MONTHS}\s+(?:before|earlier|prior)\b", re.IGNORECASE),
    re.compile(r"\b(?:12|twelve)\s+months\s+(?:before|earlier|ago|prior|previously)\b(?P<unit>)", re.IGNORECASE),
    re.compile(
        rf"\b(?:the\s+)?(?:same|corresponding|equivalent|comparable)\s+{_STRETCH}\s+(?:of|in|from)\s+(?P<year>(?:19|20)\d{{2}})\b",
        re.IGNORECASE,
    ),
    _SAME_DAYS_OF,
    re.compile(
        rf"\b(?:the\s+)?{_MONTH}\s+(?:before|(?:a|one)\s+year\s+(?:before|earlier|ago)|(?:of\s+)?(?:last\s+year|the\s+(?:year\s+before|(?:previous|prior|preceding)\s+year)))\b"
    ),
    _ADVERB,
    _ON_THE,
    re.compile(rf"\b(?:the\s+)?{_BEFORE}[\s-]{_UNIT}\b", re.IGNORECASE),
    re.compile(rf"\b(?:the|a|one)\s+{_UNIT}\s+(?:before|earlier|ago|prior|beforehand)\b", re.IGNORECASE),
    re.compile(rf"(?<!per\s)\b{_UNIT}[\s-](?:ago|earlier)\b", re.IGNORECASE),
    re.compile(r"\b(?P<unit>YoY|MoM|WoW|QoQ)\b"),
    re.compile(r"\b(?P<generic>before|beforehand|previously|earlier)\b(?!\s+data)", re.IGNORECASE),
)
_SHORT = {"yoy": "year", "mom": "month", "wow": "week", "qoq": "quarter"}
_TO_DATE = re.compile(
    r"\b(?:so\s+far\s+(?:this|in\s+the)\s+(?P<unit>month|quarter|year)"
    r"|(?:this\s+)?(?P<until>month|quarter|year)[\s-]to[\s-]date|this\s+(?P<this>month|quarter|year)\s+(?:so\s+far|to\s+date))\b",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:the|that|this)\s+(?:same\s+)?(?P<unit>day|week|month|quarter|year|period|range|timeframe|date)\b(?!\s+of\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Day:
    """A date as stated; what was left out is None. Only one of `day` and `quarter` can be there."""

    year: int | None
    month: int | None
    day: int | None
    quarter: int | None = None

    def fits(self, edge: date) -> bool:
        """Whether `edge` is or lies in it."""
        return (
            self.year in (None, edge.year)
            and self.month in (None, edge.month)
            and self.day in (None, edge.day)
            and self.quarter in (None, (edge.month + 2) // 3)
        )


@dataclass(frozen=True)
class Period:
    """A period as stated. Absolute: `first` and `last` day or month. Relative: `unit` back, or of the claim's own days.

    `back` is a unit's name, `days`, or empty for the claim's own range; `count` is how many days; `adverb` tells
    `month over month` from `the month before`.
    """

    first: Day | None = None
    last: Day | None = None
    back: str = ""
    same: bool = False
    adverb: bool = False
    unit: str = ""
    count: int = 0
    weekday: int | None = None
    to_date: bool = False


def periods(text: str) -> Iterator[tuple[int, int, Period]]:
    """Start, end and meaning of every mention of days in `text`, in no order."""
    rest = text
    for pattern in (_TO_DATE, *_RUNS, _WEEK, _START, _LAST_QUARTER, _HEAD, *_RELATIVE, *_ABSOLUTE, _WEEKDAY, _CURRENT):
        for match in list(pattern.finditer(rest)):
            yield *match.span(), _meaning(match)
            rest = f"{rest[: match.start()]}{' ' * len(match.group())}{rest[match.end() :]}"


def joined(first: Period, last: Period) -> Period | None:
    """`first` to `last` as one period, where both are absolute; a year given once counts for both."""
    if first.first is None or last.last is None:
        return None
    start, end = first.first, last.last
    if start.year is None:
        start = replace(start, year=end.year)
    return Period(start, end)


def denoted(period: Period, ranges: Iterable[Range], pairs: Iterable[tuple[Range, Range]]) -> frozenset[Range]:
    """Which of the claim's `ranges` the period is. `pairs` are its ranges, each with the one it is compared with."""
    if period.weekday is not None:
        return frozenset(r for r in ranges if r[0] == r[1] and r[0].weekday() == period.weekday)
    if period.first is not None and period.last is not None:
        return frozenset(r for r in ranges if _is(period.first, period.last, r))
    if period.back:
        named = period.first  # `the same month of 2023`
        fits = (own_base for own_base in pairs if named is None or named.fits(own_base[1][0]))
        return frozenset(base for own, base in fits if _lies_back(period, own, base))
    if period.to_date:
        return frozenset(own for own in ranges if _is_to_date(period.unit, own))
    anything = period.unit in ("period", "range", "timeframe")
    return frozenset(own for own in ranges if anything or is_whole(period.unit, own))


def edges(period: Period, ranges: Iterable[Range]) -> frozenset[Range]:
    """Which of the ranges start or end with the period."""
    day = period.first
    if day is None or day != period.last:
        return frozenset()
    if day.day is None:
        return frozenset(r for r in ranges if day.fits(r[0]) and not day.fits(r[0] - timedelta(days=1)))
    return frozenset(r for r in ranges if day.fits(r[0]) or day.fits(r[1]))


def _meaning(match: re.Match[str]) -> Period:
    found = {name: value for name, value in match.groupdict().items() if value}
    if "name" in found:
        return Period(weekday=next(i for i, start in enumerate(WEEKDAYS) if found["name"].lower() == start.lower()))
    if match.re is _TO_DATE:
        return Period(unit=(found.get("unit") or found.get("until") or found["this"]).lower(), to_date=True)
    if match.re is _CURRENT:
        return Period(unit=found["unit"].lower())
    year = int(found["year"]) if "year" in found else None
    month = int(found["mm"]) if "mm" in found else MONTHS.index(found["month"]) + 1 if "month" in found else None
    if match.re in _RUNS:
        return _run_of_months(_counted(found["months"]), year, month or _counted(found["months"]))
    if match.re is _WEEK and year and month:
        start = date(year, month, min(int(found["day"]), monthrange(year, month)[1]))
        end = start + timedelta(days=6)
        return Period(Day(year, month, start.day), Day(end.year, end.month, end.day))
    if match.re is _START:
        return Period(Day(year, month or 1, 1), Day(year, month or 1, 1))
    if match.re in _RELATIVE and "months" in found:
        return Period(back="months", count=_counted(found["months"]))
    if match.re is _SAME_DAYS_OF:
        return Period(Day(year, month, None), back="range", same=True)
    if match.re in _RELATIVE and (year or month or ("unit" in match.groupdict() and match["unit"] == "")):
        return Period(Day(year, month, None) if year or month else None, back="year", same=True)
    if match.re in _RELATIVE:
        if "count" in found:
            count = {"thirty": "30", "seven": "7", "ninety": "90"}.get(found["count"].lower(), found["count"])
            return Period(back="days", count=int(count))
        unit = found.get("unit", "period").lower()
        adverb = unit in _SHORT or match.re in (_ADVERB, _ON_THE)
        return Period(back=_SHORT.get(unit, unit), same=match.re is _RELATIVE[0], adverb=adverb)
    if match.re is _HEAD:
        return _end_of_month(found, year)
    if "half" in found or "halves" in found:
        first_half = found.get("half") == "1" or found.get("halves") == "first"
        return Period(Day(year, 1 if first_half else 7, None), Day(year, 6 if first_half else 12, None))
    quarter = int(found["quarter"]) if "quarter" in found else None
    if "ordinal" in found:
        ordinal = found["ordinal"].lower()
        quarter = 4 if ordinal == "quarter" else _QUARTERS.index(ordinal) + 1
    first = Day(year, month, int(found["day"]) if "day" in found else None, quarter)
    return Period(first, replace(first, day=int(found["until"])) if "until" in found else first)


def _counted(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def _run_of_months(count: int, year: int | None, last: int) -> Period:
    """So many months, the last of which is named."""
    back = last - count  # months of the years before are 0, -1 ...
    before = None if year is None else year + back // 12
    return Period(Day(before, back % 12 + 1, None), Day(year, last, None))


def _end_of_month(found: dict[str, str], year: int | None) -> Period:
    """`the first 30 days of January`, and the last ones, of a year given or not."""
    month = MONTHS.index(found["month"].capitalize()) + 1
    days = int(found["few"]) if found["few"].isdigit() else _FEW[found["few"].lower()]
    length = monthrange(year or 2001, month)[1]
    start, end = (1, days) if found["end"].lower() == "first" else (length - days + 1, length)
    return Period(Day(year, month, start), Day(year, month, end))


def _is(first: Day, last: Day, days: Range) -> bool:
    """Whether the days are exactly those from `first` to `last`."""
    start, end = days
    starts = first.fits(start) and (first.day is not None or not first.fits(start - timedelta(days=1)))
    ends = last.fits(end) and (last.day is not None or not last.fits(end + timedelta(days=1)))
    if first == last and first.year is None and start.year != end.year:
        return False
    # A month or a quarter without a year has its like a year later; it is not longer than itself.
    return starts and ends and (first != last or first.day is None or start == end)


def is_whole(unit: str, days: Range) -> bool:
    """Whether the days are a whole one of the unit."""
    start, end = days
    if unit in ("day", "date"):
        return start == end
    if unit == "week":
        return (end - start).days == 6
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    return whole and months == {"month": 1, "quarter": 3, "year": 12}.get(unit, 0)


def _is_to_date(unit: str, days: Range) -> bool:
    """Whether the days are a beginning of a month, quarter or year."""
    start, end = days
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    after = (end.year - start.year) * 12 + end.month - start.month
    return start.day == 1 and (start.month - 1) % months == 0 and after < months


def _lies_back(period: Period, own: Range, base: Range) -> bool:
    """Whether `base` is what a reader takes the words for, seen from `own`."""
    unit = period.back
    length = (own[1] - own[0]).days + 1
    adjacent = base[1] == own[0] - timedelta(days=1)
    if unit == "months":
        months = (base[1].year - base[0].year) * 12 + base[1].month - base[0].month + 1
        return adjacent and base[0].day == 1 and months == period.count
    if unit == "days":
        return adjacent and (base[1] - base[0]).days + 1 == (period.count or length)
    if unit in ("period", "range", "timeframe", "date"):
        return True
    back = (own[0] - base[0]).days
    alike = abs((base[1] - base[0]).days + 1 - length) <= 3
    if unit == "day":
        return adjacent and length == 1
    if unit == "week":
        return back == 7 and (period.same or length == 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    moved = (own[0].year - base[0].year) * 12 + own[0].month - base[0].month
    # A year of 52 weeks keeps the weekdays.
    return alike and ((moved == months and abs(own[0].day - base[0].day) <= 1) or (unit == "year" and back == 364))
