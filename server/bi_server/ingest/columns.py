"""Columns of ours read from a file's batches: parsed, trimmed, and every value noted that cannot be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.errors import InvalidInput
from bi_server.ingest import dates, identifiers
from bi_server.ingest.amounts import AmountReader, CurrencyCheck
from bi_server.ingest.binding import NUMBERS, Binding
from bi_server.ingest.dateforms import ISO, SERIALS, declared
from bi_server.ingest.names import Names
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.outliers import Outliers
from bi_server.ingest.rejects import BatchRejects
from bi_server.ingest.rounding import Rounding
from bi_server.semantic.dimensions import NOT_SET
from bi_server.semantic.measures import UNIT_DECIMALS, Measure
from bi_server.semantic.money import CODES, minor_decimals
from bi_server.store.cells import Ints, to_minor
from bi_server.store.segments import SegmentIds
from bi_server.store.writer.layouts import LARGEST_COUNT

LARGEST_AMOUNT = 1e12  # whole cents, and thousandths, up to here are exact in a double
_SMALLER = "derive smaller units (derive {name} = Quantity * 1000), or the nearest whole ones before the import"
_ROUNDED = "sums of money are kept to that; round what is finer before the import"


@dataclass(frozen=True)
class DatesRead:
    """How dates were read: their form (empty where they are typed), one as the file has it, and as it was read."""

    form: str
    example: str
    read: str
    is_guess: bool


class ColumnReader:
    """Reads one file; what it has seen in earlier batches (the form of dates, spellings) holds for later ones.

    `reread` gives batches of some of the file's columns anew: for what the first rows do not tell.
    """

    def __init__(
        self,
        bindings: Sequence[Binding],
        options: ImportOptions,
        segments: SegmentIds,
        reread: Callable[[list[str]], Iterator[Any]],
    ) -> None:
        self._bindings = {binding.target.name: binding for binding in bindings}
        self._segments = segments
        self._order_prefix = options.order_prefix
        self._reread = reread
        self._form = declared(options.date_format) if options.date_format else None
        self._detected = False
        self.dates = DatesRead("", "", "", is_guess=False)
        self._zone = ZoneInfo(options.time_zone)
        self._outliers = None if options.any_date else Outliers(self._zone)
        numbers = [b for b in bindings if b.target.kind in NUMBERS]
        again = partial(self._columns_again, list(dict.fromkeys(name for b in numbers for name in b.columns)))
        names = [name for b in numbers for name in b.columns or (b.target.name,)]
        self._amounts = {name: AmountReader(name, options, again) for name in names}
        self._options = options
        self._money: CurrencyCheck | None = None
        self._money_decimals = segments.schema.money_decimals
        self.rounding = Rounding(self._money_decimals)
        self._names: dict[str, Names] = {}

    def _columns_again(self, names: list[str]) -> Iterator[dict[str, Any]]:
        for batch in self._reread(names):
            yield {name: batch.column(name) for name in names}

    def source(self, name: str) -> str:
        """The file's column for one of ours; our name where there is none."""
        return self._bindings[name].column or name

    def moments(self, batch: Any, wrong: BatchRejects) -> Ints:
        """Civil times in seconds since 1970."""
        column = self._array(batch, "date")
        if self._form is None or self._form.name not in SERIALS:
            column = dates.written(column)
        if self._form is None and _is_text(column.type):
            self._form = dates.detect(self._dates(column))
            self._detected = True
        moments = dates.parse(column, self._form, self._zone)
        if self._detected and self._form is not None and moments.wrong.any():
            dates.contradiction(column, moments.wrong, self._form)
        if not self.dates.example:
            self._keep_example(column, moments)
        form = f"of the form {self._form.name} " if self._form else ""
        source = self.source("date")
        wrong.note(moments.wrong, source, f"is no date {form}between {dates.FIRST_YEAR} and {dates.LAST_YEAR}")
        if self._outliers is not None:
            days = moments.seconds // 86_400
            wrong.note(self._outliers.future(days) & ~moments.wrong, source, self._outliers.is_future)
            wrong.note(self._outliers.far(days, ~moments.wrong), source, self._outliers.is_far)
        return moments.seconds

    def _keep_example(self, column: Any, moments: dates.Moments) -> None:
        good = np.flatnonzero(~moments.wrong)
        if len(good):
            row = int(good[0])
            read = str(np.datetime64(int(moments.seconds[row]), "s")).replace("T", " ").removesuffix(" 00:00:00")
            name = self._form.name if self._form else ""
            self.dates = DatesRead(name, str(column[row].as_py()), read, self._detected and name != ISO)

    def _dates(self, first: Any) -> Iterator[Any]:
        yield first
        name = self._bindings["date"].column
        for batch in self._reread([name]) if name else ():
            yield dates.written(batch.column(name))

    def _numbers(self, batch: Any, name: str, wrong: BatchRejects) -> NDArray[np.float64]:
        binding = self._bindings[name]
        if binding.expression is None:
            return self._number(self.source(name), self._array(batch, name), wrong)
        defaults = binding.expression.defaults
        columns = {name: _or_else(batch.column(name), defaults.get(name, "")) for name in binding.columns}
        inputs = {name: self._number(name, column, wrong) for name, column in columns.items()}
        values = np.broadcast_to(binding.expression.evaluate(inputs), batch.num_rows)
        wrong.note(~np.isfinite(values), name, f"{binding.expression.text} has no finite value")
        return values

    def _number(self, column: str, values: Any, wrong: BatchRejects) -> NDArray[np.float64]:
        reader = self._amounts[column]
        amounts, other_currency = reader.read(values)
        wrong.note(amounts.undefined, column, f"is no number with a decimal {reader.decimal or 'point'}")
        if other_currency is not None:
            wrong.note(other_currency, column, f"is in another currency than {self._options.currency}", asked=True)
        return amounts.values

    def check_currency(self, written: Any, column: str, wrong: BatchRejects) -> None:
        """For a column of the file that names the currency of every row. Raises InvalidInput as amounts do."""
        if self._money is None:
            self._money = CurrencyCheck(column, self._options)
        other = self._money.other(written)
        if other is not None:
            wrong.note(other, column, f"is another currency than {self._options.currency}", asked=True)

    def money(self, batch: Any, wrong: BatchRejects, name: str = "revenue") -> NDArray[np.float64]:
        """Amounts, rounded to minor units of the store's currency; no row of a currency with more decimals is."""
        decimals, currency = self._money_decimals, self._options.currency
        if currency in CODES and minor_decimals(currency) > decimals:
            return self._decimals(batch, name, wrong, LARGEST_AMOUNT, decimals, _ROUNDED)
        amounts = self._amount(batch, name, wrong, LARGEST_AMOUNT)
        minor = to_minor(amounts, decimals)
        self.rounding.note(name, amounts, minor)
        return np.asarray(minor / 10**decimals)

    def _amount(self, batch: Any, name: str, wrong: BatchRejects, largest: float) -> NDArray[np.float64]:
        values = np.nan_to_num(self._numbers(batch, name, wrong))
        absurd = np.abs(values) > largest
        wrong.note(absurd, self.source(name), f"is beyond {largest:,.0f}")
        return np.where(absurd, 0, values)

    def own_measure(self, batch: Any, measure: Measure, wrong: BatchRejects) -> NDArray[np.float64]:
        """A measure that the model declares, in whole units of its last decimal; zeros where the file has none."""
        binding = self._bindings[measure.column]
        if not (binding.column or binding.expression or binding.constant):
            return np.zeros(batch.num_rows)
        if measure.is_money:
            return self.money(batch, wrong, measure.column)
        largest = LARGEST_AMOUNT * 100 / 10**measure.decimals
        return self._decimals(batch, measure.column, wrong, largest, measure.decimals)

    def quantities(self, batch: Any, name: str, wrong: BatchRejects) -> NDArray[np.float64]:
        """How much was sold, in pieces or by weight or measure."""
        return self._decimals(batch, name, wrong, LARGEST_COUNT, UNIT_DECIMALS)

    def _decimals(
        self, batch: Any, name: str, wrong: BatchRejects, largest: float, decimals: int, remedy: str = _SMALLER
    ) -> NDArray[np.float64]:
        unit: int = 10**decimals
        values = self._amount(batch, name, wrong, largest) * unit
        # 0.1 + 0.2 is a number of one decimal, whatever a double makes of it.
        finer = np.abs(values - np.rint(values)) > np.maximum(1e-9 * np.abs(values), 1e-6)
        wrong.note(finer, self.source(name), f"has more than {decimals} decimals; {remedy.format(name=name)}")
        return np.rint(values) / unit

    def counts(self, batch: Any, name: str, wrong: BatchRejects, low: int) -> Ints:
        """Whole numbers from `low` on."""
        values = np.nan_to_num(self._numbers(batch, name, wrong))
        fractions = values != np.rint(values)
        if fractions.any():
            example = f"{self.source(name)} {values[int(np.argmax(fractions))]:g} is a fraction"
            raise InvalidInput.of(name, f"{example}; whole numbers are kept: {_SMALLER.format(name=name)}")
        bad = (values < low) | (values > LARGEST_COUNT)
        wrong.note(bad, self.source(name), f"is no whole number from {low:,} to {LARGEST_COUNT:,}")
        return np.where(bad, 0, values).astype(np.int64)

    def names(self, batch: Any, name: str, wrong: BatchRejects) -> Any:
        """A dictionary array of canonical names; empty where one may be left out."""
        encoded = _encoded(self._array(batch, name))
        known = self._names_of(name)
        names = [*known.read(encoded.dictionary.to_pylist()), known.blank]
        problems = [one.problem for one in names]
        for problem in sorted({*problems} - {""}):
            has = np.array(problems) == problem
            wrong.note(has[_codes(encoded.indices, len(names) - 1)], self.source(name), problem)
        indices = pc.fill_null(pc.cast(encoded.indices, pa.int32()), len(names) - 1)
        canonical = [one.canonical for one in names]
        return pa.DictionaryArray.from_arrays(indices, pa.array(canonical, pa.string()))

    def _names_of(self, name: str) -> Names:
        if name not in self._names:
            target = self._bindings[name].target
            dimension = {"product_category": "category"}.get(name, name)
            self._names[name] = Names(
                lambda text: self._segments.canonical(dimension, text),
                NOT_SET if target.is_own else "",
                target.length,
                required=target.required,
            )
        return self._names[name]

    def customers(self, batch: Any, wrong: BatchRejects) -> Any:
        """A dictionary array of texts, null where there is none."""
        encoded = _encoded(self._array(batch, "customer_id"))
        texts = identifiers.read(encoded.dictionary)
        for mask, reason in identifiers.problems(texts, self._bindings["customer_id"].target.length):
            wrong.note(_per_row(encoded.indices, mask) > 0, self.source("customer_id"), reason)
        return pa.DictionaryArray.from_arrays(encoded.indices, texts)

    def order_ids(self, batch: Any, wrong: BatchRejects) -> Any:
        """Texts, null where there is none."""
        column = self._array(batch, "order_id")
        texts = identifiers.read(column.dictionary_decode() if pa.types.is_dictionary(column.type) else column)
        if self._order_prefix:
            texts = pc.binary_join_element_wise(self._order_prefix, texts, "")
        for mask, reason in identifiers.problems(texts, self._bindings["order_id"].target.length):
            wrong.note(mask, self.source("order_id"), reason)
        return texts

    def _array(self, batch: Any, name: str) -> Any:
        """The column that feeds `name`, blanks filled with the constant where there is one."""
        binding = self._bindings[name]
        if not binding.column:
            return pa.array([binding.constant], pa.string()).dictionary_encode().take(pa.array([0] * batch.num_rows))
        column = batch.column(binding.column)
        if binding.target.kind in ("name", "text"):
            column = _as_text(column)
        if not binding.constant:
            return column
        text = column.dictionary_decode() if pa.types.is_dictionary(column.type) else _as_text(column)
        if binding.target.kind == "text":
            blank = identifiers.says_nothing(text)
        else:
            blank = pc.equal(pc.utf8_trim_whitespace(pc.fill_null(text, "")), "")
        return pc.if_else(blank, binding.constant, text)


def _or_else(column: Any, default: str) -> Any:
    """The column with a whole number for its blanks."""
    if not default:
        return column
    column = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
    if not pa.types.is_string(column.type):
        return pc.fill_null(column, int(default))
    return pc.if_else(pc.equal(pc.utf8_trim_whitespace(pc.fill_null(column, "")), ""), default, column)


def _encoded(column: Any) -> Any:
    return column if pa.types.is_dictionary(column.type) else column.dictionary_encode()


def _per_row(indices: Any, values: Sequence[int] | NDArray[Any]) -> Ints:
    """What the dictionary's entries have, for every row; 0 where it is null."""
    rows: Ints = np.append(np.asarray(values, dtype=np.int64), 0)[_codes(indices, len(values))]
    return rows


def _codes(indices: Any, count: int) -> NDArray[Any]:
    """Positions in a dictionary of so many entries, for every row; `count` where it is null."""
    codes: NDArray[Any] = pc.fill_null(indices, count).to_numpy(zero_copy_only=False)
    return codes


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_dictionary(kind))


def _as_text(column: Any) -> Any:
    if pa.types.is_dictionary(column.type) and not pa.types.is_string(column.type.value_type):
        column = column.dictionary_decode()
    if _is_text(column.type):
        return column
    if pa.types.is_floating(column.type):  # numbers of customers that some tool wrote as 17850.0
        whole = pc.all(pc.equal(pc.floor(column), column)).as_py()
        column = pc.cast(column, pa.int64()) if whole else column
    return pc.cast(column, pa.string())
