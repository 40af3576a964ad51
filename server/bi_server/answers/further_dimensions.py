"""Revenue by the dimensions that a model declares besides category and region, for the insights."""

import numpy as np
import pandas as pd

from bi_server.analysis.insights import Segment
from bi_server.analysis.periods import Days
from bi_server.answers import convert, series
from bi_server.semantic.dimensions import BUILT_IN, NOT_SET, Dimension
from bi_server.store.cube import REVENUE, Cube
from bi_server.store.selection import Selection

MOST_NAMES = 100  # of a dimension, the largest: of more, few are large enough to move the whole


def revenue(cube: Cube, chosen: Selection, now: Days, before: Days) -> dict[str, pd.DataFrame]:
    """By dimension, days from the first with a row of the selection x the names that brought most in two ranges.

    In the currency's unit. Rows without a name are of none of them. Raises InsufficientHistory for an empty selection.
    """
    days = Days(series.history(cube, chosen).start, cube.last_day)
    found = {}
    for dimension in _further(cube):
        place = cube.dimensions.index(dimension)
        groups = [g for g in cube.groups(chosen, (place,)) if convert.name(cube, g, place) != NOT_SET]
        bounds = [before.start, before.end + 1, now.start, now.end + 1]
        sums = np.abs(cube.grouped(chosen, groups, bounds, slice(REVENUE, REVENUE + 1))[::2, 0]).sum(axis=0)
        largest = [groups[i] for i in sorted(np.argsort(-sums, kind="stable")[:MOST_NAMES].tolist())]
        values = series.split(cube, chosen, largest, cube.model.metrics["revenue"], days)
        names = [convert.name(cube, group, place) for group in largest]
        found[dimension.id] = pd.DataFrame(values, index=series.index(days), columns=names)
    return found


def belonging(cube: Cube, chosen: Selection) -> dict[Segment, Segment]:
    """The category or region that all of a name is of, where the model declares it and the rows are so."""
    found: dict[Segment, Segment] = {}
    for dimension in _further(cube):
        above = _built_in_above(dimension, cube)
        if above is None:
            continue
        place, over = cube.dimensions.index(dimension), cube.dimensions.index(above)
        owners: dict[str, set[str]] = {}
        for group in cube.groups(chosen, (place, over)):
            owners.setdefault(convert.name(cube, group, place), set()).add(convert.name(cube, group, over))
        found |= {
            Segment.of({dimension.id: name}): Segment.of({above.id: next(iter(own))})
            for name, own in owners.items()
            if len(own) == 1
        }
    return found


def _further(cube: Cube) -> list[Dimension]:
    return [dimension for dimension in cube.dimensions if dimension.id not in BUILT_IN]


def _built_in_above(dimension: Dimension, cube: Cube) -> Dimension | None:
    known = {one.id: one for one in cube.model.dimensions}
    while dimension.parent:
        dimension = known[dimension.parent]
        if dimension.id in BUILT_IN:
            return dimension
    return None
