"""Periods told in several words of a sentence, as one: `from May 1 to 9`, `Monday, May 1`, `Q2 revenue to May 9`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from . import dates
from .dates import Day, Period, Range
from .sentences import Sentence
from .tokens import Token

ONE_DAY = timedelta(days=1)
TO = frozenset({"to", "through", "and", "until", "till", "-"})


def with_whole_periods(sentence: Sentence, ranges: frozenset[Range], pairs: Sequence[tuple[Range, Range]]) -> Sentence:
    """The sentence with `from December 1 to December 31` as one period, where these are days of the claim."""
    result: list[Token] = []
    rest = _with_years(_to_date(_without_weekdays(sentence.tokens, ranges)), ranges, pairs)
    while rest:
        token = rest.pop(0)
        if token.period is not None and len(rest) > 1 and rest[0].text in TO and rest[1].period is not None:
            whole = dates.joined(token.period, rest[1].period)
            if whole is not None and dates.denoted(whole, ranges, pairs):
                token = replace(token, text=f"{token.text} {rest[0].text} {rest[1].text}", period=whole)
                rest = rest[2:]
        if token.text.lower() == "before" and token.period is not None and rest and rest[0].period is not None:
            base = _that_ended_before(rest[0].period, pairs)
            if base is not None:
                token = replace(token, text=f"before {rest.pop(0).text}", period=base)
        if token.text == "up" and len(rest) > 1 and rest[0].text == "to" and rest[1].period is not None:
            end = rest[1].period.first  # `up to June 30` as the base that ends there
            if end is not None and end.day and any(end.fits(base[1]) for _, base in pairs):
                token = Token(f"before, up to {rest[1].text}", frozenset({"period"}), period=Period(back="period"))
                rest = rest[2:]
        spans = token.period is not None and token.period.first != token.period.last
        if spans and result and result[-1].text in ("from", "between"):
            result.pop()
        result.append(token)
    return Sentence(tuple(result))


def _that_ended_before(period: Period, pairs: Sequence[tuple[Range, Range]]) -> Period | None:
    """The days compared with, of which the named day is the next: `before July 1`."""
    day = period.first if period.first == period.last else None
    if day is None or not (day.day or day.month):
        return None
    for _, (start, end) in pairs:
        if day.fits(end + ONE_DAY) and (day.day or not day.fits(end)):
            return Period(Day(start.year, start.month, start.day), Day(end.year, end.month, end.day))
    return None


_UP_TO = frozenset({"to", "through", "until", "till", "by", "as of", "up to", "up until"})


def _without_weekdays(tokens: Sequence[Token], ranges: frozenset[Range]) -> list[Token]:
    """`Monday, April 21` as April 21, where this is the weekday of the claim's."""
    found: list[Token] = []
    edges = {edge for days in ranges for edge in days}
    skipped = False
    for i, token in enumerate(tokens):
        if skipped and token.text == ",":
            continue  # of `Monday, April 21`
        after = [t for t in tokens[i + 1 : i + 3] if t.text not in (",", "the")]
        day = after[0].period.first if after and after[0].period is not None else None
        weekday = token.period.weekday if token.period is not None else None
        fits = day is not None and day.day and any(day.fits(e) and e.weekday() == weekday for e in edges)
        skipped = weekday is not None and bool(fits)
        if not skipped:
            found.append(token)
    return found


def _to_date(tokens: Sequence[Token]) -> Sequence[Token]:
    """`month to date, June revenue is $5` and `Q2 revenue to May 9` with what is named as far as it has gone."""
    ends = any(
        b.period is not None and a.text in _UP_TO and b.period.first is not None and b.period.first.day is not None
        for start, a, b in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if start.period is None or start.period.first is None or start.period.first.day is None
    )
    if not ends and not any(t.period is not None and t.period.to_date for t in tokens):
        return tokens
    found = []
    for t in tokens:
        day = t.period.first if t.period is not None and t.period.first == t.period.last and not t.period.back else None
        if t.period is not None and day is not None and day.day is None and (day.month or (ends and day.quarter)):
            unit = "month" if day.month else "quarter"
            t = replace(t, period=replace(t.period, last=day if ends else None, unit=unit, to_date=True))
        found.append(t)
    return found


def _with_years(tokens: Sequence[Token], ranges: frozenset[Range], pairs: Sequence[tuple[Range, Range]]) -> list[Token]:
    """`June revenue was $5 in 2025 and $6 in 2024` with both years as Junes, where no other day is named."""
    days = [t.period for t in tokens if t.period is not None and t.period.first is not None]
    firsts = [(p.first, p.last) for p in days if p.first is not None]
    part = next((a for a, b in firsts if a.year is None and a == b and a.day is None), None)
    bare = [a for a, b in firsts if a == b and a.year is not None and a.month is None and a.quarter is None]
    whole = any(dates.denoted(Period(year, year), ranges, pairs) for year in bare)
    if part is None or not bare or len(firsts) != len(bare) + 1 or whole:
        return list(tokens)
    return [
        replace(t, period=replace(t.period, first=replace(part, year=first.year), last=replace(part, year=first.year)))
        if t.period is not None and (first := t.period.first) in bare and first is not None and not t.period.back
        else t
        for t in tokens
    ]
