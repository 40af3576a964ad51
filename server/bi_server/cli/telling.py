"""An import in words, for a terminal."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from bi_server.ingest.result import ImportResult, Reject, Understood
from bi_server.store.writer.words import plural

PROGRESS_SECONDS = 0.2
_MINOR = {0: ("a unit of the currency", "whole ones"), 2: ("a cent", "whole cents"), 3: ("a thousandth", "whole ones")}
NAMES_TOLD = 8


def lines(result: ImportResult, rejects: Path | None) -> Iterator[str]:
    """What became of the rows, how the file was read, and what could not be."""
    yield from _counts(result)
    yield from _understood(result.understood)
    for reject in result.first_rejects:
        yield f"  {_reject(reject)}"
    more = result.rejected - len(result.first_rejects)
    if more > 0:
        yield f"  and {more:,} more" + ("" if rejects else "; --rejects FILE writes all of them")
    yield from _kept(result, rejects)


def outcome(result: ImportResult, rejects: Path | None) -> Iterator[str]:
    """What became of the rows alone."""
    yield from _counts(result)
    yield from _kept(result, rejects)


def _kept(result: ImportResult, rejects: Path | None) -> Iterator[str]:
    if rejects and result.rejected:
        yield f"rejected rows are in {rejects}"


def _counts(result: ImportResult) -> Iterator[str]:
    if result.repeats:
        yield f"{result.file_name} is the very file of import {result.repeats}"
    name = f"import {result.import_id}" if result.import_id else "dry run, nothing changed"
    yield (
        f"{name}: {result.rows_read:,} rows read, {result.inserted:,} inserted, {result.updated:,} updated, "
        f"{result.skipped:,} skipped, {result.rejected:,} rejected in {result.seconds:.1f} s"
    )
    for count, what in (
        (result.same, "skipped as the same: the store, or an earlier line of the file, has them"),
        (result.skipped - result.same, "skipped although they differ from what the store has"),
        (result.appended, "of the inserted rows go on with orders that were there"),
        (result.added_up, "added to another row with the same date, region and category"),
        (result.removed, "lines removed that their orders no longer have"),
    ):
        if count:
            yield f"  {count:,} {what}"


def _understood(told: Understood) -> Iterator[str]:
    for column in told.columns:
        if column.how == "missing":
            yield f"  {column.target}: not in the file"
        elif column.how == "set":
            yield f"  {column.target}: {column.source!r} in every row"
        else:
            form = f", of the form {told.date_form}" if told.date_form else ""
            example = f"{form}: {told.date_example} is {told.date_read}" if told.date_example else form
            yield f"  {column.target}: {column.source}{example if column.target == 'date' else ''}"
    if not told.rows:
        return
    orders = [plural(told.orders, "order")] if "revenue" in told.sums else []
    money = f",.{told.money_decimals}f"
    sums = [f"{name} {value:{money if name in told.money else ',.15g'}}" for name, value in told.sums.items()]
    yield f"  {told.first_day} to {told.last_day}: {', '.join([plural(told.rows, 'row'), *orders, *sums])}"
    for name, rounded in told.rounded.items():
        more = f"{abs(rounded.added):{money}} {'more' if rounded.added >= 0 else 'less'} than the file's own sum"
        minor, whole = _MINOR[told.money_decimals]
        is_noted = abs(rounded.added) >= 0.5 / 10**told.money_decimals
        together = more if is_noted else f"less than {minor} away from the file's own sum"
        rows = plural(rounded.rows, "row")
        yield f"  {name}: {rows} with parts of {minor}, each kept in {whole}: together {together}"
    for dimension in told.dimensions:
        names = ", ".join(dimension.values[:NAMES_TOLD]) + (", ..." if dimension.distinct > NAMES_TOLD else "")
        yield f"  {dimension.name}: {plural(dimension.distinct, 'name')}" + (f" ({names})" if names else "")
    if told.without_order_id:
        rows = plural(told.without_order_id, "row")
        yield f"  {rows} without order id: each counts as an order, and a second copy is known by its contents alone"
    if told.without_customer_id:
        yield f"  {plural(told.without_customer_id, 'row')} without customer id"
    if told.guessed:
        yield f"  guessed: {'; '.join(told.guessed)}"


def _reject(reject: Reject) -> str:
    what = f"{reject.column} {reject.value!r}" if reject.column else repr(reject.value)
    file = f"{reject.file}, " if reject.file else ""
    return f"{file}line {reject.line}: {what} {reject.reason}"


class Bar:
    """A line that tells how far the import is."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._started = time.monotonic()
        self._next = 0.0

    def __call__(self, fraction: float, rows: int) -> None:
        elapsed = time.monotonic() - self._started
        if elapsed < self._next:
            return
        self._next = elapsed + PROGRESS_SECONDS
        filled = round(30 * fraction)
        rate = rows / max(elapsed, 1e-9)
        self._out.write(f"\r[{'#' * filled}{'.' * (30 - filled)}] {fraction:4.0%} {rows:,} rows, {rate:,.0f}/s ")
        self._out.flush()

    def clear(self) -> None:
        self._out.write("\r" + " " * 78 + "\r")
        self._out.flush()
