"""Reads rows of sales into columns: all of them, or those that have come since."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Date, Integer, Select, String, and_, cast, func, literal, select
from sqlalchemy.sql.expression import ColumnElement

from bi_server.store.cells import Ints, hash_customers, measured, sampled
from bi_server.store.reading import State, hold_still, is_past
from bi_server.store.schema import Schema, schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import imports, store_state
from bi_server.store.wide.columns import NOBODY, Coded, Column, Columns, smallest, sorted_by_day, united

TOGETHER = 25_000  # rows that come as one text a column: each value would be a Python object otherwise
BETWEEN, WITHIN = "\x1e", "\x1f"  # values of a column; names of a segment
BEFORE_DAY_ZERO = 1_721_424.5  # Julian day of the proleptic ordinal 0

KeepOn: TypeAlias = Callable[[], bool]
Listed: TypeAlias = tuple[NDArray[Any], Column]  # different values, and each row's position among them


class Interrupted(Exception):
    """The reading was to end before its time."""


class _Part(NamedTuple):
    """Some rows, in the order of their ids."""

    last_id: int
    day: Column  # ordinals
    segment: Listed  # of ids
    names: list[Listed]  # by wide dimension
    sums: list[Column]
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
    parts = list(_parts(connection, level, after, newest, keep_on))
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


def _parts(connection: Connection, level: int, after: int, newest: int, keep_on: KeepOn) -> Iterator[_Part]:
    schema, ids = schema_of(connection), SegmentIds(connection)
    while True:
        if not keep_on():
            raise Interrupted
        query = _rows(connection, schema, after, newest)
        count, after, *joined = connection.execute(_joined(connection, query)).one()
        if not count:
            return
        numbers, texts = joined[: -2 - len(schema.wide)], joined[-2 - len(schema.wide) :]
        columns = [text.split(BETWEEN) for text in texts]
        if any(len(column) != count for column in columns):  # a name holds the sign that parts them
            columns = [list(column) for column in zip(*connection.execute(query).all(), strict=True)][-len(texts) :]
        yield _part(ids, level, after, [np.fromstring(text, np.int64, sep=",") for text in numbers], columns)


def _rows(connection: Connection, schema: Schema, after: int, newest: int) -> Select[Any]:
    """The next rows: their id, day and sums, then as texts segment, customer and wide names."""
    rows = schema.sales_data.c
    if connection.dialect.name == "sqlite":
        day: ColumnElement[Any] = cast(func.julianday(rows.date) - BEFORE_DAY_ZERO, Integer)
    else:
        day = cast(rows.date, Date) - func.make_date(1, 1, 1) + 1
    held: ColumnElement[Any] = literal("")
    for place, dimension in enumerate(schema.held):
        held = held.concat(WITHIN if place else "").concat(rows[dimension.column])
    columns = [
        day,
        *measured(schema).values(),
        held,
        func.coalesce(rows.customer_id, ""),
        *(rows[dimension.column] for dimension in schema.wide),
    ]
    named = [column.label(f"c{place}") for place, column in enumerate(columns)]
    wanted = select(rows.id.label("id"), *named).where(rows.id > after, rows.id <= newest)
    return wanted.order_by(rows.id).limit(TOGETHER)


def _joined(connection: Connection, query: Select[Any]) -> Select[Any]:
    """The same rows as one text a column, after their number and the last id."""
    id_, *columns = query.subquery().c
    join = func.group_concat if connection.dialect.name == "sqlite" else func.string_agg
    texts = [
        join(column, BETWEEN) if isinstance(column.type, String) else join(cast(column, String), ",")
        for column in columns
    ]
    return select(func.count(), func.max(id_), *texts)


def _part(ids: SegmentIds, level: int, last_id: int, numbers: list[Ints], texts: list[list[str]]) -> _Part:
    (day, *sums), (held, customers, *names) = numbers, (np.array(column, dtype=object) for column in texts)
    codes, segments = pd.factorize(held)
    parted = zip(*(segment.split(WITHIN) for segment in segments), strict=True)
    ids_of_segments = ids.resolve(*(np.array(column, dtype=object) for column in parted))
    hashes = hash_customers(pd.Series(customers, dtype=object))
    return _Part(
        last_id,
        smallest(day),
        _coded(ids_of_segments[codes]),
        [_coded(column) for column in names],
        [smallest(column) for column in sums],
        _coded(np.where(sampled(hashes, level), hashes, NOBODY)),
    )


def _coded(values: NDArray[Any]) -> Listed:
    codes, every = pd.factorize(values)
    return every, smallest(codes)


def _columns(schema: Schema, state: State, level: int, last_id: int, parts: list[_Part]) -> Columns:
    measures = list(measured(schema))
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
            names={dimension.id: Coded(np.zeros(0, dtype=object), nothing) for dimension in schema.wide},
            sums=dict.fromkeys(measures, nothing),
            customer=nothing,
            hashes=no_ids.view(np.uint64),
        )
    base, starts, order = sorted_by_day(np.concatenate([part.day for part in parts]))
    segment_ids, segment = _united([part.segment for part in parts], order)
    hashes, customer = _united([part.people for part in parts], order)
    return Columns(
        state=state,
        last_id=last_id,
        level=level,
        base_day=base,
        starts=starts,
        segment=segment,
        segment_ids=segment_ids,
        names={
            dimension.id: Coded(*_united([part.names[place] for part in parts], order))
            for place, dimension in enumerate(schema.wide)
        },
        sums={name: np.concatenate([part.sums[place] for part in parts])[order] for place, name in enumerate(measures)},
        customer=customer,
        hashes=hashes,
    )


def _united(listed: list[Listed], order: Ints) -> tuple[NDArray[Any], Column]:
    every, codes = united([values for values, _ in listed], [codes for _, codes in listed])
    return every, np.concatenate(codes)[order]
