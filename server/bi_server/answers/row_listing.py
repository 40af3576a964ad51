"""ListRows: the rows behind a figure, in pages."""

import base64
from collections.abc import Mapping
from datetime import datetime

from bi.v1 import data_pb2 as pb
from bi_server.analysis.periods import Days
from bi_server.answers import convert, filters, ranges, requests
from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.semantic.dimensions import CATEGORY, REGION
from bi_server.store.cube import Cube
from bi_server.store.row_pages import Named, Sold, Spelled
from bi_server.store.rows import MAX_ID
from bi_server.store.segments import fold
from bi_server.store.selection import Selection

DEFAULT_SIZE, MAX_SIZE = 100, 1000


def list_rows(request: pb.ListRowsRequest, cube: Cube) -> pb.ListRowsResponse:
    """The whole answer. Raises InvalidInput for bad parameters, StoreUnavailable while the database is away."""
    days = ranges.days(request, cube)
    rows = cube.rows
    if rows is None:
        raise StoreUnavailable("the rows cannot be read here; try again in a moment")
    cube, chosen, wide, _ = filters.view(request, cube)
    asked = request.page_size if request.HasField("page_size") else DEFAULT_SIZE
    size = requests.whole_number("page_size", asked, 1, MAX_SIZE)
    after = _read_token(request.page_token, days) if request.page_token else None
    found = rows.page(days, {**conditions(cube, chosen), **wide}, after, size + 1)
    totals = cube.totals(chosen, [days])[0]
    known = spellings(cube)
    return pb.ListRowsResponse(
        rows=[_row(one, names_of(one, known), cube.model.money_decimals) for one in found[:size]],
        next_page_token=_token(*rows.mark(found[size - 1])) if len(found) > size else "",
        total_rows=totals.rows,
        total_revenue=cube.model.in_units(totals.revenue_minor),
        total_units=totals.units,
        time_range=convert.time_range(cube, days, totals.rows > 0),
        data_version=cube.version,
    )


def conditions(cube: Cube, chosen: Selection) -> dict[str, Named | Spelled]:
    """What the rows of a selection are to be called, by dimension."""
    found: dict[str, Named | Spelled] = {}
    for place, positions in chosen.parts:
        known = cube.names[place]
        found[cube.dimensions[place].id] = Named(frozenset(fold(known[i]) for i in positions), known)
    return found


def spellings(cube: Cube) -> dict[str, dict[str, str]]:
    """The canonical name of every folded one, by dimension."""
    return {
        dimension.id: {fold(name): name for name in names}
        for dimension, names in zip(cube.dimensions, cube.names, strict=True)
    }


def names_of(one: Sold, known: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The names of a row by dimension, as answers spell them."""
    return {dimension: known.get(dimension, {}).get(fold(name), name) for dimension, name in one.names.items()}


def _row(one: Sold, names: dict[str, str], money_decimals: int) -> pb.SalesRow:
    return pb.SalesRow(
        time=one.time.isoformat(timespec="seconds"),
        revenue=convert.rounded(one.revenue, money_decimals),
        units=one.units,
        category=names.pop(CATEGORY.id),
        region=names.pop(REGION.id),
        is_order=one.line == 1,
        order_id=one.order_id,
        customer_id=one.customer_id,
        segment=names,
        measures=one.own,
    )


def _token(time: datetime, place: int) -> str:
    return base64.urlsafe_b64encode(f"{time.isoformat()} {place}".encode()).decode().rstrip("=")


def _read_token(text: str, days: Days) -> tuple[datetime, int]:
    try:
        time, row = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split(" ")
        after = datetime.fromisoformat(time), min(max(int(row), 0), MAX_ID)
    except ValueError:
        raise InvalidInput.of("page_token", f"{text[:40]!r} is none of ours; take `next_page_token` as it is") from None
    if after[0].tzinfo is not None or not days.start <= after[0].toordinal() <= days.end:
        raise InvalidInput.of("page_token", "is of another range; give all other parameters as they were")
    return after
