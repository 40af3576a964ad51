"""Dates as files write them: one form per file, declared or detected, never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.errors import InvalidInput, Violation
from bi_server.ingest.dateforms import (
    EPOCH,
    EPOCH_MS,
    EXCEL,
    ISO,
    LETTERS,
    SERIALS,
    TIME,
    USUAL,
    ZONE,
    Form,
    fold,
    months_by_name,
)
from bi_server.questions import Choice, Question, Unclear
from bi_server.store.cells import Ints

FIRST_YEAR, LAST_YEAR = 1900, 2200
SAMPLE = 5000  # distinct days that a form is detected from
UTC = ZoneInfo("UTC")

_WEEKDAY = r"^[^\d\s.,/-]+\.?,\s+"  # Fri, 1 March 2024
_EXCEL_EPOCH = -25_569 * 86_400  # 1899-12-30, from which Excel's days count
_UNITS = {EXCEL: 86_400.0, EPOCH: 1.0, EPOCH_MS: 0.001}


@dataclass(frozen=True)
class Moments:
    """Civil times of one column: seconds since 1970, and which of the values are none."""

    seconds: Ints
    wrong: NDArray[np.bool_]


class Undecided(Unclear):
    """Two forms explain all dates so far; more of them may tell."""


def detect(columns: Iterable[Any]) -> Form:
    """The one form that explains the dates of an Arrow column, which comes in parts: no more are taken than needed.

    Raises InvalidInput where two forms do, or none does.
    """
    days: dict[str, None] = {}
    undecided: Unclear | None = None
    for column in columns:
        before = len(days)
        if len(days) < SAMPLE:
            days.update(dict.fromkeys(_days(column)))
        if len(days) == before:
            continue
        try:
            return _decide(pa.array(list(days)[:SAMPLE], pa.string()))
        except Undecided as error:
            undecided = error
    if undecided is not None:
        raise Unclear(undecided.violations, undecided.questions)
    return USUAL[0]


def _days(column: Any) -> list[str]:
    texts = _texts(column)
    days = pc.replace_substring_regex(texts, TIME + "$", "")
    return [day for day in pc.unique(days).to_pylist() if day]


def _texts(column: Any) -> Any:
    values = column.dictionary if pa.types.is_dictionary(column.type) else pc.unique(column)
    return _tidy(pc.fill_null(values, ""))


def _tidy(texts: Any) -> Any:
    return pc.replace_substring_regex(pc.utf8_trim_whitespace(texts), _WEEKDAY, "")


def _decide(days: Any) -> Form:
    if _iso(days) is not None:
        return USUAL[0]
    named = pc.any(pc.match_substring_regex(days, LETTERS)).as_py()
    usual = USUAL if named else [form for form in USUAL if not form.has_names]
    read = {form: moments for form in usual if not (moments := _civil(days, form)).wrong.all()}
    best = max(read, key=lambda form: int((~read[form].wrong).sum()), default=USUAL[0])
    hits = ~read[best].wrong if read else np.zeros(len(days), np.bool_)
    shaped = pc.match_substring_regex(days, best.pattern + "$").to_numpy(zero_copy_only=False)
    if not hits.any() or shaped.sum() * 2 < len(days):
        raise InvalidInput.of("date_format", _unusual(days[int(np.argmin(shaped & hits))].as_py()))
    rivals = []
    for form, moments in read.items():
        both = hits & ~moments.wrong
        if form is best or not both.any() or (moments.seconds == read[best].seconds)[both].all():
            continue
        if (~moments.wrong & ~hits).any():
            raise _ambiguous(Undecided, days[int(np.argmax(~moments.wrong & ~hits))].as_py(), [best, form])
        if both.sum() == hits.sum():
            rivals.append(form)
    forms = [best, *rivals]
    likely = [form for form in forms if not any(_implausible(read[form], read[other]) for other in forms)]
    if len(likely) != 1:
        raise _ambiguous(Undecided, days[int(np.argmax(hits))].as_py(), forms)
    return likely[0]


def _implausible(moments: Moments, other: Moments) -> bool:
    """Whether sales would be years apart and yet on the same day or two of the month, where another form has neither.

    So 24.03.05, 24.03.08, 24.04.11 ...: days of 2024, or the 24th of many years.
    """
    (years, days), (other_years, other_days) = _spread(moments), _spread(other)
    return years > 4 and days <= 2 and other_years <= 2 and other_days > 4


def _spread(moments: Moments) -> tuple[int, int]:
    days = pd.DatetimeIndex(moments.seconds[~moments.wrong].astype("datetime64[s]"))
    return days.year.nunique(), days.day.nunique()


def _ambiguous(kind: type[Unclear], example: str, forms: list[Form]) -> Unclear:
    names = " or ".join(form.name for form in forms)
    reason = f"dates such as {example!r} may be {names}; declare which, with a date format"
    choices = tuple(Choice(_in_words(example, form), {"date_format": form.name}) for form in forms)
    question = Question("date_format", f"Which day is {example}?", choices)
    return kind([Violation("date_format", reason)], [question])


def _in_words(example: str, form: Form) -> str:
    moments = _civil(pa.array([example]), form)
    if moments.wrong[0]:
        return form.name
    return f"{np.datetime64(int(moments.seconds[0]), 's').astype('datetime64[D]')} ({form.name})"


def _unusual(example: str) -> str:
    remedy = "declare theirs"
    if re.fullmatch(r"[2-6]\d{4}(\.\d+)?", example):
        remedy += f"; days counted by a spreadsheet are {EXCEL!r}"
    elif re.fullmatch(r"\d{10}(\.\d+)?|\d{13}", example):
        remedy += f"; seconds since 1970 are {EPOCH!r}, milliseconds {EPOCH_MS!r}"
    elif re.fullmatch(r"(\d{4}.\d{1,2}|\d{1,2}.\d{4}|\pL+.\d{2,4})".replace(r"\pL", "[^\\W\\d]"), example):
        remedy += "; whole months are such as 'months:MM/YYYY'"
    return f"dates such as {example!r} have no usual form; {remedy}"


def contradiction(column: Any, wrong: NDArray[np.bool_], form: Form) -> None:
    """Raises InvalidInput where dates that a detected form cannot read are of a form that it could be mistaken for."""
    column = column.filter(pa.array(wrong))  # whose dictionary has all values still
    texts = _texts(column.dictionary_decode() if pa.types.is_dictionary(column.type) else column)
    days = pc.replace_substring_regex(texts, TIME + "$", "")
    shaped = days.filter(pc.match_substring_regex(days, form.pattern + "$"))
    for rival in USUAL if len(shaped) else ():
        good = ~_civil(shaped, rival).wrong
        if rival != form and good.any():
            raise _ambiguous(Unclear, shaped[int(np.argmax(good))].as_py(), [form, rival])


def written(column: Any) -> Any:
    """A column of whole numbers such as 20240301 as text, as other files would have it; other columns as they are."""
    if pa.types.is_floating(column.type):  # whole numbers with gaps, as pandas writes them
        try:
            column = pc.cast(column, pa.int64())
        except pa.ArrowInvalid:
            return column
    return pc.cast(column, pa.string()) if pa.types.is_integer(column.type) else column


def parse(column: Any, form: Form | None, zone: ZoneInfo = UTC) -> Moments:
    """Reads an Arrow column of texts, dates or times, or, where the form says so, numbers; each distinct text once.

    Moments that come with a zone of their own are brought to `zone`; others are taken as they stand.
    """
    if form is not None and form.name in SERIALS:
        return _serials(column, form.name, zone)
    if not (pa.types.is_string(column.type) or pa.types.is_dictionary(column.type)):
        return _typed(column, zone)
    assert form is not None
    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    texts = encoded.dictionary
    moments = (_iso(texts) if form.name == ISO else None) or _civil(_tidy(texts), form, zone)
    codes = pc.fill_null(encoded.indices, len(texts)).to_numpy(zero_copy_only=False)
    return Moments(np.append(moments.seconds, 0)[codes], np.append(moments.wrong, True)[codes])


def _iso(texts: Any) -> Moments | None:
    """What Arrow reads by itself, if that is all of the texts."""
    for kind in (pa.timestamp("s"), pa.timestamp("us")):
        try:
            return _within(pc.cast(pc.utf8_trim_whitespace(texts), kind))
        except pa.ArrowInvalid:
            pass
    return None


def _civil(texts: Any, form: Form, zone: ZoneInfo = UTC) -> Moments:
    pattern = form.pattern
    if "<hour>" not in pattern:
        pattern += f"(?:{TIME})?"
    elif "<zone>" not in pattern:
        pattern += rf"\s*{ZONE}?"
    parts = pc.extract_regex(texts, pattern + "$")
    names = [field.name for field in parts.type]
    missing = pc.is_null(parts).to_numpy(zero_copy_only=False)
    part = {name: pc.fill_null(pc.struct_field(parts, name), "") for name in names}

    def number(name: str, default: int) -> Ints:
        if name not in part:
            return np.full(len(texts), default)
        digits = pc.if_else(pc.equal(part[name], ""), str(default), part[name])
        numbers: Ints = pc.cast(digits, pa.int64()).to_numpy()
        return numbers

    year, day = number("year", 0), number("day", 1)
    if form.short_year:
        year = year + np.where(year < 69, 2000, 1900)  # as POSIX has it
    month = number("month", 0) if "month" in part else _month(part["name"])
    hour, minute, second = number("hour", 0), number("minute", 0), number("second", 0)
    if "half" in part:
        half = pc.utf8_lower(pc.utf8_slice_codeunits(part["half"], 0, 1)).to_numpy(zero_copy_only=False)
        missing |= (half != "") & ((hour < 1) | (hour > 12))
        hour = np.where(half == "", hour, hour % 12 + np.where(half == "p", 12, 0))
    wrong = missing | (year < FIRST_YEAR) | (year > LAST_YEAR) | (month < 1) | (month > 12) | (day < 1)
    wrong |= (hour > 23) | (minute > 59) | (second > 59)
    first = np.where(wrong, 0, (year - 1970) * 12 + month - 1).astype("datetime64[M]")
    after = (first + np.timedelta64(1, "M")).astype("datetime64[D]")
    wrong |= day > (after - first.astype("datetime64[D]")).astype(np.int64)
    seconds = first.astype("datetime64[s]").astype(np.int64) + (day - 1) * 86_400 + hour * 3600 + minute * 60 + second
    return Moments(np.where(wrong, 0, _local(seconds, part.get("zone"), zone)), wrong)


def _month(names: Any) -> Ints:
    distinct = names.dictionary_encode()
    known = months_by_name() if distinct.dictionary.to_pylist() not in ([], [""]) else {}
    numbers = np.array([known.get(fold(name), 0) for name in distinct.dictionary.to_pylist()], dtype=np.int64)
    months: Ints = numbers[distinct.indices.to_numpy()]
    return months


def _local(seconds: Ints, zones: Any, zone: ZoneInfo) -> Ints:
    distinct = None if zones is None else zones.dictionary_encode()
    if distinct is None or distinct.dictionary.to_pylist() in ([], [""]):
        return seconds
    names = distinct.dictionary.to_pylist()
    offsets = np.array([_offset(name) for name in names], dtype=np.int64)[distinct.indices.to_numpy()]
    has_zone = np.array([name != "" for name in names])[distinct.indices.to_numpy()]
    return np.where(has_zone, _civil_in(seconds - offsets, zone), seconds)


def _offset(name: str) -> int:
    digits = re.sub(r"\D", "", name)
    return (-1 if name[:1] == "-" else 1) * (int(digits[:2] or 0) * 3600 + int(digits[2:] or 0) * 60)


def _civil_in(instants: Ints, zone: ZoneInfo) -> Ints:
    if zone.key == "UTC":
        return instants
    moments = pd.DatetimeIndex(instants.astype("datetime64[s]"), tz="UTC").tz_convert(zone).tz_localize(None)
    seconds: Ints = moments.to_numpy().astype("datetime64[s]").astype(np.int64)
    return seconds


def _typed(column: Any, zone: ZoneInfo) -> Moments:
    if not (pa.types.is_timestamp(column.type) or pa.types.is_date(column.type)):
        column = pa.nulls(len(column), pa.timestamp("s"))
    has_zone = pa.types.is_timestamp(column.type) and column.type.tz is not None
    if has_zone:
        column = pc.cast(column, pa.timestamp(column.type.unit))
    moments = _within(pc.cast(column, pa.timestamp("s"), safe=False))
    return Moments(_civil_in(moments.seconds, zone), moments.wrong) if has_zone else moments


def _within(moments: Any) -> Moments:
    seconds = pc.fill_null(pc.cast(pc.cast(moments, pa.timestamp("s"), safe=False), pa.int64()), 0)
    return _bounded(seconds.to_numpy(zero_copy_only=False), pc.is_null(moments).to_numpy(zero_copy_only=False))


def _bounded(seconds: Ints, wrong: NDArray[np.bool_]) -> Moments:
    first, last = (np.datetime64(f"{year}-01-01", "s").astype(np.int64) for year in (FIRST_YEAR, LAST_YEAR + 1))
    wrong = wrong | (seconds < first) | (seconds >= last)
    return Moments(np.where(wrong, 0, seconds), wrong)


def _serials(column: Any, name: str, zone: ZoneInfo) -> Moments:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type):
        texts = pc.utf8_trim_whitespace(column)
        digits = pc.match_substring_regex(texts, r"^\d{1,13}(\.\d*)?(e\d{1,2})?$")
        column = pc.if_else(digits, texts, pa.scalar(None, pa.string()))
    elif pa.types.is_temporal(column.type) or pa.types.is_boolean(column.type):
        column = pa.nulls(len(column), pa.float64())
    numbers = pc.cast(column, pa.float64(), safe=False).to_numpy(zero_copy_only=False)
    wrong = ~np.isfinite(numbers) | (np.abs(numbers) > 1e13)
    seconds = np.rint(np.where(wrong, 0, numbers) * _UNITS[name]).astype(np.int64)
    if name == EXCEL:
        wrong |= numbers < 61  # Excel has a 29 February 1900, and counts from another day before it
        return _bounded(seconds + _EXCEL_EPOCH, wrong)
    return _bounded(_civil_in(seconds, zone), wrong)
