"""Days and periods as people write them: each phrase with what it means."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
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
_COUNTS = {word: n for n, word in enumerate(_SPELLED.split(), 1)} | {"thirty": 30, "ninety": 90}

_MONTH = (
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_UNTIL = r"(?:\s*(?:-|to|and|through|until)\s*(?P<until>\d{1,2})(?:st|nd|rd|th)?(?![\d%,.]*\d|\s*%|\s+[A-Z]))?"
_YEAR = r"(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d{2})(?![\d%]|,\d|\.\d))?"
_A_YEAR = r"(?P<year>(?:19|20)\d{2})"
_FEW = rf"(?P<few>\d{{1,3}}|{'|'.join(_COUNTS)})"
_MONTHS = r"(?P<months>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+months"
_NO_MORE_DAYS = r"(?!\d|\s*(?:to|-|and|through|until)\s*\d)"
_TO = r"(?:to|through|until|up\s+to|ending|ended|ending\s+(?:in|on)|that\s+ended\s+on)"
_STRETCH = (
    r"(?:days?|dates?|weeks?|months?|quarter|period|span|stretch|part|portion|window|time|range|point|half|weekend|"
    r"weekday)"
)
_SAME = r"(?:same|corresponding|equivalent|comparable|matching|respective)"
_UNIT = r"(?P<unit>day|weekend|week|month|quarter|year|period|range|timeframe|days|date)"
_BEFORE = r"(?:previous|prior|preceding|last|comparison|compared|former|earlier|immediately\s+preceding|reference)"
_BEFORE_US = _BEFORE.replace("last|", "")
_SHORT = {"yoy": "year", "mom": "month", "wow": "week", "qoq": "quarter"}

Found = re.Match[str]
Reader = Callable[[Found], Period]


def periods(text: str) -> Iterator[tuple[int, int, Period]]:
    """Start, end and meaning of every mention of days in `text`, in no order."""
    rest = text
    for pattern, meaning in _PHRASES:
        for match in list(pattern.finditer(rest)):
            yield *match.span(), meaning(match)
            rest = f"{rest[: match.start()]}{' ' * len(match.group())}{rest[match.end() :]}"


def _number(match: Found, group: str) -> int | None:
    """The number of a group, spelled or not; of `month` and `ordinal` what they count as."""
    word = match.groupdict().get(group)
    if not word:
        return None
    if group == "month":
        return MONTHS.index(word.capitalize()) + 1
    if group == "ordinal":
        return _QUARTERS[word.lower()]
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def _day(match: Found) -> Day:
    quarter = _number(match, "quarter") or _number(match, "ordinal")
    return Day(_number(match, "year"), _number(match, "month"), _number(match, "day"), quarter)


def _absolute(match: Found) -> Period:
    first, until = _day(match), _number(match, "until")
    return Period(first, first if until is None else replace(first, day=until))


def _back(match: Found) -> Period:
    return Period(back=match["unit"].lower())


def _earlier(match: Found) -> Period:
    """`a week earlier`: of a day or a weekend the same one."""
    article = match.group().split()[0].lower()
    return Period(back=match["unit"].lower(), same=article in ("a", "one"))


def _same(match: Found) -> Period:
    return Period(back=match["unit"].lower(), same=True)


def _same_of(match: Found) -> Period:
    """`the same days of August`: what the range is compared with, where it lies there."""
    return Period(_day(match), back="range", same=True)


def _year_back(match: Found) -> Period:
    """`March of last year`, `the same month of 2023`."""
    named = _day(match)
    return Period(named if named.month or named.year else None, back="year", same=True)


def _adverb(match: Found) -> Period:
    unit = match["unit"].lower()
    return Period(back=_SHORT.get(unit, unit), adverb=True)


def _to_date(match: Found) -> Period:
    """`this month so far`, `March to date`, `the first 18 days of the quarter`."""
    groups = match.groupdict()
    named, few = _day(match), _number(match, "few") or 0
    unit = groups.get("unit") or ("month" if named.month else "quarter" if named.quarter else "year")
    return Period(
        named if named.year or named.month or named.quarter else None, unit=unit.lower(), to_date=True, count=few
    )


def _days(first: date, last: date, year: int | None) -> Period:
    """A period of known days, of a year given or not."""
    start, end = (Day(day.year if year else None, day.month, day.day) for day in (first, last))
    return Period(start, end)


def _week_from(match: Found) -> Period:
    year, month = _number(match, "year"), _number(match, "month") or 1
    start = date(year or 2001, month, min(_number(match, "day") or 1, monthrange(year or 2001, month)[1]))
    length = 2 if "weekend" in match.group().lower() else 7
    return _days(start, start + timedelta(days=length - 1), year)


def _days_until(match: Found) -> Period:
    """`the seven days to March 16`."""
    year, month = _number(match, "year"), _number(match, "month") or 1
    end = date(year or 2002, month, min(_number(match, "day") or 1, monthrange(year or 2002, month)[1]))
    return _days(end - timedelta(days=(_number(match, "few") or 7) - 1), end, year)


def _end_of_month(match: Found) -> Period:
    """`the first 30 days of January`, and the last ones, of a year given or not."""
    year, month, few = _number(match, "year"), _number(match, "month") or 1, _number(match, "few") or 1
    length = monthrange(year or 2001, month)[1]
    start, end = (1, few) if match["end"].lower() == "first" else (max(length - few, 0) + 1, length)
    return Period(Day(year, month, start), Day(year, month, end))


def _half_of_month(match: Found) -> Period:
    year, month = _number(match, "year"), _number(match, "month") or 1
    start, end = (1, 15) if match["half"].lower() == "first" else (16, monthrange(year or 2001, month)[1])
    return Period(Day(year, month, start), Day(year, month, end))


def _half_of_year(match: Found) -> Period:
    year, start = _number(match, "year"), 1 if match["half"].lower() in ("1", "first") else 7
    return Period(Day(year, start, None), Day(year, start + 5, None))


def _run_of_months(match: Found) -> Period:
    """So many months, the last of which is named; the first or last ones of a year."""
    count, year = _number(match, "months") or 1, _number(match, "year")
    end = match.groupdict().get("end")
    last = _number(match, "month") or (12 if end and end.lower() in ("last", "final") else count)
    back = last - count  # months of the years before are 0, -1 ...
    before = None if year is None else year + back // 12
    return Period(Day(before, back % 12 + 1, None), Day(year, last, None))


def _start(match: Found) -> Period:
    first = Day(_number(match, "year"), _number(match, "month") or 1, 1)
    return Period(first, first)


def _weekday(match: Found) -> Period:
    return Period(weekday=next(i for i, start in enumerate(WEEKDAYS) if match["name"].lower() == start.lower()))


def _current(match: Found) -> Period:
    return Period(unit=match["unit"].lower(), this=match.group().lower().startswith(("this", "the")))


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PHRASES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    # What goes on.
    (
        _any(
            r"\b(?:so\s+far\s+(?:this|in\s+the)\s+(?P<unit>month|quarter|year))\b"
            r"|\b(?:this|the)\s+(?:month|quarter|year)(?=\s+(?:to|through|until|up\s+to)\s+(?:\d|[A-Z][a-z]+\s+\d))(?P<thus>)"
        ),
        lambda m: Period(unit=(m["unit"] or m.group().split()[-1]).lower(), to_date=True),
    ),
    (_any(r"\b(?:this\s+|the\s+)?(?P<unit>month|quarter|year)[\s-]to[\s-]date\b"), _to_date),
    (_any(r"\b(?:this|the)\s+(?P<unit>month|quarter|year)\s+(?:so\s+far|to\s+date)\b"), _to_date),
    (re.compile(rf"\b{_MONTH}{_YEAR}\s+(?:to\s+date|so\s+far)\b"), _to_date),
    (re.compile(rf"\b[Ss]o\s+far\s+in\s+{_MONTH}{_YEAR}(?!\s+\d)"), _to_date),
    (re.compile(rf"\b(?:so\s+far\s+in\s+)?Q(?P<quarter>[1-4]){_YEAR}\s+(?:to\s+date|so\s+far)\b"), _to_date),
    (_any(rf"\b(?:the\s+)?first\s+{_FEW}\s+days\s+of\s+(?:the|this|that)\s+(?P<unit>month|quarter|year)\b"), _to_date),
    (_any(rf"\b(?:the\s+)?first\s+{_FEW}\s+days\s+of\s+Q(?P<quarter>[1-4])\b{_YEAR}"), _to_date),
    (_any(rf"\b(?:the\s+)?first\s+{_FEW}\s+days\s+of\s+{_A_YEAR}\b"), _to_date),
    # Runs of months and days.
    (_any(rf"\b(?:the\s+)?(?P<end>first|last|final)\s+{_MONTHS}\s+of\s+{_A_YEAR}\b"), _run_of_months),
    (re.compile(rf"\b(?:[Tt]he\s+)?{_MONTHS}\s+{_TO}\s+(?:the\s+end\s+of\s+)?{_MONTH}{_YEAR}"), _run_of_months),
    (
        re.compile(rf"\b[Ww]eek(?:end)?\s+(?:of|beginning|starting|from)\s+{_MONTH}\s+{_DAY}{_NO_MORE_DAYS}{_YEAR}"),
        _week_from,
    ),
    (
        re.compile(
            rf"\b[Ww]eek(?:end)?\s+(?:of|beginning|starting|from)\s+(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}"
        ),
        _week_from,
    ),
    (
        re.compile(rf"\b(?:[Tt]he\s+)?(?:{_FEW}[\s-]days?|week)\s+{_TO}\s+{_MONTH}\s+{_DAY}{_NO_MORE_DAYS}{_YEAR}"),
        _days_until,
    ),
    (
        re.compile(rf"\b(?:[Tt]he\s+)?(?:{_FEW}[\s-]days?|week)\s+{_TO}\s+(?:the\s+)?{_DAY}\s+{_MONTH}{_YEAR}"),
        _days_until,
    ),
    (re.compile(rf"\b(?:[Tt]he\s+)?(?:start|beginning)\s+of\s+(?:{_MONTH}\s+)?{_A_YEAR}\b"), _start),
    (_any(rf"\b(?:the\s+)?(?:last|final|closing)\s+quarter\s+of\s+{_A_YEAR}\b(?P<quarter>)"), lambda m: _quarter(m, 4)),
    (_any(rf"\b(?:the\s+)?opening\s+quarter\s+of\s+{_A_YEAR}\b(?P<quarter>)"), lambda m: _quarter(m, 1)),
    (
        re.compile(rf"\b(?:[Tt]he\s+)?(?P<end>[Ff]irst|[Ll]ast)\s+{_FEW}\s+days\s+(?:of|in)\s+{_MONTH}{_YEAR}"),
        _end_of_month,
    ),
    (
        re.compile(rf"\b(?:[Tt]he\s+)?(?P<half>[Ff]irst|[Ss]econd|[Ll]ast)[\s-]half\s+of\s+{_MONTH}{_YEAR}"),
        _half_of_month,
    ),
    # What is compared with.
    (
        _any(rf"\b(?:the\s+)?(?:first|second|same|last)\s+half\s+of\s+(?:the\s+)?{_BEFORE}\s+month(?P<unit>)\b"),
        lambda _: Period(back="range"),
    ),
    (
        _any(
            rf"\b(?:the\s+)?{_SAME}\s+(?:(?:{_FEW}|two|three)\s+)?{_STRETCH}\s+(?:(?:of|in|from|a|one)\s+)?(?:the\s+)?"
            rf"(?:{_BEFORE}\s+)?{_UNIT}(?:\s+(?:before|earlier|ago|prior))?\b"
        ),
        _same,
    ),
    (
        _any(rf"\b(?:the\s+)?{_BEFORE}\s+(?P<count>\d+|{'|'.join(_COUNTS)})[\s-](?:days?|(?P<weeks>weeks))\b"),
        lambda m: _days_back(m),
    ),
    (
        _any(
            rf"\b(?:the\s+)?(?P<count>\d+|{'|'.join(_COUNTS)})[\s-](?:days?|(?P<weeks>weeks))\s+(?:before|earlier|prior)\b"
        ),
        lambda m: _days_back(m),
    ),
    (
        _any(rf"\b(?:the\s+)?{_BEFORE_US}\s+{_MONTHS}\b"),
        lambda m: Period(back="months", count=_number(m, "months") or 0),
    ),
    (
        _any(rf"\bthe\s+{_MONTHS}\s+(?:before|earlier|prior)\b"),
        lambda m: Period(back="months", count=_number(m, "months") or 0),
    ),
    (_any(r"\b(?:12|twelve)\s+months\s+(?:before|earlier|ago|prior|previously)\b"), _year_back),
    (_any(rf"\b(?:the\s+)?{_SAME}\s+{_STRETCH}\s+(?:of|in|from)\s+{_A_YEAR}\b"), _year_back),
    (re.compile(rf"\b(?:[Tt]he\s+)?{_SAME}\s+{_STRETCH}\s+(?:of|in|from)\s+{_MONTH}{_YEAR}(?!\s+\d)"), _same_of),
    (_any(rf"\b(?:the\s+)?{_SAME}\s+{_STRETCH}\s+(?:of|in|from)\s+Q(?P<quarter>[1-4])\b{_YEAR}"), _same_of),
    (
        re.compile(
            rf"\b(?:[Tt]he\s+)?{_MONTH}\s+(?:before|(?:a|one)\s+year\s+(?:before|earlier|ago)|(?:of\s+)?(?:last\s+year|the\s+"
            r"(?:year\s+before|(?:previous|prior|preceding)\s+year)))\b"
        ),
        _year_back,
    ),
    (re.compile(rf"\b(?:[Tt]he\s+)?(?:[Ll]ast|{_BEFORE_US})\s+(?:year's\s+)?{_MONTH}(?!\s+\d)"), _same_of),
    (_any(rf"\b{_UNIT}[\s-](?:over|on|to|-)[\s-](?P=unit)\b"), _adverb),
    (_any(r"\bon\s+the\s+(?P<unit>week|month|quarter|year)\b(?!\s+(?:of|before|earlier|prior))"), _adverb),
    (
        _any(
            rf"\b(?:the\s+)?{_UNIT}[\s-](?:earlier|ago)[\s-](?:month|quarter|week|weekend|day|period|figure|level|total)\b"
        ),
        _same,
    ),
    (
        _any(rf"\b(?:the\s+)?{_BEFORE}[\s-]year(?P<unit>)\s+(?:month|quarter|week|period)\b"),
        lambda _: Period(back="year", same=True),
    ),
    (_any(rf"(?<!every\s)(?<!any\s)\b(?:the\s+)?{_BEFORE}[\s-]{_UNIT}\b"), _back),
    (_any(rf"\b(?:the|a|one)\s+{_UNIT}\s+(?:before|earlier|ago|prior|beforehand)\b"), _earlier),
    (_any(rf"(?<!per\s)\b{_UNIT}[\s-](?:ago|earlier)\b"), _back),
    (re.compile(r"\b(?P<unit>YoY|MoM|WoW|QoQ)\b"), _adverb),
    (
        _any(r"(?<!every\s)(?<!any\s)\b(?:before|beforehand|previously|earlier)\b(?!\s+data)"),
        lambda _: Period(back="period"),
    ),
    # By name.
    (re.compile(r"\b(?P<year>\d{4})-(?P<mm>\d{2})-(?P<day>\d{2})\b"), lambda m: _iso(m)),
    (re.compile(rf"\b{_MONTH}\s+{_DAY}(?!\d|,\d{{3}}|\.\d|\s*%){_UNTIL}{_YEAR}"), _absolute),
    (
        re.compile(
            rf"(?<![\d.,$€£¥])(?:the\s+)?{_DAY}(?:\s*(?:-|to|and|through|until|till)\s*(?:the\s+)?(?P<until>\d{{1,2}})"
            rf"(?:st|nd|rd|th)?)?\s+(?:of\s+)?{_MONTH}{_YEAR}"
        ),
        _absolute,
    ),
    (re.compile(rf"\b{_MONTH}{_YEAR}"), _absolute),
    (re.compile(r"\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"), _absolute),
    (
        re.compile(
            r"(?:(?<=than )|(?<=in )|(?<=from )|(?<=to )|(?<=with )|(?<=and ))"
            r"the\s+(?P<ordinal>first|second|third|fourth)(?=[.,;]|$)"
        ),
        _absolute,
    ),
    (re.compile(rf"\bQ(?P<quarter>[1-4])\b{_YEAR}"), _absolute),
    (_any(rf"\b(?:the\s+)?(?P<ordinal>first|second|third|fourth)[\s-]quarter\b{_YEAR}"), _absolute),
    (_any(rf"\b(?:H(?P<half>[12])\b){_YEAR}"), _half_of_year),
    (_any(rf"\b(?:the\s+)?(?P<half>first|second|last)[\s-]half\s+of(?:\s+the\s+year|\s+{_A_YEAR})\b"), _half_of_year),
    (
        re.compile(rf"(?<![\d.,$€£¥+-]){_A_YEAR}(?![\d%]|,\d|\.\d|\s*(?:%|per\s?cent|point|day|week|k\b|m))"),
        _absolute,
    ),
    (_any(rf"\b(?P<name>{'|'.join(WEEKDAYS)})day\b"), _weekday),
    (
        _any(
            r"\b(?:the|that|this)\s+(?:same\s+)?(?P<unit>day|weekend|week|month|quarter|year|period|range|timeframe|date)\b(?!\s+of\b)"
        ),
        _current,
    ),
)


def _quarter(match: Found, quarter: int) -> Period:
    day = Day(_number(match, "year"), None, None, quarter)
    return Period(day, day)


def _days_back(match: Found) -> Period:
    weeks = 7 if match.groupdict().get("weeks") else 1
    return Period(back="days", count=weeks * (_number(match, "count") or 0))


def _iso(match: Found) -> Period:
    day = Day(int(match["year"]), int(match["mm"]), int(match["day"]))
    return Period(day, day)
