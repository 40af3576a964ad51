"""Says how a file was read, so that whoever brought it sees at a glance whether that is right."""

from datetime import date

from bi_server.ingest.binding import Binding
from bi_server.ingest.cleaning import Cleaner
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.result import FIRST_VALUES, ColumnRead, Dimension, Understood
from bi_server.semantic.dimensions import NOT_SET
from bi_server.semantic.measures import THOUSANDTHS
from bi_server.store.delta import Delta
from bi_server.store.schema import Schema
from bi_server.store.segments import SegmentIds


def understood(
    options: ImportOptions,
    bindings: list[Binding],
    cleaner: Cleaner,
    delta: Delta,
    segments: SegmentIds,
    taken_for: str,
) -> Understood:
    """Of a file that was read to its end; `delta` is that of all its good rows, `taken_for` its recognised profile."""
    totals = delta.totals()
    columns = tuple(_column(binding, options) for binding in bindings)
    sales = options.table == "sales"
    schema = segments.schema
    dimensions = [(d.column if sales else d.id, place) for place, d in enumerate(schema.held) if sales or d.has_visits]
    names = {i: pair for i, pair in segments.names().items() if i in totals.rows_by_segment}
    rows = totals.rows_by_segment
    return Understood(
        columns=columns,
        date_form=cleaner.dates.form,
        date_example=cleaner.dates.example,
        date_read=cleaner.dates.read,
        first_day=date.fromordinal(totals.first_day) if totals.first_day else None,
        last_day=date.fromordinal(totals.last_day) if totals.last_day else None,
        rows=cleaner.good,
        orders=totals.sums["orders"],
        sums=(
            {
                "revenue": totals.sums["revenue_cents"] / 10**schema.money_decimals,
                "units_sold": totals.sums["units"] / THOUSANDTHS,
            }
            | {m.column: totals.sums[m.id] / 10**m.decimals for m in schema.own}
            if sales
            else {"visits": totals.sums["visits"]}
        ),
        money=("revenue", *(m.column for m in schema.own if m.is_money)) if sales else (),
        money_decimals=schema.money_decimals,
        rounded=cleaner.rounded,
        dimensions=tuple(
            _dimension(name, {i: pair[place] for i, pair in names.items()}, rows) for name, place in dimensions
        ),
        without_order_id=cleaner.without_id,
        without_customer_id=cleaner.without_customer,
        guessed=(
            *([f"the file is one of {taken_for}"] if taken_for else []),
            *_guessed(columns, options, cleaner),
            *_missing(columns, schema),
            *cleaner.unsold.told(),
        ),
    )


def _column(binding: Binding, options: ImportOptions) -> ColumnRead:
    name = binding.target.name
    if binding.expression is not None:
        return ColumnRead(name, binding.expression.text, "computed")
    if binding.column:
        return ColumnRead(name, binding.column, "mapped" if name in options.mapping else "named alike")
    return ColumnRead(name, binding.constant, "set" if binding.constant else "missing")


def _dimension(name: str, names: dict[int, str], rows: dict[int, int]) -> Dimension:
    counts: dict[str, int] = {}
    for segment, value in names.items():
        if value:
            counts[value] = counts.get(value, 0) + rows[segment]
    most = sorted(counts, key=lambda value: (-counts[value], value))
    return Dimension(name, len(counts), tuple(most[:FIRST_VALUES]))


def _missing(columns: tuple[ColumnRead, ...], schema: Schema) -> list[str]:
    """What of the model the file has not: a margin of 100 % would be the least expected thing about a cost of 0."""
    in_every_row = {m.column: "0" for m in schema.own} | {d.column: NOT_SET for d in schema.added_dimensions}
    return [
        f"{column.target} is {in_every_row[column.target]} in every row, as the file has no such column"
        for column in columns
        if column.how == "missing" and column.target in in_every_row
    ]


def _guessed(columns: tuple[ColumnRead, ...], options: ImportOptions, cleaner: Cleaner) -> tuple[str, ...]:
    guessed = [
        f"{column.target} is the column {column.source!r}"
        for column in columns
        if column.how == "named alike" and column.source.strip().lower() != column.target
    ]
    guessed += [f"{c.target} is {c.source}" for c in columns if c.how == "computed" and c.target not in options.derived]
    if cleaner.dates.is_guess:
        guessed.append(f"dates have the form {cleaner.dates.form}")
    return tuple(guessed)
