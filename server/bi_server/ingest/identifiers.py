"""Ids of orders and customers as tools write them: words for "none", `1001.0`, numbers cut short."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

# What spreadsheets, databases and programs write where there is nothing, in lower case.
NONE_WORDS = (
    "", "-", "--", "\u2013", "\u2014", "n/a", "#n/a", "na", "#na", "<na>", "n.a.", "null", "(null)", "<null>", "\\n",
    "nil", "none", "nan", "-nan", "nat", "undefined", "(blank)", "(empty)", "(none)",
)  # fmt: skip
_UNSEEN = "[\u00ad\u200b\u2060\ufeff]"  # copied along from pages and other files
_WHOLE = r"^(\d+)\.0+$"
_SHORTENED = r"^[+-]?\d+(?:[.,]\d+[eE][+-]?\d+|[eE]\+\d+)$"


def says_nothing(texts: Any) -> Any:
    """Where an Arrow column of texts has no value, a blank, or a word for none."""
    lower = pc.utf8_lower(pc.utf8_trim_whitespace(pc.fill_null(texts, "")))
    return pc.is_in(lower, value_set=pa.array(NONE_WORDS))


def read(texts: Any) -> Any:
    """Trimmed, in composed letters, `1001.0` as `1001`; null where there is no id."""
    texts = pc.utf8_trim_whitespace(pc.if_else(says_nothing(texts), pa.scalar(None, pa.string()), texts))
    if not pc.all(pc.string_is_ascii(texts)).as_py():
        texts = pc.utf8_trim_whitespace(pc.replace_substring_regex(texts, _UNSEEN, ""))
        texts = pc.utf8_normalize(texts, "NFC")
    if _any(pc.match_substring(texts, ".0")):
        texts = pc.replace_substring_regex(texts, _WHOLE, r"\1")
    return texts


def problems(texts: Any, limit: int) -> Iterator[tuple[NDArray[np.bool_], str]]:
    """Which of the ids that were read cannot be taken, and why."""
    yield _mask(pc.greater(pc.utf8_length(texts), limit)), f"is longer than {limit} characters"
    yield _mask(pc.match_substring(texts, "\0")), "has a NUL character"
    if any(_any(pc.match_substring(texts, sign)) for sign in ".,+"):
        cut = "is a number that a spreadsheet has cut short, its last digits are lost; export the column as text"
        yield _mask(pc.match_substring_regex(texts, _SHORTENED)), cut


def _any(flags: Any) -> bool:
    return bool(pc.any(flags).as_py())


def _mask(flags: Any) -> NDArray[np.bool_]:
    mask: NDArray[np.bool_] = pc.fill_null(flags, False).to_numpy(zero_copy_only=False)
    return mask
