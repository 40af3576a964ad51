"""Which part of the business a request is about, and what it is split by."""

import csv
import difflib
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol, TypeVar

from bi_server.errors import InvalidInput, StoreUnavailable, Violation
from bi_server.semantic import dimensions
from bi_server.semantic.dimensions import CATEGORY, REGION, Dimension
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import Cube
from bi_server.store.row_pages import Spelled
from bi_server.store.rows import Rows
from bi_server.store.segments import fold
from bi_server.store.selection import EVERYTHING, Selection
from bi_server.store.wide.narrowing import narrowed

T = TypeVar("T")

MAX_VALUES = 200  # of one dimension: a request that names more means all of them
NAMES_TOLD = 3  # of a filter, in words; of more their number
NAMES_SHOWN = 20  # in the message about an unknown name


class Filtered(Protocol):
    """A request for a part of the business."""

    @property
    def category(self) -> Sequence[str]: ...
    @property
    def region(self) -> Sequence[str]: ...
    @property
    def filter(self) -> Sequence[str]: ...


class View(NamedTuple):
    """What a request is about: a part of a cube, and the names of wide dimensions whose rows alone the cube is of.

    `whole` is the cube of all rows.
    """

    cube: Cube
    chosen: Selection
    wide: Mapping[str, Spelled]
    whole: Cube


def is_wide(request: Filtered, cube: Cube) -> bool:
    """Whether the filters need the rows: to read them takes a moment, and the database."""
    return bool(request.filter) and any(_names_wide(text, cube) for text in request.filter)


def _names_wide(text: str, cube: Cube) -> bool:
    name = text.partition(":")[0].strip().lower().removeprefix("-").strip()
    return any(dimension.id == name for dimension in cube.model.wide)


def view(request: Filtered, cube: Cube) -> View:
    """The filters of a request. Blank values mean no filter; case and blanks around a name do not matter.

    Raises InvalidInput with everything that is wrong in them, StoreUnavailable where a wide dimension is among them and
    the database is away.
    """
    if not request.category and not request.region and not request.filter:
        return View(cube, EVERYTHING, {}, cube)
    asked = _Asked(cube)
    asked.add(CATEGORY, request.category)
    asked.add(REGION, request.region)
    for text in request.filter:
        asked.parse(text)
    return asked.view()


class _Asked:
    """The filters of one request, as far as they are read."""

    def __init__(self, cube: Cube) -> None:
        self._cube = cube
        self._held: dict[int, set[int]] = {}
        self._included: dict[str, set[str]] = {}
        self._excluded: dict[str, set[str]] = {}
        self._mistakes: list[Violation] = []

    def add(self, dimension: Dimension, names: Sequence[str]) -> None:
        """Names of a field that is called as its dimension."""
        found = self._known(dimension.id, dimension, names)
        if found:
            self._keep(self._cube.dimensions.index(dimension), found)

    def _keep(self, place: int, names: set[str]) -> None:
        positions = {i for i, name in enumerate(self._cube.names[place]) if name in names}
        self._held[place] = self._held.get(place, positions) & positions

    def parse(self, text: str) -> None:
        """One `filter`."""
        if not text.strip():
            return
        try:
            dimension, values, is_excluded = _parsed(text, self._cube)
        except InvalidInput as error:
            self._mistakes += error.violations
            return
        names = self._known("filter", dimension, values)
        kind = self._excluded if is_excluded else self._included
        if names:
            kind[dimension.id] = kind.get(dimension.id, set()) | names

    def _known(self, field: str, dimension: Dimension, asked: Sequence[str]) -> set[str]:
        """The spellings that the store has of names; what it does not have is a mistake."""
        if len(asked) > MAX_VALUES:
            reason = f"{len(asked)} values are more than {MAX_VALUES}; leave the filter out for all"
            self._mistakes.append(Violation(field, reason))
            return set()
        if not any(name.strip() for name in asked):
            return set()
        spellings = self._cube.remember(("spellings", dimension.id), lambda: _spellings(dimension, self._cube))
        names = [part for name in asked if name.strip() for part in _parts(name, spellings)]
        unknown = next((name for name in names if fold(name) not in spellings), None)
        if unknown is not None:
            self._mistakes.append(Violation(field, _unknown(unknown, names_of(dimension, self._cube))))
            return set()
        return {spelling for name in names for spelling in spellings[fold(name)]}

    def view(self) -> View:
        if self._mistakes:
            raise InvalidInput(self._mistakes)
        wide: dict[str, Spelled] = {}
        for place, dimension in enumerate(self._cube.dimensions):
            if dimension.id in self._included:
                self._keep(place, self._included[dimension.id])
            if dimension.id in self._excluded:
                self._keep(place, set(self._cube.names[place]) - self._excluded[dimension.id])
        for dimension in self._cube.model.wide:
            included, excluded = self._included.get(dimension.id), self._excluded.get(dimension.id, set())
            if included is not None:
                wide[dimension.id] = Spelled(tuple(sorted(included - excluded)), is_excluded=False)
            elif excluded:
                wide[dimension.id] = Spelled(tuple(sorted(excluded)), is_excluded=True)
        chosen = Selection(tuple((place, tuple(sorted(self._held[place]))) for place in sorted(self._held)))
        cube = _of_rows(self._cube, wide) if wide else self._cube
        if any(place not in (0, 1) for place, _ in chosen.parts):
            # Rows are looked through by category and region: of other dimensions they would tell of others' orders.
            cube = cube.remember("sums alone", lambda: replace(cube, rows=None))
        return View(cube, chosen, wide, self._cube)


def _of_rows(cube: Cube, names: Mapping[str, Spelled]) -> Cube:
    """The cube of the rows that have the names."""
    key = ("narrowed", *sorted(names.items()))
    return cube.remember(key, lambda: narrowed(cube, names))


def _spellings(dimension: Dimension, cube: Cube) -> dict[str, list[str]]:
    """Every name of a dimension in all its spellings, by what makes them the same."""
    found: dict[str, list[str]] = {}
    for name in names_of(dimension, cube):
        found.setdefault(fold(name), []).append(name)
    return found


def names_of(dimension: Dimension, cube: Cube) -> tuple[str, ...]:
    """All known names of a dimension, sorted. Raises StoreUnavailable for a wide one while the database is away."""
    if dimension.wide:
        return _rows(cube).names_of(dimension)
    return cube.names[cube.dimensions.index(dimension)]


def wide_names(view: View, dimension: Dimension) -> list[str]:
    """The names of a wide dimension that a view may have rows of, sorted. Errors as of `names_of`."""
    asked = view.wide.get(dimension.id)
    if asked is not None and not asked.is_excluded:
        return sorted(asked.names)
    left_out = () if asked is None else asked.names
    return [name for name in names_of(dimension, view.whole) if name not in left_out]


def of_wide_name(view: View, dimension: Dimension, name: str) -> View:
    """What of a view has one name of a wide dimension. Raises StoreUnavailable where the rows cannot be read."""
    wide = {**view.wide, dimension.id: Spelled((name,), is_excluded=False)}
    return view._replace(cube=_of_rows(view.whole, wide), wide=wide)


def _rows(cube: Cube) -> Rows:
    if cube.rows is None:
        raise StoreUnavailable("the rows cannot be read here; try again in a moment")
    return cube.rows


def dimension(field: str, name: str, cube: Cube) -> Dimension:
    """A dimension by its name, in any case. Raises InvalidInput for what is none."""
    known = {dimension.id: dimension for dimension in cube.model.dimensions}
    wanted = name.strip().lower()
    if wanted not in known:
        near = difflib.get_close_matches(wanted, known, n=1)
        hint = f"did you mean {near[0]!r}? " if near else ""
        raise InvalidInput.of(field, f"{wanted[:40]!r} is no dimension; {hint}There are {', '.join(known)}")
    return known[wanted]


def _parsed(text: str, cube: Cube) -> tuple[Dimension, list[str], bool]:
    """Dimension, names, and whether these are left out, of `channel:web,app` or `-channel:web`."""
    start, colon, rest = text.partition(":")
    name = start.strip().lower()
    is_excluded = name.startswith("-")
    name = name.removeprefix("-").strip()
    if not colon:
        example = cube.model.dimensions[-1].id
        reason = f"{text[:60]!r} is no filter; write DIMENSION:NAME, such as {example}:NAME or -{example}:NAME"
        raise InvalidInput.of("filter", reason)
    found = dimension("filter", name, cube)
    try:
        values = next(csv.reader([rest.strip()], skipinitialspace=True, strict=True), [])
    except csv.Error:
        raise InvalidInput.of("filter", f"{text[:60]!r} has a quote that does not end") from None
    if not any(value.strip() for value in values):
        raise InvalidInput.of("filter", f"{text[:60]!r} names nothing; write {name}:NAME, or leave the filter out")
    # Without quotes the whole may be one name that holds a comma.
    return found, [rest] if '"' not in rest else values, is_excluded


def _parts(name: str, known: Container[str]) -> list[str]:
    """`Books,Music` are two names, unless there is one that is spelled so."""
    parts = name.split(",")
    if len(parts) == 1 or fold(name) in known or not all(fold(part) in known for part in parts if part.strip()):
        return [name]
    return [part for part in parts if part.strip()]


def _unknown(name: str, known: tuple[str, ...]) -> str:
    if not known:
        return f"{name[:60]!r} is not known; the store has no data yet"
    near = difflib.get_close_matches(fold(name), [fold(k) for k in known], n=1, cutoff=0.5)
    hint = next((f"; did you mean {k!r}?" for k in known if near and fold(k) == near[0]), "")
    more = "" if len(known) <= NAMES_SHOWN else f" and {len(known) - NAMES_SHOWN} more"
    return f"{name[:60]!r} is not known{hint} Known: {', '.join(known[:NAMES_SHOWN])}{more}".replace(
        "known Known", "known. Known"
    )


def in_words(view: View, besides: Container[str] = dimensions.BUILT_IN) -> str:
    """The filters by other dimensions than category and region, or than those given, such as `Channel Online or
    Telephone`; else empty."""
    held, names = view.whole.dimensions, view.whole.names
    told = [
        (held[place].title, [names[place][i] for i in positions], "")
        for place, positions in view.chosen.parts
        if held[place].id not in besides
    ]
    for dimension in view.whole.model.wide:
        if dimension.id in view.wide:
            spelled = view.wide[dimension.id]
            told.append((dimension.title, list(spelled.names), "without " if spelled.is_excluded else ""))
    return ", ".join(f"{title} {without}{_either(own)}" for title, own, without in told)


def _either(names: Sequence[str]) -> str:
    return " or ".join(names) if len(names) <= NAMES_TOLD else f"({len(names)} names)"


def split(asked: Sequence[str], cube: Cube) -> list[Dimension]:
    """The dimensions to split by, wide ones too: one of them, alone. Raises InvalidInput for what is none."""
    found = [cube.model.dimensions[i] for i in dimensions.places(asked, cube.model.dimensions)]
    wide = [dimension.id for dimension in found if dimension.wide]
    if wide and len(found) > 1:
        reason = f"{wide[0]} has too many names to be split by anything else; give it alone, and filter by the others"
        raise InvalidInput.of("group_by", reason)
    return found


def require_parts(metric: Metric, view: View, by: Sequence[Dimension]) -> None:
    """Raises InvalidInput where a metric is not known of the parts asked for: visits have no names of most dimensions,
    and customers of a wide one are not counted."""
    filtered = [view.whole.dimensions[place] for place, _ in view.chosen.parts]
    filtered += [dimension for dimension in view.whole.model.wide if dimension.id in view.wide]
    without = [dimension.id for dimension in (*by, *filtered) if not dimension.has_visits]
    if metric.of_traffic and without:
        reason = f"{metric.id} is counted by category and region alone; leave {without[0]} out, or take another metric"
        raise InvalidInput.of("metric", reason)
    if metric.is_distinct and any(dimension.wide for dimension in by):
        raise InvalidInput.of("metric", f"{metric.id} is not counted for every {by[0].id}; filter by one of them")
