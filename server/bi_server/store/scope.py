"""The part of a business that a caller may see, and the snapshot of that part alone."""

import asyncio
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

import numpy as np

from bi_server.store.cells import Ints
from bi_server.store.cube import NOT_SPLIT, ROWS, Cube
from bi_server.store.loading import cube_of
from bi_server.store.looking_up import in_thread
from bi_server.store.reading import Cells, Rollup
from bi_server.store.row_pages import Named
from bi_server.store.schema import schema_of_model
from bi_server.store.segments import fold
from bi_server.store.selection import Selection
from bi_server.store.sharing import share
from bi_server.store.state import State

PARTS_KEPT = 16  # of the newest snapshot; each takes at most as much memory as the whole


@dataclass(frozen=True)
class Scope:
    """The rows that have one of the names, folded, of every dimension given by its id; in the order of the ids.

    Visits that are not split by one of the dimensions are of the whole business: they are in no scope.
    """

    parts: tuple[tuple[str, frozenset[str]], ...]


class Scopes:
    """Parts of the newest snapshot, each made once and off the event loop. For one event loop."""

    def __init__(self) -> None:
        self._state: State | None = None
        self._parts: OrderedDict[Scope, asyncio.Future[Cube]] = OrderedDict()
        self._making = threading.Lock()  # one at a time: it takes a core, and memory

    async def part(self, cube: Cube, scope: Scope) -> Cube:
        """As `within`."""
        if cube.state != self._state:
            self._state = cube.state
            self._parts.clear()
        part = self._parts.get(scope)
        if part is None or (part.done() and (part.cancelled() or part.exception())):
            part = self._parts[scope] = asyncio.wrap_future(in_thread(lambda: self._made(cube, scope)))
        self._parts.move_to_end(scope)
        while len(self._parts) > PARTS_KEPT:
            self._parts.popitem(last=False)
        return await asyncio.shield(part)

    def _made(self, cube: Cube, scope: Scope) -> Cube:
        with self._making:
            return within(cube, scope)


def within(cube: Cube, scope: Scope) -> Cube:
    """The snapshot of the rows of a scope: as that of a store which has no others, under the same state of the data.

    Days, names, and what is "now" are those of its rows; whatever is computed of it knows of nothing else.
    """
    held = {dimension.id: place for place, dimension in enumerate(cube.dimensions)}
    named = {dimension: Named(names, cube.names[held[dimension]]) for dimension, names in scope.parts}
    chosen = Selection(
        tuple(
            (held[dimension], tuple(i for i, name in enumerate(one.known) if fold(name) in one.wanted))
            for dimension, one in named.items()
        )
    )
    segments = np.flatnonzero(cube.members(chosen))
    rollup = Rollup(cube.state, True, cube.customers.level, _names(cube, segments), _cells(cube, segments))
    part = cube_of(schema_of_model(cube.model), rollup, rollup.cells, None, cube.days * len(segments))
    others = int(cube.running[-1, ROWS].sum()) - int(part.running[-1, ROWS].sum())
    part = share(replace(part, model=cube.model, within=named, others_rows=others).prepared())
    return replace(part, rows=None if cube.rows is None else cube.rows.within(named))


def _names(cube: Cube, segments: Ints) -> dict[int, tuple[str, ...]]:
    """The names of segments by their ids; empty where they are not split."""
    columns = [
        ["" if place == NOT_SPLIT else names[place] for place in places]
        for names, places in zip(cube.names, cube.places[:, segments].tolist(), strict=True)
    ]
    return dict(zip(cube.segment_ids[segments].tolist(), zip(*columns, strict=True), strict=True))


def _cells(cube: Cube, segments: Ints) -> Cells:
    """The cells that a cube was made of, of some segments: by segment, then by day."""
    sums = np.diff(cube.running[:, :, segments], axis=0)
    segment, day = np.nonzero(sums.any(axis=1).T)
    known = cube.customers
    counts = np.diff(known.starts)[segments]
    bought = np.concatenate([np.arange(0), *(np.arange(*known.starts[i : i + 2]) for i in segments)])
    places = np.repeat(np.arange(len(segments)), counts) * cube.days + known.day[bought]
    return Cells(
        segment=cube.segment_ids[segments][segment],
        day=day + cube.base_day,
        sums=sums[day, :, segment],
        last_second=cube.last_second[day, segments[segment]].astype(np.int64),
        customer_counts=np.bincount(places, minlength=len(segments) * cube.days)[segment * cube.days + day],
        customer_hashes=known.hashes[known.customer[bought]],
    )
