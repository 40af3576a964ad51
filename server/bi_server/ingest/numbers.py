"""Amounts as people write them: `1,234.50`, `-€ 12`, `(3.00)`, `25.00-`, `1.234,50 EUR`, `12,34,567`."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.ingest import currencies
from bi_server.ingest.expressions import Floats

# Blanks (also those that do not break) and apostrophes part thousands wherever the decimal sign is.
_BLANKS = ("[ \u00a0\u2009\u202f]", "['\u2019]")
_MINUS = "[\u2010\u2012\u2013\u2212\ufe63\uff0d]"
_MACHINE = r"^[-+]?\d+(?:\.\d*)?[eE][-+]?\d+$"  # what no person writes: its point is a decimal one everywhere
_SIGNS, _MONEY = ("sign", "inner", "end"), ("before", "inside", "within", "after")


def _pattern(decimal: str, thousands: str) -> str:
    # One sign between all groups, and none before a group of zeros: 0,123 is no hundred and twenty-three.
    groups = "|".join(rf"[1-9]\d{{0,2}}(?:{sign}\d{{3}})+" for sign in (thousands, *_BLANKS))
    indian = rf"[1-9]\d?(?:{thousands}\d{{2}})+{thousands}\d{{3}}"
    money = {name: rf"(?P<{name}>(?:{currencies.PATTERN})?)\s*" for name in _MONEY}
    return (
        rf"^(?P<sign>[-+]?)\s*{money['before']}(?P<open>\(?)\s*(?P<inner>[-+]?)\s*{money['inside']}"
        rf"(?P<whole>{groups}|{indian}|\d+|)(?:{decimal}(?P<part>\d*))?\s*{money['within']}(?P<close>\)?)\s*"
        rf"{money['after']}(?P<end>[-+]?)$"
    )


_POINT, _COMMA = _pattern(r"\.", ","), _pattern(",", r"\.")
_NOTHING = rf"^({currencies.PATTERN})\s*-$"  # an accountant's zero: `$ -`


@dataclass(frozen=True)
class Amounts:
    """Numbers of a column, which of them are none (undefined there), and the currencies that rows name."""

    values: Floats
    undefined: NDArray[np.bool_]
    money: Any = None  # Arrow texts: a code or sign for every row; None: no row has one


def as_numbers(column: Any) -> Floats | None:
    """An Arrow column of numbers, or of texts as machines write whole numbers; None where any other is among them."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type):
        try:
            numbers = pc.cast(column, pa.float64())
        except pa.ArrowInvalid:
            return None
        if pc.any(pc.match_substring(column, ".")).as_py():
            return None
    else:
        numbers = pc.cast(column, pa.float64(), safe=False)
    values: Floats = numbers.to_numpy(zero_copy_only=False).astype(np.float64, copy=False)
    return values


def parse_amounts(column: Any, decimal_comma: bool) -> Amounts:
    """Reads an Arrow column of texts or numbers."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    money = None
    if pa.types.is_string(column.type):
        try:
            # Nearly every file: plain numbers all the way.
            if decimal_comma:
                raise pa.ArrowInvalid
            column = pc.cast(column, pa.float64())
        except pa.ArrowInvalid:
            texts, money = _plain(column, decimal_comma)
            column = pc.cast(texts, pa.float64())
    else:
        column = pc.cast(column, pa.float64(), safe=False)
    values = column.to_numpy(zero_copy_only=False).astype(np.float64, copy=False)
    return Amounts(values, ~np.isfinite(values), money)


def tidy(column: Any) -> Any:
    """The texts without blanks around them, and with one kind of minus."""
    return pc.replace_substring_regex(pc.utf8_trim_whitespace(column), _MINUS, "-")


def _plain(column: Any, decimal_comma: bool) -> tuple[Any, Any]:
    """The texts as a machine writes them, null for those that are no amount; and the currencies they name."""
    text = tidy(column)
    parts = pc.extract_regex(pc.replace_substring_regex(text, _NOTHING, r"\1 0"), _COMMA if decimal_comma else _POINT)
    get = {name: pc.struct_field(parts, name) for name in (*_SIGNS, *_MONEY, "open", "close", "whole", "part")}
    bracketed = pc.not_equal(get["open"], "")
    signs = pc.binary_join_element_wise(*(get[name] for name in _SIGNS), "")
    whole = pc.replace_substring_regex(get["whole"], r"\D", "")
    digits = pc.binary_join_element_wise(whole, get["part"], ".")
    valid = pc.and_(
        pc.not_equal(digits, "."),
        pc.and_(pc.equal(bracketed, pc.not_equal(get["close"], "")), pc.less(pc.binary_length(signs), 2)),
    )
    valid = pc.and_(valid, pc.or_(pc.invert(bracketed), pc.equal(signs, "")))
    minus = pc.if_else(pc.or_(bracketed, pc.equal(signs, "-")), "-", "")
    # A bare "." at the beginning or end is what a float parser does not take.
    number = pc.binary_join_element_wise(minus, pc.if_else(pc.equal(whole, ""), "0", whole), "")
    number = pc.binary_join_element_wise(number, pc.if_else(pc.equal(get["part"], ""), "0", get["part"]), ".")
    number = pc.if_else(pc.fill_null(valid, False), number, pa.scalar(None, pa.string()))
    number = pc.if_else(pc.match_substring_regex(text, _MACHINE), text, number)
    money = pc.binary_join_element_wise(*(get[name] for name in _MONEY), "")
    return number, pc.if_else(pc.is_valid(number), pc.fill_null(money, ""), "")
