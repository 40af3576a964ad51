"""Forecasts of the parts of a whole, which add up to it, and to the levels between that the model declares."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from bi_server.analysis.forecasting import Forecast, reconcile, with_values
from bi_server.answers import filters
from bi_server.answers.filters import View
from bi_server.errors import InvalidInput
from bi_server.semantic.dimensions import Dimension
from bi_server.store.cube import ROWS

Path: TypeAlias = tuple[str, ...]  # names of levels, the highest first

MAX_PARTS = 50  # each is a forecast of its own, with a backtest
MAX_PIECES = 2 * MAX_PARTS


def of(
    view: View, dimension: Dimension, total: Forecast, forecast: Callable[[View], Forecast], decimals: int
) -> dict[str, Forecast]:
    """The parts of a view by a dimension, by name, in the order of the names; values have so many `decimals`.

    Where the model says that its names are `of` another dimension, they add up to what is forecast of that: stores to
    their region, and regions to the total. A name in several of them (`No store`) is the sum of its pieces. Raises
    InvalidInput for too many parts.
    """
    parts = _parts(view, dimension)
    if len(parts) > MAX_PARTS:
        raise _too_many(dimension, len(parts))
    levels = _above(view, dimension)
    pieces = _pieces(view, levels, parts)
    if sum(map(len, pieces.values())) > MAX_PIECES:
        levels, pieces = [], {(): parts}  # the rows are otherwise than the model says
    wholes = _down(view, levels, total, set(pieces), forecast, decimals)
    found: dict[str, list[Forecast]] = {name: [] for name in parts}
    for path, own in pieces.items():
        for name, piece in reconcile(
            wholes[path], {name: forecast(part) for name, part in own.items()}, decimals
        ).items():
            found[name].append(piece)
    return {
        name: own[0] if len(own) == 1 else with_values(forecast(parts[name]), _sums(own, decimals))
        for name, own in found.items()
        if own
    }


def _pieces(view: View, levels: Sequence[Dimension], parts: Mapping[str, View]) -> dict[Path, dict[str, View]]:
    """The parts, cut by the levels above: by the names of these, the highest first."""
    if not levels:
        return {(): dict(parts)}
    places = [view.cube.dimensions.index(level) for level in levels]
    pieces: dict[Path, dict[str, View]] = {}
    for name, part in parts.items():
        for group in part.cube.groups(part.chosen, places):
            piece = part._replace(chosen=group.of(part.chosen))
            if _has_history(piece):
                path = tuple(view.cube.names[place][position] for place, position in group.parts)
                pieces.setdefault(path, {})[name] = piece
    return pieces


def _sums(forecasts: Sequence[Forecast], decimals: int) -> list[float]:
    """The values of each step together."""
    steps = zip(*((point.value for point in one.points) for one in forecasts), strict=True)
    return [round(sum(values), decimals) for values in steps]


def _down(
    view: View,
    levels: Sequence[Dimension],
    total: Forecast,
    paths: set[Path],
    forecast: Callable[[View], Forecast],
    decimals: int,
) -> Mapping[Path, Forecast]:
    """What is forecast of the lowest of the levels, by the names of all of them, the highest first."""
    if not levels:
        return {(): total}
    parts = _parts(view, levels[0])
    names = sorted({path[0] for path in paths})
    wholes = reconcile(total, {name: forecast(parts[name]) for name in names}, decimals)
    return {
        (name, *path): below
        for name in names
        for path, below in _down(
            parts[name],
            levels[1:],
            wholes[name],
            {path[1:] for path in paths if path[0] == name},
            forecast,
            decimals,
        ).items()
    }


def _above(view: View, dimension: Dimension) -> list[Dimension]:
    """The levels above a dimension, the highest first; without those of thousands of names."""
    known = {one.id: one for one in view.cube.model.dimensions}
    levels: list[Dimension] = []
    while dimension.parent:
        dimension = known[dimension.parent]
        if dimension in view.cube.dimensions:
            levels.insert(0, dimension)
    return levels


def _parts(view: View, dimension: Dimension) -> dict[str, View]:
    """What of a view has each name of a dimension."""
    if dimension.wide:
        names = filters.wide_names(view, dimension)
        if len(names) > MAX_PARTS:
            raise _too_many(dimension, len(names))
        parts = {name: filters.of_wide_name(view, dimension, name) for name in names}
        return {name: part for name, part in parts.items() if _has_history(part)}
    place = view.cube.dimensions.index(dimension)
    groups = view.cube.groups(view.chosen, (place,))
    return {view.cube.names[place][group.parts[0][1]]: view._replace(chosen=group.of(view.chosen)) for group in groups}


def _has_history(part: View) -> bool:
    """Whether a row of it is of a day that is over."""
    upto = part.cube.position(part.cube.last_complete_day + 1)
    return bool(part.cube.view(part.chosen)[upto, ROWS])


def _too_many(dimension: Dimension, count: int) -> InvalidInput:
    remedy = f"name those wanted (filter={dimension.id}:NAME)" if dimension.wide else "filter by category or region"
    return InvalidInput.of("group_by", f"{count} parts are more than {MAX_PARTS}; {remedy}")
