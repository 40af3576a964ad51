"""Reads rows of sales into columns: all of them, or those that have come since."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, and_, func, select
from sqlalchemy.sql.expression import ColumnElement

from bi_server.semantic.measures import BUILT_IN
from bi_server.store.cells import Ints, sampled, to_minor, to_units
from bi_server.store.reading import hold_still, is_past
from bi_server.store.schema import Schema, schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.sql.served import backend_of
from bi_server.store.state import State
from bi_server.store.tables import imports, store_state
from bi_server.store.wide.columns import NOBODY, Coded, Column, Columns, smallest, sorted_by_day, united

TOGETHER = 50_000  # rows held in full at a time

KeepOn: TypeAlias = Callable[[], bool]
Listed: TypeAlias = tuple[NDArray[Any], Column]  # different values, and each row's position among them


class Interrupted(Exception):
    """The reading was to end before its time."""


class _Part(NamedTuple):
    """Some rows."""

    day: Column  # ordinals
    segment: Listed  # of ids
    names: list[Listed]  # by wide dimension
    sums: list[Column]  # of measures that a row has
    people: Listed  # of hashes


def read(connection: Connection, known: Columns | None, keep_on: KeepOn) -> Columns:
    """The columns of the store as it is now; `known` are those read before.

    Raises Interrupted as soon as it is not to `keep_on`.
    """
    state = hold_still(connection)
    covered = select(store_state.c.customer_sample_level, store_state.c.covered_sales_id)
    level, newest = connection.execute(covered).one()
    if known is not None and (known.level != level or not _has_only_grown(connection, known.state, state)):
        known = None
    after = 0 if known is None else known.last_id
    parts = list(_parts(connection, state, level, (after, newest), keep_on))
    later = _columns(schema_of(connection), state, level, max(after, newest), parts)
    if known is None or not known.days:
        return later
    return known.joined(later) if later.days else known.of_state(state)


def _has_only_grown(connection: Connection, known: State, state: State) -> bool:
    """Whether rows have been added since, and none were replaced or removed."""
    added = and_(imports.c.updated == 0, imports.c.removed == 0, imports.c.undone.is_(None))
    since = select(func.count(func.distinct(imports.c.data_version))).where(imports.c.data_version > known.version)
    additions = int(connection.execute(since.where(added)).scalar_one())
    return additions == state.version - known.version and is_past(connection, known, state)


def _parts(connection: Connection, state: State, level: int, ids: tuple[int, int], keep_on: KeepOn) -> Iterator[_Part]:
    schema, segments, seen = schema_of(connection), SegmentIds(connection), dict[str, str]()
    rows = _rows(connection, schema, *ids)
    for batch in backend_of(connection).batches(connection, state, rows, TOGETHER):
        if not keep_on():
            raise Interrupted
        if batch.num_rows:
            yield _part(schema, segments, level, batch, seen)


def _rows(connection: Connection, schema: Schema, after: int, newest: int) -> Select[Any]:
    """Rows of sales by their ids: the day, the names, the customer, and the measures."""
    rows = schema.sales_data.c
    columns: list[ColumnElement[Any]] = [
        backend_of(connection).day(rows.date),
        *(rows[dimension.column] for dimension in (*schema.held, *schema.wide)),
        func.coalesce(rows.customer_id, ""),
        rows.revenue,
        rows.units_sold,
        rows.order_line,
        *(rows[measure.column] for measure in schema.own),
    ]
    named = [column.label(f"c{place}") for place, column in enumerate(columns)]
    return select(*named).where(rows.id > after, rows.id <= newest)


def _part(schema: Schema, segments: SegmentIds, level: int, batch: pa.RecordBatch, seen: dict[str, str]) -> _Part:
    """`seen` are names: each is held once, however many parts have it."""
    columns = iter(batch.columns)
    days, place_of_day = _listed(next(columns))
    held = [_listed(next(columns)) for _ in schema.held]
    wide = [
        (np.array([seen.setdefault(name, name) for name in names], dtype=object), codes)
        for names, codes in (_listed(next(columns)) for _ in schema.wide)
    ]
    customers, customer = _listed(next(columns))
    hashes = pd.util.hash_array(customers, categorize=False)  # each is there once
    hashes[~sampled(hashes, level) | (customers == "")] = NOBODY
    revenue, units, line, *own = (column.to_numpy(zero_copy_only=False) for column in columns)
    segment = segments.resolve_codes(*((codes, names) for names, codes in held))
    sums = [
        to_minor(revenue, schema.money_decimals),
        to_units(units, BUILT_IN["units"]),
        line == 1,
        *map(to_units, own, schema.own),
    ]
    return _Part(
        smallest(np.array([date.fromisoformat(day).toordinal() for day in days])[place_of_day]),
        _coded(segment),
        wide,
        [smallest(column.astype(np.int64)) for column in sums],
        _coded(hashes[customer]),
    )


def _listed(column: pa.Array) -> Listed:
    encoded = column.dictionary_encode()
    return encoded.dictionary.to_numpy(zero_copy_only=False), smallest(encoded.indices.to_numpy())


def _coded(values: NDArray[Any]) -> Listed:
    codes, every = pd.factorize(values)
    return every, smallest(codes)


def _columns(schema: Schema, state: State, level: int, last_id: int, parts: list[_Part]) -> Columns:
    measures = [name for name in schema.sums if name not in ("rows", "visits")]
    if not parts:
        nothing, no_ids = np.zeros(0, dtype=np.int8), np.zeros(0, dtype=np.int64)
        return Columns(
            state=state,
            last_id=last_id,
            level=level,
            base_day=0,
            starts=np.zeros(1, dtype=np.int64),
            segment=nothing,
            segment_ids=no_ids,
            names={dimension.id: Coded.of(np.zeros(0, dtype=object), nothing) for dimension in schema.wide},
            sums=dict.fromkeys(measures, nothing),
            customer=nothing,
            hashes=no_ids.view(np.uint64),
        )
    # Column by column, and no longer held in parts than needed: ten million rows are 170 MB once they are together.
    days, segments, names, sums, people = map(list, zip(*parts, strict=True))
    parts.clear()
    base, starts, order = sorted_by_day(_joined(days))
    names_of, sums_of = ([list(column) for column in zip(*lists, strict=True)] for lists in (names, sums))
    names.clear()
    sums.clear()
    segment_ids, segment = _united(segments, order)
    hashes, customer = _united(people, order)
    return Columns(
        state=state,
        last_id=last_id,
        level=level,
        base_day=base,
        starts=starts,
        segment=segment,
        segment_ids=segment_ids,
        names={d.id: Coded.of(*_united(column, order)) for d, column in zip(schema.wide, names_of, strict=True)},
        sums={name: _joined(column)[order] for name, column in zip(measures, sums_of, strict=True)},
        customer=customer,
        hashes=hashes,
    )


def _united(listed: list[Listed], order: Ints) -> tuple[NDArray[Any], Column]:
    every, codes = united([values for values, _ in listed], [codes for _, codes in listed])
    listed.clear()
    return every, _joined(codes)[order]


def _joined(columns: list[Column]) -> Column:
    joined = np.concatenate(columns)
    columns.clear()
    return joined
