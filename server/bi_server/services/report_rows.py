"""Rows as files, read page by page: CSV of millions of them in the memory of one page, and workbooks."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bi.v1 import report_pb2
from bi_server.analysis.periods import Days
from bi_server.answers import convert, filters, ranges, row_listing
from bi_server.answers.report_about import file_name
from bi_server.errors import InvalidInput, Overloaded, StoreUnavailable
from bi_server.reports import csv_file
from bi_server.reports.about import About
from bi_server.reports.tables import Cell, Column, Table
from bi_server.reports.workbook import Workbook
from bi_server.semantic.dimensions import BUILT_IN, CATEGORY, REGION
from bi_server.store.cube import Cube
from bi_server.store.row_pages import Sold
from bi_server.workers.in_place import Analyses

PAGE_ROWS = 10_000  # a tenth of a second of a worker, which others then may have
BUSY_SECONDS, PATIENCE = 0.5, 60  # a file that has begun waits for its turn, so many times
Place = tuple[datetime, int]


class Page(NamedTuple):
    """Lines of CSV, what they add up to, and where the next ones begin; None behind the last."""

    body: bytes
    rows: int
    revenue: int  # in minor units
    after: Place | None


class Whole(NamedTuple):
    """The first page, and what all of them have to add up to."""

    first: Page
    rows: int
    revenue: int  # in minor units


class Download(NamedTuple):
    """A file that is made while it is sent."""

    name: str
    content_type: str
    pieces: AsyncIterator[bytes]


async def download(
    analyses: Analyses, request: report_pb2.ExportRowsCsvRequest, cube: Cube, *, with_ids: bool
) -> Download:
    """The file. What is wrong with the request is told before any of it is sent."""
    whole = await analyses.run(begun, request, cube, with_ids)
    name = file_name("rows", "csv", [ranges.days(request, cube)])
    return Download(name, csv_file.CONTENT_TYPE, _pieces(analyses, request, cube, with_ids, whole))


async def _pieces(
    analyses: Analyses, request: report_pb2.ExportRowsCsvRequest, cube: Cube, with_ids: bool, whole: Whole
) -> AsyncIterator[bytes]:
    """Header, rows, and a last line that tells how many they are, with the hash of everything before it."""
    digest, page = hashlib.sha256(), whole.first
    rows, revenue = 0, 0
    head = csv_file.lines([[column.id for column in columns(cube, with_ids)]])
    while True:
        piece = head + page.body
        head, rows, revenue = b"", rows + page.rows, revenue + page.revenue
        digest.update(piece)
        if page.after is None:
            break
        yield piece
        page = await _in_turn(analyses, request, cube, with_ids, page.after)
    if (rows, revenue) != (whole.rows, whole.revenue):
        raise StoreUnavailable("rows came in or went while they were read; ask for the file again")
    yield piece + f"# rows={rows},sha256={digest.hexdigest()}\r\n".encode()


async def _in_turn(
    analyses: Analyses, request: report_pb2.ExportRowsCsvRequest, cube: Cube, with_ids: bool, after: Place
) -> Page:
    for _ in range(PATIENCE):
        try:
            return await analyses.run(page, request, cube, with_ids, after)
        except Overloaded:
            await asyncio.sleep(BUSY_SECONDS)
    return await analyses.run(page, request, cube, with_ids, after)


def begun(request: report_pb2.ExportRowsCsvRequest, cube: Cube, with_ids: bool) -> Whole:
    """The first page. Raises InvalidInput for bad parameters, StoreUnavailable while the database is away."""
    first = page(request, cube, with_ids, None)
    view = filters.view(request, cube)
    totals = view.cube.totals(view.chosen, [ranges.days(request, cube)])[0]
    return Whole(first, int(totals.rows), int(totals.revenue_minor))


def page(request: report_pb2.ExportRowsCsvRequest, cube: Cube, with_ids: bool, after: Place | None) -> Page:
    """The rows after a place, as lines."""
    rows, count, revenue, last = _page(request, cube, with_ids, after)
    return Page(csv_file.lines(rows), count, revenue, last)


def _page(
    request: report_pb2.ExportRowsCsvRequest, cube: Cube, with_ids: bool, after: Place | None
) -> tuple[Iterator[list[Cell]], int, int, Place | None]:
    """The rows after a place: their cells, how many they are, what they add up to, and where the next ones begin."""
    days, rows = ranges.days(request, cube), cube.rows
    if rows is None:
        raise StoreUnavailable("the rows cannot be read here; try again in a moment")
    view = filters.view(request, cube)
    wanted = {**row_listing.conditions(view.cube, view.chosen), **view.wide}
    # The index is read from a day on: from that of the last row, for those before it have been told.
    left = days if after is None else Days(max(days.start, after[0].toordinal()), days.end)
    found = rows.page(left, wanted, after, PAGE_ROWS)
    spellings = row_listing.spellings(view.cube)
    dimensions, measures = _own(cube)
    decimals = cube.model.money_decimals
    found = [one._replace(revenue=convert.rounded(one.revenue, decimals)) for one in found]
    cells = (_cells(one, row_listing.names_of(one, spellings), dimensions, measures, with_ids) for one in found)
    revenue = sum(round(one.revenue * cube.model.minor_per_unit) for one in found)
    return cells, len(found), revenue, rows.mark(found[-1]) if len(found) == PAGE_ROWS else None


def workbook(request: report_pb2.ExportRowsCsvRequest, cube: Cube, with_ids: bool, most: int, about: About) -> bytes:
    """The rows as a workbook. Raises InvalidInput for more than `most`: a file that was cut would tell nobody."""
    view = filters.view(request, cube)
    totals = view.cube.totals(view.chosen, [ranges.days(request, cube)])[0]
    if totals.rows > most:
        raise InvalidInput.of(
            "range" if request.range else "end_date",
            f"has {totals.rows:,} rows, over the {most:,} of one workbook; ask for a shorter range, for less of the "
            "business (`filter`), or for /api/reports/rows.csv, which has no end",
        )
    book = Workbook(about, is_long=True)
    read = [0, 0]
    book.add(Table("Rows", columns(cube, with_ids), ()), _counted(request, cube, with_ids, read))
    if read != [int(totals.rows), int(totals.revenue_minor)]:
        raise StoreUnavailable("rows came in or went while they were read; ask for the file again")
    return book.finished()


def _counted(
    request: report_pb2.ExportRowsCsvRequest, cube: Cube, with_ids: bool, read: list[int]
) -> Iterator[Sequence[Cell]]:
    """All rows, one by one; `read` has how many they are and their revenue, when they are through."""
    after, is_through = None, False
    while not is_through:
        rows, found, revenue, after = _page(request, cube, with_ids, after)
        yield from rows
        read[0], read[1], is_through = read[0] + found, read[1] + revenue, after is None


def columns(cube: Cube, with_ids: bool) -> list[Column]:
    """Named as the fields of SalesRow, then the model's own dimensions and measures."""
    ids = (Column("order_id", "Order"), Column("customer_id", "Customer")) if with_ids else ()
    model = cube.model
    return [
        Column("time", "Time", "moment"),
        Column("revenue", "Revenue", "currency"),
        Column("units", "Units", "number"),
        Column(CATEGORY.id, CATEGORY.title),
        Column(REGION.id, REGION.title),
        Column("is_order", "Counts an order", "truth"),
        *ids,
        *(Column(one.id, one.title) for one in model.dimensions if one.id not in BUILT_IN),
        *(Column(one.id, one.title or one.id, "currency" if one.is_money else "number") for one in model.own_measures),
    ]


def _own(cube: Cube) -> tuple[list[str], list[str]]:
    """Ids of the dimensions and measures that the model declares itself."""
    dimensions = [one.id for one in cube.model.dimensions if one.id not in BUILT_IN]
    return dimensions, [one.id for one in cube.model.own_measures]


def _cells(
    one: Sold, names: Mapping[str, str], dimensions: Sequence[str], measures: Sequence[str], with_ids: bool
) -> list[Cell]:
    ids = (one.order_id, one.customer_id) if with_ids else ()
    return [
        one.time.isoformat(timespec="seconds"),
        one.revenue,
        one.units,
        names[CATEGORY.id],
        names[REGION.id],
        one.line == 1,
        *ids,
        *(names[dimension] for dimension in dimensions),
        *(one.own[measure] for measure in measures),
    ]
