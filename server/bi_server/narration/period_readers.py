"""What a phrase of days means: the readers of `period_phrases`, each of one form."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from .dates import Day, Period

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_QUARTERS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "closing": 4, "last": 4}
_SPELLED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
COUNTS = {word: n for n, word in enumerate(_SPELLED.split(), 1)} | {"thirty": 30, "ninety": 90}
_SHORT = {"yoy": "year", "mom": "month", "wow": "week", "qoq": "quarter"}

Found = re.Match[str]


def number(match: Found, group: str) -> int | None:
    """The number of a group, spelled or not; of `month` and `ordinal` what they count as."""
    word = match.groupdict().get(group)
    if not word:
        return None
    if group == "month":
        return MONTHS.index(word.capitalize()) + 1
    if group == "ordinal":
        return _QUARTERS[word.lower()]
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def _unit(match: Found) -> str:
    return "half" if match["unit"].lower().startswith("half") else match["unit"].lower()


def _day(match: Found) -> Day:
    quarter = number(match, "quarter") or number(match, "ordinal")
    return Day(number(match, "year"), number(match, "month"), number(match, "day"), quarter)


def absolute(match: Found) -> Period:
    first, until = _day(match), number(match, "until")
    return Period(first, first if until is None else replace(first, day=until))


def back(match: Found) -> Period:
    return Period(back=_unit(match))


def earlier(match: Found) -> Period:
    """`a week earlier`: of a day or a weekend the same one."""
    article = match.group().split()[0].lower()
    return Period(back=_unit(match), same=article in ("a", "one"))


def same(match: Found) -> Period:
    return Period(back=_unit(match), same=True)


def same_of(match: Found) -> Period:
    """`the same days of August`: what the range is compared with, where it lies there."""
    return Period(_day(match), back="range", same=True)


def year_back(match: Found) -> Period:
    """`March of last year`, `the same month of 2023`; of days, those of the same date."""
    named = _day(match)
    days = re.search(r"\b(?:days|dates)\b", match.group(), re.IGNORECASE)
    return Period(named if named.month or named.year else None, back="year", same=True, unit="day" if days else "")


def adverb(match: Found) -> Period:
    unit = match["unit"].lower()
    return Period(back=_SHORT.get(unit, unit), adverb=True)


def to_date(match: Found) -> Period:
    """`this month so far`, `March to date`, `the first 18 days of the quarter`."""
    groups = match.groupdict()
    named, few = _day(match), number(match, "few") or 0
    unit = groups.get("unit") or ("month" if named.month else "quarter" if named.quarter else "year")
    return Period(
        named if named.year or named.month or named.quarter else None, unit=unit.lower(), to_date=True, count=few
    )


def days(first: date, last: date, year: int | None) -> Period:
    """A period of known days, of a year given or not."""
    start, end = (Day(day.year if year else None, day.month, day.day) for day in (first, last))
    return Period(start, end)


def week_from(match: Found) -> Period:
    year, month = number(match, "year"), number(match, "month") or 1
    start = date(year or 2001, month, min(number(match, "day") or 1, monthrange(year or 2001, month)[1]))
    length = 2 if "weekend" in match.group().lower() else 7
    return days(start, start + timedelta(days=length - 1), year)


def days_until(match: Found) -> Period:
    """`the seven days to March 16`."""
    year, month = number(match, "year"), number(match, "month") or 1
    end = date(year or 2002, month, min(number(match, "day") or 1, monthrange(year or 2002, month)[1]))
    return days(end - timedelta(days=(number(match, "few") or 7) - 1), end, year)


def end_of_month(match: Found) -> Period:
    """`the first 30 days of January`, `the last week of May`, of a year given or not."""
    year, month, few = number(match, "year"), number(match, "month") or 1, number(match, "few") or 7
    length = monthrange(year or 2001, month)[1]
    start, end = (1, few) if match["end"].lower() == "first" else (max(length - few, 0) + 1, length)
    return Period(Day(year, month, start), Day(year, month, end))


def half_of_month(match: Found) -> Period:
    year, month = number(match, "year"), number(match, "month") or 1
    start, end = (1, 15) if match["half"].lower() == "first" else (16, monthrange(year or 2001, month)[1])
    return Period(Day(year, month, start), Day(year, month, end))


def half_of_year(match: Found) -> Period:
    year, start = number(match, "year"), 1 if match["half"].lower() in ("1", "first") else 7
    return Period(Day(year, start, None), Day(year, start + 5, None))


def run_of_months(match: Found) -> Period:
    """So many months, the last of which is named; the first or last ones of a year."""
    quarters = match.groupdict().get("quarters")
    count = number(match, "months") or (3 * COUNTS[quarters.lower()] if quarters else 6)
    year = number(match, "year")
    end = match.groupdict().get("end")
    last = number(match, "month") or (12 if end and end.lower() in ("last", "final") else count)
    back = last - count  # months of the years before are 0, -1 ...
    before = None if year is None else year + back // 12
    return Period(Day(before, back % 12 + 1, None), Day(year, last, None))


def start(match: Found) -> Period:
    first = Day(number(match, "year"), 1, 1)
    return Period(first, first)


_THIRDS = {"early": (1, 10), "start": (1, 1), "beginning": (1, 1), "mid": (11, 20), "middle": (11, 20)}
_THIRDS |= {"late": (21, 31), "end": (28, 31)}


def third_of_month(match: Found) -> Period:
    """`mid-May`, `the end of March 2025`."""
    day = replace(_day(match), within=_THIRDS[match["third"].lower().split()[-1]])
    return Period(day, day)


def weekday(match: Found) -> Period:
    return Period(weekday=next(i for i, start in enumerate(WEEKDAYS) if match["name"].lower() == start.lower()))


def current(match: Found) -> Period:
    return Period(unit=_unit(match), this=match.group().lower().startswith(("this", "the")))


def days_back(match: Found) -> Period:
    weeks = 7 if match.groupdict().get("weeks") else 1
    return Period(back="days", count=weeks * (number(match, "few") or 0))


def months_back(match: Found) -> Period:
    return Period(back="months", count=number(match, "months") or 0)


def so_many_back(match: Found) -> Period:
    """`the three before them`, of days, weeks or months as the claim has them."""
    return Period(back="so many", count=number(match, "few") or 0)


def iso(match: Found) -> Period:
    day = Day(int(match["year"]), int(match["mm"]), int(match["day"]))
    return Period(day, day)
