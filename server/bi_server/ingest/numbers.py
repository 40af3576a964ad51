"""Amounts as people write them: `1,234.50`, `-€ 12`, `(3.00)`, `1.234,50 EUR`."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.ingest.expressions import Floats

_CURRENCY = r"(?:[A-Z]{2,3}|[A-Z]{0,3}\p{Sc})"


def _pattern(decimal: str, separators: str) -> str:
    whole = rf"\d{{1,3}}(?:[{separators}]\d{{3}})+|\d+|"
    return (
        rf"^(?P<open>\()?(?P<sign>[-+]?)\s*(?:{_CURRENCY}\s*)?(?P<inner>[-+]?)"
        rf"(?P<whole>{whole})(?:{decimal}(?P<part>\d*))?(?P<power>(?:[eE][-+]?\d+)?)"
        rf"\s*{_CURRENCY}?(?P<close>\))?$"
    )


_POINT = _pattern(r"\.", ", '\u2019\u00a0\u202f")
_COMMA = _pattern(",", ". '\u2019\u00a0\u202f")


def parse_amounts(column: Any, decimal_comma: bool) -> tuple[Floats, NDArray[np.bool_]]:
    """Numbers of an Arrow column of texts or numbers, and which of them are none (undefined there)."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type):
        try:
            # Nearly every file: plain numbers all the way.
            if decimal_comma:
                raise pa.ArrowInvalid
            column = pc.cast(column, pa.float64())
        except pa.ArrowInvalid:
            column = pc.cast(_plain(column, decimal_comma), pa.float64())
    else:
        column = pc.cast(column, pa.float64(), safe=False)
    values = column.to_numpy(zero_copy_only=False).astype(np.float64, copy=False)
    return values, ~np.isfinite(values)


def _plain(column: Any, decimal_comma: bool) -> Any:
    """The texts as a machine writes them; null for those that are no amount."""
    text = pc.replace_substring(pc.utf8_trim_whitespace(column), "−", "-")  # noqa: RUF001 (a typographic minus)
    parts = pc.extract_regex(text, _COMMA if decimal_comma else _POINT)
    get = {name: pc.struct_field(parts, name) for name in ("open", "sign", "inner", "whole", "part", "power", "close")}
    bracketed = pc.not_equal(get["open"], "")
    signs = pc.binary_join_element_wise(get["sign"], get["inner"], "")
    whole = pc.replace_substring_regex(get["whole"], r"\D", "")
    digits = pc.binary_join_element_wise(whole, get["part"], ".")
    valid = pc.and_(
        pc.not_equal(digits, "."),
        pc.and_(pc.equal(bracketed, pc.not_equal(get["close"], "")), pc.less(pc.binary_length(signs), 2)),
    )
    valid = pc.and_(valid, pc.or_(pc.invert(bracketed), pc.equal(signs, "")))
    minus = pc.if_else(pc.or_(bracketed, pc.equal(signs, "-")), "-", "")
    # A bare "." before an exponent or at the end is what a float parser does not take.
    number = pc.binary_join_element_wise(minus, pc.if_else(pc.equal(whole, ""), "0", whole), "")
    number = pc.binary_join_element_wise(number, pc.if_else(pc.equal(get["part"], ""), "0", get["part"]), ".")
    number = pc.binary_join_element_wise(number, get["power"], "")
    return pc.if_else(valid, number, pa.scalar(None, pa.string()))
