"""Reads the columns of numbers of one file: what was told of a column's decimal sign and currency holds on."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.errors import InvalidInput, Violation
from bi_server.ingest import currencies, decimals
from bi_server.ingest.decimals import COMMA, POINT, Evidence
from bi_server.ingest.numbers import Amounts, as_numbers, parse_amounts
from bi_server.ingest.options import ANY_CURRENCY, ImportOptions
from bi_server.questions import Choice, Question, Unclear

Reread = Callable[[], Iterator[dict[str, Any]]]  # all columns of numbers, from the file's beginning

# Endings that change what a number stands for, in ways that differ from house to house.
_NAMED = (
    (r"(?i)(?:\d\s*|^)(?:cr|dr)\b\.?", "is a credit or a debit (or a crore): write a minus instead, or only numbers"),
    (
        r"(?i)\d\s*(?:k|m|mm|mn|mio|mrd|bn|b|t|tsd|lakhs?|lacs?|crores?|thousand|million|billion)\.?$",
        "is in thousands, millions or the like: write the whole number, or derive it (derive revenue = Amount * 1000)",
    ),
    (r"%", "is a percentage: map another column, or derive the amount"),
)


class CurrencyCheck:
    """The currencies that a column names: beside its amounts, or by itself."""

    def __init__(self, column: str, options: ImportOptions) -> None:
        self._column = column
        self._chosen = options.currency
        self._expected = options.currency or options.store_currency
        self._met: set[str] = set()
        named = currencies.of_header(column)
        if named and self._chosen != ANY_CURRENCY:
            self._met.add(named)
            if self._expected and not currencies.common(self._met, self._expected):
                raise self._mixed()

    @property
    def met(self) -> list[str]:
        """The codes and signs so far."""
        return sorted(self._met)

    def other(self, written: Any) -> NDArray[np.bool_] | None:
        """Which rows of an Arrow column are of another currency than the chosen one; None: none was chosen.

        Raises InvalidInput where none was and there are several, or another than that of the business.
        """
        encoded = written if pa.types.is_dictionary(written.type) else written.dictionary_encode()
        names = [(name or "").strip() for name in encoded.dictionary.to_pylist()]
        names = [name.upper() if currencies.is_known(name.upper()) else name for name in names]
        known = [bool(name) and currencies.is_known(name) for name in names]
        self._met.update(name for name, is_known in zip(names, known, strict=True) if is_known)
        if self._chosen == ANY_CURRENCY:
            return None
        if not self._chosen:
            if self._met and not currencies.common(self._met, self._expected):
                raise self._mixed()
            return None
        other = [k and self._chosen not in currencies.codes_of(n) for n, k in zip(names, known, strict=True)]
        codes = pc.fill_null(encoded.indices, len(other)).to_numpy(zero_copy_only=False)
        rows: NDArray[np.bool_] = np.array([*other, False], dtype=np.bool_)[codes]
        return rows

    def _mixed(self) -> Unclear:
        kept = f", and the store is kept in {self._expected} (CURRENCY)" if self._expected else ""
        reason = (
            f"is in {', '.join(self.met)}{kept}; choose the currency whose rows to take (currency EUR), "
            "or take all (currency any) and convert them (derive revenue = Amount * Rate)"
        )
        codes = sorted({code for name in self._met for code in currencies.codes_of(name)})
        taken = [code for code in codes if len(codes) <= 9 and code == (self._expected or code)]
        choices = tuple(Choice(f"take the rows in {code} alone", {"currency": code}) for code in taken)
        question = Question(self._column, f"{self._column} is in {', '.join(self.met)}{kept}.", choices)
        return Unclear([Violation(self._column, reason)], [question] if choices else [])


class AmountReader:
    """One column of numbers."""

    def __init__(self, column: str, options: ImportOptions, reread: Reread) -> None:
        self._column = column
        self._declared = self._decimal = options.decimal_sign
        self._reread = reread
        self._currency = CurrencyCheck(column, options)

    @property
    def decimal(self) -> str:
        """`point` or `comma`; empty while no number needed to know."""
        return self._decimal

    @property
    def money(self) -> list[str]:
        """The codes and signs that were met."""
        return self._currency.met

    def read(self, column: Any) -> tuple[Amounts, NDArray[np.bool_] | None]:
        """Numbers; and which rows are of another currency than the chosen one. Raises InvalidInput where in doubt."""
        if not self._decimal or self._decimal == COMMA:
            values = as_numbers(column)
            if values is not None:
                return Amounts(values, ~np.isfinite(values)), None
        if not self._decimal:
            self._decide(column)
        amounts = parse_amounts(column, self._decimal == COMMA)
        if amounts.undefined.any():
            self._refuse(column, amounts.undefined)
        return amounts, None if amounts.money is None else self._currency.other(amounts.money)

    def _decide(self, column: Any) -> None:
        seen = Evidence()
        seen.add(column)
        self._decimal = seen.decimal(self._column)
        if not self._decimal and seen.ambiguous:
            self._decimal = decimals.decide(self._column, self._reread(), seen)

    def _refuse(self, column: Any, undefined: NDArray[np.bool_]) -> None:
        if pa.types.is_dictionary(column.type):
            column = column.dictionary_decode()
        if not pa.types.is_string(column.type):
            return
        texts = pc.unique(pc.utf8_trim_whitespace(column.filter(pa.array(undefined))))
        for pattern, reason in _NAMED:
            found = texts.filter(pc.fill_null(pc.match_substring_regex(texts, pattern), False))
            found = found.filter(pc.fill_null(pc.match_substring_regex(found, r"\d"), False))
            if len(found):
                raise InvalidInput.of(self._column, f"{found[0].as_py()!r} {reason}")
        seen = Evidence()
        seen.add(texts)
        other = COMMA if self._decimal == POINT else POINT
        if not self._declared and self._decimal and other in seen.telling:
            told = {other: seen.telling[other], self._decimal: f"as in earlier rows, decimal {self._decimal}"}
            raise decimals.contradiction(self._column, told[POINT], told[COMMA])
