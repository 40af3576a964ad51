"""Days and periods as people write them: each phrase with what it means.

In a pattern a blank is any white space, and `{month}` and the like stand for the pieces below.
"""

import re
from collections.abc import Callable, Iterator

from . import period_readers as readers
from .dates import Period
from .period_readers import COUNTS, MONTHS, WEEKDAYS, Found

_FEW = "|".join(COUNTS)
_BEFORE = "previous|prior|preceding|comparison|compared|former|earlier|immediately preceding|reference"
_PIECES = {
    "month": rf"(?-i:(?P<month>{'|'.join(MONTHS)})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?)",
    "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
    "until": r"(?:\s*(?:-|to|and|through|until) *(?P<until>\d{1,2})(?:st|nd|rd|th)?(?![\d%,.]*\d|\s*%| (?-i:[A-Z])))?",
    "year": r"(?:,? (?:of )?(?P<year>(?:19|20)\d{2})(?![\d%]|,\d|\.\d))?",
    "a_year": r"(?P<year>(?:19|20)\d{2})",
    "few": rf"(?P<few>\d{{1,3}}|{_FEW})",
    "months": rf"(?P<months>\d{{1,2}}|{_FEW}) months",
    "a_quarter": r"Q(?P<quarter>[1-4])",
    "no_more_days": r"(?!\d|\s*(?:to|-|and|through|until)\s*\d)",
    "to": "(?:to|through|until|up to|ending|ended|ending (?:in|on)|that ended on)",
    "week_to": "(?:to|ending|ended|ending on|that ended on)",
    "stretch": "(?:days?|dates?|weeks?|months?|quarter|period|span|stretch|part|portion|window|time|range|point|half|"
    "weekend|weekday)",
    "same": "(?:same|corresponding|equivalent|comparable|matching|respective)",
    "unit": r"(?P<unit>day|weekend|week|month|quarter|half[\s-]year|year|period|range|timeframe|days|date)",
    "goes_on": "(?P<unit>month|quarter|year)",
    "before": f"(?:last|{_BEFORE})",
    "before_us": f"(?:{_BEFORE})",
    "earlier": "(?:before|earlier|prior)",
    "weekday": "|".join(WEEKDAYS),
    "not_at": r"(?<!\bat\s)(?<!\bby\s)(?<!\bat\sthe\s)(?<!\bby\sthe\s)",
    "not_every": r"(?<!every\s)(?<!any\s)",
}


def periods(text: str) -> Iterator[tuple[int, int, Period]]:
    """Start, end and meaning of every mention of days in `text`, in no order."""
    rest = text
    for pattern, meaning in _PHRASES:
        for match in list(pattern.finditer(rest)):
            yield *match.span(), meaning(match)
            rest = f"{rest[: match.start()]}{' ' * len(match.group())}{rest[match.end() :]}"


def _compiled(pattern: str) -> re.Pattern[str]:
    for piece, meaning in _PIECES.items():
        pattern = pattern.replace(f"{{{piece}}}", meaning)
    return re.compile(pattern.replace(" *", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


_LISTED: tuple[tuple[str, Callable[[Found], Period]], ...] = (
    # What goes on.
    (r"\bso far (?:this|in the) {goes_on}\b", readers.to_date),
    (
        r"\b(?:this|the) {goes_on}(?= (?:to|through|until|up to) (?:\d|[A-Z][a-z]+ \d))",
        lambda m: Period(unit=m["unit"].lower(), to_date=True),
    ),
    (r"\b(?:this |the )?{goes_on}[\s-]to[\s-]date\b", readers.to_date),
    (r"\b(?:this|the) {goes_on} (?:so far|to date)\b", readers.to_date),
    (r"(?<!\d\s)\b{month}{year} (?:to date|so far)\b", readers.to_date),
    (r"\bso far in {month}{year}(?! \d)", readers.to_date),
    (r"\b(?:so far in )?{a_quarter}{year} (?:to date|so far)\b", readers.to_date),
    (r"\b(?:the )?first {few} days of (?:(?:the|this|that) {goes_on}\b|{a_quarter}\b{year})", readers.to_date),
    (r"\b(?:the )?first {few} days of {a_year}\b", readers.to_date),
    # Runs of months and days.
    (r"\b(?:the )?(?P<end>first|last|final) {months} of {a_year}\b", readers.run_of_months),
    (r"\b(?:the )?(?P<end>first|last|final) (?P<quarters>two|three) quarters of {a_year}\b", readers.run_of_months),
    (r"\b(?:the )?{months} {to} (?:the end of )?{month}{year}", readers.run_of_months),
    (r"\b(?:the )?half[\s-]year {to} (?:the end of )?{month}(?: (?:28|29|30|31)(?!\d))?{year}", readers.run_of_months),
    (r"\bweek(?:end)? (?:of|beginning|starting|from) {month} {day}{no_more_days}{year}", readers.week_from),
    (r"\bweek(?:end)? (?:of|beginning|starting|from) (?:the )?{day} (?:of )?{month}{year}", readers.week_from),
    (r"\b(?:the )?(?:{few}[\s-]days? {to}|week {week_to}) {month} {day}{no_more_days}{year}", readers.days_until),
    (r"\b(?:the )?(?:{few}[\s-]days? {to}|week {week_to}) (?:the )?{day} {month}{year}", readers.days_until),
    (r"\b(?:the )?(?:start|beginning) of {a_year}\b", readers.start),
    (
        r"\b(?P<third>early|mid|late|(?:the )?(?:start|beginning|middle)(?= of)|{not_at}(?:the )?{not_at}end(?= of))"
        r"[\s-](?:of )?{month}{year}",
        readers.third_of_month,
    ),
    (r"\b(?:the )?(?P<ordinal>opening|last|final|closing) quarter of {a_year}\b", readers.absolute),
    (r"\b(?:the )?(?P<end>first|last) {few} days (?:of|in) {month}{year}", readers.end_of_month),
    (r"\b(?:the )?(?P<end>first|last) week (?:of|in) {month}{year}", readers.end_of_month),
    (r"\b(?:the )?(?P<half>first|second|last)[\s-]half of {month}{year}", readers.half_of_month),
    # What is compared with.
    (r"\b(?:the )?(?:first|second|same|last) half of (?:the )?{before} month\b", lambda _: Period(back="range")),
    (
        r"\b(?:the )?{same} (?:(?:{few}|two|three) )?{stretch} (?:(?:of|in|from|a|one) )?(?:the )?"
        r"(?:{before} )?{unit}(?: (?:before|earlier|ago|prior))?\b",
        readers.same,
    ),
    (r"\b(?:the )?{before} {few}[\s-](?:days?|(?P<weeks>weeks))\b", readers.days_back),
    (r"\b(?:the )?{few}[\s-](?:days?|(?P<weeks>weeks)) {earlier}\b", readers.days_back),
    (r"\b(?:the )?{before_us} {months}\b", readers.months_back),
    (r"\bthe {months} {earlier}\b", readers.months_back),
    (r"\bthe {before_us} (?!one\b){few}\b(?=[.,;)]|$)", readers.so_many_back),
    (r"\bthe (?!one\b){few} {earlier}\b(?: (?:them|those|it|that)\b)?", readers.so_many_back),
    (r"\b(?:12|twelve) months (?:before|earlier|ago|prior|previously)\b", readers.year_back),
    (r"\b(?:the )?{same} {stretch} (?:of|in|from) {a_year}\b", readers.year_back),
    (r"\b(?:the )?{same} {stretch} (?:of|in|from) {month}{year}(?! \d)", readers.same_of),
    (r"\b(?:the )?{same} {stretch} (?:of|in|from) {a_quarter}\b{year}", readers.same_of),
    (
        r"\b(?:the )?{month} (?:before|(?:a|one) year (?:before|earlier|ago)|(?:of )?(?:last year|the "
        r"(?:year before|(?:previous|prior|preceding) year)))\b",
        readers.year_back,
    ),
    (r"\b(?:the )?{before} (?:year's )?{month}(?! \d)", readers.same_of),
    (r"\b{unit}[\s-](?:over|on|to|-)[\s-](?P=unit)\b", readers.adverb),
    (r"\b(?P<unit>half)[\s-]on[\s-]half\b", readers.adverb),
    (r"\bon the (?P<unit>week|month|quarter|year)\b(?! (?:of|before|earlier|prior))", readers.adverb),
    (
        r"\b(?:the )?{unit}[\s-](?:earlier|ago)[\s-](?:month|quarter|week|weekend|day|period|figure|level|total)\b",
        readers.same,
    ),
    (r"\b(?:the )?{before}[\s-]year (?:month|quarter|week|period)\b", lambda _: Period(back="year", same=True)),
    (r"{not_every}\b(?:the )?{before}[\s-]{unit}\b(?! (?:with|on which|that (?:had|saw)))", readers.back),
    (r"\b(?:the|a|one) {unit} (?:before|earlier|ago|prior|beforehand)\b", readers.earlier),
    (r"(?<!per\s)\b{unit}[\s-](?:ago|earlier)\b", readers.back),
    (r"\b(?-i:(?P<unit>YoY|MoM|WoW|QoQ))\b", readers.adverb),
    (r"{not_every}\b(?:before|beforehand|previously|earlier)\b(?! data)", lambda _: Period(back="period")),
    # By name.
    (r"\b(?P<year>\d{4})-(?P<mm>\d{2})-(?P<day>\d{2})\b", readers.iso),
    (r"\b{month} {day}(?!\d|,\d{3}|\.\d|\s*%){until}{year}", readers.absolute),
    (
        r"(?<![\d.,$€£¥])(?:the )?{day}(?:\s*(?:-|to|and|through|until|till) *(?:the )?(?P<until>\d{1,2})"
        r"(?:st|nd|rd|th)?)? (?:of )?{month}{year}",
        readers.absolute,
    ),
    (r"\b{month}{year}", readers.absolute),
    (r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b", readers.absolute),
    (
        r"(?:(?<=than\s)|(?<=in\s)|(?<=from\s)|(?<=to\s)|(?<=with\s)|(?<=and\s)|(?<=of\s))"
        r"the (?P<ordinal>first|second|third|fourth)(?=[.,;]|$)",
        readers.absolute,
    ),
    (r"\b{a_quarter}\b{year}", readers.absolute),
    (r"\b(?:the )?(?P<ordinal>first|second|third|fourth)[\s-]quarter\b{year}", readers.absolute),
    (r"\b(?:H(?P<half>[12])\b){year}", readers.half_of_year),
    (r"\b(?:the )?(?P<half>first|second|last)[\s-]half of(?: the year| {a_year})\b", readers.half_of_year),
    (
        r"(?<![\d.,$€£¥+-]){a_year}(?![\d%]|,\d|\.\d|\s*(?:%|per\s?cent|point|day|week|k\b|m))",
        readers.absolute,
    ),
    (r"\b(?P<name>{weekday})day\b", readers.weekday),
    (r"\b(?:the|these|those) {months}\b", lambda m: Period(unit="months", count=readers.number(m, "months") or 0)),
    (
        r"\b(?:the|that|this) (?:same )?(?P<unit>day|weekend|week|month|quarter|half[\s-]year|year|period|range|"
        r"timeframe|date)\b(?! of\b)",
        readers.current,
    ),
)

_PHRASES = tuple((_compiled(pattern), meaning) for pattern, meaning in _LISTED)
