"""Whether a column's decimal sign is the point or the comma: told by its numbers, or declared, never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from bi_server.errors import InvalidInput, Violation
from bi_server.ingest.numbers import tidy
from bi_server.questions import Choice, Question, Unclear

POINT, COMMA = "point", "comma"

_CORE = "^[^0-9]*?(?P<core>[.,]?[0-9][0-9., '\u00a0\u2009\u202f\u2019]*)"
_EXPONENT = r"\d[eE][-+]?\d"
_AMBIGUOUS = r"^[1-9]\d{0,2}[.,]\d{3}$"


def _telling(decimal: str, thousands: str) -> tuple[str, str]:
    """Patterns of numbers that can be read with this decimal sign only; the second: and whose thousands show."""
    grouped = rf"^\d{{1,3}}(?:{thousands}\d{{2,3}})*{thousands}\d{{3}}"
    both = rf"{grouped}{decimal}\d*$|^\d{{1,3}}(?:{thousands}\d{{2,3}})+{thousands}\d{{3}}$"
    alone = "|".join(
        (
            rf"^[^.,]*{decimal}(?:\d{{0,2}}|\d{{4,}})$",
            rf"^(?:0[^.,]*|\d{{4,}}|[^.,]*[^\d.,][^.,]*)?{decimal}\d{{3}}$",
        )
    )
    return f"{both}|{alone}", both


_PATTERNS = {POINT: _telling(r"\.", ","), COMMA: _telling(",", r"\.")}


@dataclass
class Evidence:
    """Numbers seen so far that tell the decimal sign, one of each kind; and one that does not."""

    telling: dict[str, str] = field(default_factory=dict)
    whole: dict[str, str] = field(default_factory=dict)  # those with thousands: they tell it for other columns too
    ambiguous: str = ""

    def add(self, column: Any) -> None:
        """Looks at an Arrow column; only texts tell anything."""
        if pa.types.is_dictionary(column.type):
            column = column.dictionary
        if not pa.types.is_string(column.type) or not len(column):
            return
        texts = tidy(column)
        texts = texts.filter(pc.fill_null(pc.invert(pc.match_substring_regex(texts, _EXPONENT)), False))
        cores = pc.utf8_trim_whitespace(pc.struct_field(pc.extract_regex(texts, _CORE), "core"))
        for decimal, (telling, whole) in _PATTERNS.items():
            self._keep(self.telling, decimal, texts, cores, telling)
            self._keep(self.whole, decimal, texts, cores, whole)
        if not self.ambiguous:
            self.ambiguous = _first(cores, cores, _AMBIGUOUS)

    def _keep(self, kept: dict[str, str], decimal: str, texts: Any, cores: Any, pattern: str) -> None:
        if decimal not in kept and (found := _first(texts, cores, pattern)):
            kept[decimal] = found

    def decimal(self, name: str) -> str:
        """The sign that was told, or none. Raises InvalidInput where both were."""
        if len(self.telling) > 1:
            raise contradiction(name, self.telling[POINT], self.telling[COMMA])
        return next(iter(self.telling), "")


def _first(texts: Any, cores: Any, pattern: str) -> str:
    found = texts.filter(pc.fill_null(pc.match_substring_regex(cores, pattern), False))
    return str(found[0].as_py()) if len(found) else ""


def contradiction(name: str, point: str, comma: str) -> InvalidInput:
    """The error about a column with both decimal signs."""
    reason = f"has numbers with a decimal point ({point}) and with a decimal comma ({comma})"
    return InvalidInput.of(name, f"{reason}; write them alike, or declare the decimal sign: the others are rejected")


def decide(name: str, batches: Iterable[dict[str, Any]], seen: Evidence) -> str:
    """The decimal sign of the column `name`, from it and, where it is silent, from thousands in the others.

    `batches` has columns of numbers by name. Raises InvalidInput where none tells.
    """
    others: dict[str, Evidence] = {}
    for columns in batches:
        if name in columns:
            seen.add(columns[name])
        if decimal := seen.decimal(name):
            return decimal
        for other, column in columns.items():
            if other != name and not others.setdefault(other, Evidence()).whole:
                others[other].add(column)
    told = {decimal for evidence in others.values() for decimal in evidence.whole}
    if len(told) == 1:
        return told.pop()
    number = seen.ambiguous
    point, comma = number.replace(",", ""), number.replace(".", "").replace(",", ".")
    reason = f"numbers such as {number!r} may be {point} or {comma}; declare the decimal sign, point or comma"
    choices = Choice(f"{point} (decimal point)", {"decimal": POINT}), Choice(f"{comma} (comma)", {"decimal": COMMA})
    raise Unclear([Violation(name, reason)], [Question("decimal", f"How much is {number} ({name})?", choices)])
