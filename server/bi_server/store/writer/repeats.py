"""Rows of one file that have the same key: copies of each other, parts of one figure, or a mistake."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    MetaData,
    Table,
    case,
    delete,
    func,
    insert,
    not_,
    select,
    update,
)

from bi_server.errors import InvalidInput
from bi_server.questions import Unclear, unclear
from bi_server.store.writer.layouts import LARGEST_COUNT, Layout, alike, equal, execute_counted
from bi_server.store.writer.rows import Originals
from bi_server.store.writer.words import differences, plural


def add_up(connection: Connection, layout: Layout, stage: Table) -> int:
    """Makes one row of staged visits with the same key, with their sum; returns how many rows went into others."""
    key = [stage.c[name] for name in layout.key]
    columns = [Column(c.name, c.type) for c in key]
    sums = Table(
        "import_sums",
        MetaData(),
        Column("seq", BigInteger, primary_key=True),
        Column("visits", BigInteger),
        *columns,
        prefixes=["TEMPORARY"],
    )
    sums.create(connection)
    query = select(func.min(stage.c.seq), func.sum(stage.c.visits), *key).group_by(*key).having(func.count() > 1)
    connection.execute(insert(sums).from_select(["seq", "visits", *layout.key], query))
    if (connection.execute(select(func.max(sums.c.visits))).scalar() or 0) > LARGEST_COUNT:
        raise InvalidInput.of("add_up", f"the visits of one key add up to more than {LARGEST_COUNT:,}")
    total = select(sums.c.visits).where(sums.c.seq == stage.c.seq).scalar_subquery()
    connection.execute(update(stage).where(stage.c.seq.in_(select(sums.c.seq))).values(visits=total))
    part = select(sums.c.seq).where(equal(sums, stage, layout.key), sums.c.seq < stage.c.seq).exists()
    return execute_counted(connection, delete(stage).where(part))


def refuse_overlap(connection: Connection, stage: Table, layout: Layout, starts: Sequence[int]) -> None:
    """Raises InvalidInput where a row without order id is in several of the files that begin at these rows."""
    file = case(*((stage.c.seq < start, i) for i, start in enumerate(starts[1:], 1)), else_=len(starts))
    contents = [stage.c[name] for name in layout.contents]
    rows = select(*contents).where(stage.c.order_id.is_(None)).group_by(*contents)
    shared = rows.having(func.min(file) < func.max(file)).subquery()
    count = connection.execute(select(func.count()).select_from(shared)).scalar_one()
    if count:
        raise InvalidInput.of(
            "file",
            f"{plural(count, 'row')} without order id are in several of the files, with the same contents; nothing "
            "was imported. Where the files overlap, leave one out; where they are further sales, count them (--again)",
        )


def drop_copies(connection: Connection, layout: Layout, stage: Table, source: Originals) -> int:
    """Removes rows that are copies of an earlier line of the file; returns how many.

    Raises InvalidInput where rows have the same key and are no copies: in a column of ours, or in one that is not
    imported (two products of one order, at the same price). The stage has an index on the key.
    """
    pairs = Table(
        "import_repeats",
        MetaData(),
        Column("seq", BigInteger, primary_key=True),
        Column("first", BigInteger),
        prefixes=["TEMPORARY"],
    )
    pairs.create(connection)
    key = [stage.c[name] for name in layout.key]
    first = func.min(stage.c.seq).over(partition_by=key)
    ranked = select(stage.c.seq, first.label("first")).where(*(column.is_not(None) for column in key)).subquery()
    repeats = select(ranked).where(ranked.c.seq > ranked.c.first)
    if not execute_counted(connection, insert(pairs).from_select(["seq", "first"], repeats)):
        return 0
    Index("import_stage_seq", stage.c.seq).create(connection)
    _refuse_others(connection, layout, stage, pairs)
    found = np.array(connection.execute(select(pairs.c.seq, pairs.c.first)).all(), dtype=np.int64)
    _refuse_others_in_full(connection, layout, stage, found, source)
    connection.execute(delete(stage).where(stage.c.seq.in_(select(pairs.c.seq))))
    return len(found)


def _refuse_others(connection: Connection, layout: Layout, stage: Table, pairs: Table) -> None:
    earlier = stage.alias("earlier")
    rows = pairs.join(stage, stage.c.seq == pairs.c.seq).join(earlier, earlier.c.seq == pairs.c.first)
    other = not_(alike(stage, earlier, layout.contents))
    count = connection.execute(select(func.count()).select_from(rows).where(other)).scalar_one()
    if count:
        contents = [table.c[name] for table in (earlier, stage) for name in layout.contents]
        key = [stage.c[name] for name in layout.key]
        query = select(*key, *contents).select_from(rows).where(other).order_by(stage.c.seq).limit(1)
        row = connection.execute(query).one()
        key_values, values = row[: len(key)], row[len(key) :]
        half = len(layout.contents)
        told = differences(layout.contents, values[:half], values[half:], "{name} {left} and {right}")
        raise _refusal(layout, int(count), key_values, told)


def _refuse_others_in_full(
    connection: Connection, layout: Layout, stage: Table, pairs: NDArray[np.int64], source: Originals
) -> None:
    """Reads the file once more: rows that agree in our columns may differ in the others."""
    earlier = dict(map(tuple, pairs.tolist()))
    firsts = set(earlier.values())
    seen: dict[int, list[str]] = {}
    count, example = 0, (0, "")
    for row, _line, fields in source.originals(np.unique(pairs)):
        if row in firsts:
            seen[row] = fields
        elif row in earlier and fields != seen[earlier[row]]:
            count += 1
            if count == 1:
                names = list(source.columns)
                told = differences(names, seen[earlier[row]], fields, "{name} {left} and {right}")
                example = row, told
    if count:
        key = [stage.c[name] for name in layout.key]
        values = connection.execute(select(*key).where(stage.c.seq == example[0])).one()
        raise _refusal(layout, count, values, example[1])


def _refusal(layout: Layout, count: int, key: Any, told: str) -> Unclear:
    if not layout.is_sales:
        name = " ".join(str(value) for value in key if value != "")
        return unclear(
            "add_up",
            f"{plural(count, 'row')} with the date, region and category of an earlier row of the file but not its "
            f"contents ({name}: {told}); nothing was imported. Where they are parts of one figure (by source, device "
            "or hour), have them added up with add_up (--add-up); where they are not, map the columns that tell them "
            "apart (map category=COLUMN), or leave out all but the one that counts",
            f"Rows share their date, region and category ({name}: {told}). What are they?",
            parts_of_one_figure={"add_up": True},
        )
    return unclear(
        "order_lines",
        f"{plural(count, 'row')} with the order id of an earlier row of the file but not its contents (order "
        f"{key[0]}: {told}); nothing was imported. Where they are lines of one order, import them with order_lines "
        "(--order-lines); where they are not, leave out all but the one that counts, or make their ids differ",
        f"Rows share an order id (order {key[0]}: {told}). What are they?",
        lines_of_one_order={"order_lines": True},
    )
