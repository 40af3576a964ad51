"""Dates as files write them: one format per file, declared or detected, never guessed."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.errors import InvalidInput

ISO = "ISO 8601"
FIRST_YEAR, LAST_YEAR = 1900, 2200
SAMPLE = 5000  # distinct dates that a format is detected from

_ISO_FORM = r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$"
_ZONE = r"^(.*:\d{2}(?:\.\d+)?)\s*(?:Z|[+-]\d{2}:?\d{2})$"
_DAYS = (
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%d-%m-%Y", "%m-%d-%Y", "%Y.%m.%d",
    "%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d/%m/%y", "%m/%d/%y", "%d.%m.%y", "%d-%b-%y",
)  # fmt: skip
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p")
_TOKENS = {
    "YYYY": "%Y",
    "YY": "%y",
    "MMM": "%b",
    "MM": "%m",
    "DD": "%d",
    "HH": "%H",
    "mm": "%M",
    "SS": "%S",
    "ss": "%S",
}


@dataclass(frozen=True)
class Moments:
    """Civil times of one column: seconds since 1970, and which of the values are none."""

    seconds: NDArray[np.int64]
    wrong: NDArray[np.bool_]


def declared(text: str) -> str:
    """A format as strptime knows it, from one or from `DD/MM/YYYY`. Raises InvalidInput for a text that is neither."""
    if text.upper() in ("ISO", ISO):
        return ISO
    if "%" not in text:
        text = re.sub("|".join(_TOKENS), lambda match: _TOKENS[match[0]], text)
    if not {"%Y", "%y"} & set(re.findall("%.", text)) or "%d" not in text:
        raise InvalidInput.of("date_format", f"{text!r} has no day or no year; write such as DD/MM/YYYY or %d/%m/%Y")
    return text


def detect(texts: pd.Series) -> str:
    """The one format that explains the dates. Raises InvalidInput where two do, or none does."""
    texts = _without_zone(texts[texts != ""].drop_duplicates())
    if texts.empty or texts.str.match(_ISO_FORM).mean() > 0.5:
        return ISO
    texts = texts.head(SAMPLE)
    forms = [day + time for day in _DAYS for time in _TIMES]
    forms = [form for form in forms if _parse(texts.head(50), form).notna().any()]
    read = {form: _parse(texts, form).notna().to_numpy() for form in forms}
    best = max((int(hits.sum()) for hits in read.values()), default=0)
    if best * 2 <= len(texts):
        example = texts.iloc[0]
        raise InvalidInput.of("date_format", f"dates such as {example!r} have no usual form; declare theirs")
    likely = [form for form, hits in read.items() if hits.sum() == best]
    if len(likely) > 1:
        raise _ambiguous(texts.iloc[0], likely)
    rival = likely[0].translate(str.maketrans("dm", "md"))
    if rival in read and (read[rival] & ~read[likely[0]]).any():
        raise _ambiguous(texts[read[rival] & ~read[likely[0]]].iloc[0], [likely[0], rival])
    return likely[0]


def _ambiguous(example: str, forms: list[str]) -> InvalidInput:
    return InvalidInput.of(
        "date_format", f"dates such as {example!r} may be {' or '.join(forms)}; declare which, with a date format"
    )


def parse(column: Any, form: str) -> Moments:
    """Reads an Arrow column of texts, dates or times; every distinct text once."""
    if not (pa.types.is_string(column.type) or pa.types.is_dictionary(column.type)):
        return _typed(column)
    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    texts = pd.Series(encoded.dictionary.to_pylist(), dtype="str").str.strip()
    moments = _parse(_without_zone(texts), form)
    years = moments.dt.year
    wrong = ~years.between(FIRST_YEAR, LAST_YEAR).to_numpy()
    seconds = moments.where(~wrong, pd.Timestamp(0)).to_numpy(dtype="datetime64[s]").astype(np.int64)
    codes = pc.fill_null(encoded.indices, len(texts)).to_numpy(zero_copy_only=False)
    return Moments(np.append(seconds, 0)[codes], np.append(wrong, True)[codes])


def _without_zone(texts: pd.Series) -> pd.Series:
    # The civil time as it was written down is what counts; where on Earth it was written does not.
    return texts.str.replace(_ZONE, r"\1", regex=True)


def _parse(texts: pd.Series, form: str) -> pd.Series:
    if form != ISO:
        return pd.to_datetime(texts, format=form, errors="coerce").astype("datetime64[s]")
    strict = texts.where(texts.str.match(_ISO_FORM), None)  # pandas would also take "2024" and "2024-01"
    return pd.to_datetime(strict, format="ISO8601", errors="coerce").astype("datetime64[s]")


def _typed(column: Any) -> Moments:
    if pa.types.is_timestamp(column.type) and column.type.tz is not None:
        column = pc.local_timestamp(column)
    if not (pa.types.is_timestamp(column.type) or pa.types.is_date(column.type)):
        column = pa.nulls(len(column), pa.timestamp("s"))
    moments = pc.cast(column, pa.timestamp("s"), safe=False)
    years = pc.fill_null(pc.year(moments), 0).to_numpy(zero_copy_only=False)
    wrong = (years < FIRST_YEAR) | (years > LAST_YEAR)
    seconds = pc.fill_null(pc.cast(moments, pa.int64()), 0).to_numpy(zero_copy_only=False)
    return Moments(np.where(wrong, 0, seconds), wrong)
