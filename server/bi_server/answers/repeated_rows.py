"""Whether rows of some days repeat each other, for the detector; asked of the store where the sums allow it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from bi_server.analysis.anomalies import Repeats, RowCheck
from bi_server.store.cube import CATEGORY, REGION, ROWS, Cube
from bi_server.store.segments import fold
from bi_server.store.selection import Selection

ORDINARY_WEEKS = (-1, 1)  # whose same weekdays tell how many rows repeat by chance
MOST_DAYS = 7  # of a longer run the first ones tell
MORE_ROWS = 1.1  # an import that came again brings at least so many times the usual rows ...
FEWER_CUSTOMERS = 0.95  # ... and at most so many times the usual customers a row
MOST_ROWS = 100_000  # read for one analysis: less than a second; what is left then is not looked at


def no_rows(_: Sequence[date]) -> None:
    """Nothing is known of the rows."""


def row_check(cube: Cube, chosen: Selection) -> RowCheck:
    """A check of the selection's rows. It reads none where the sums show that no import came again."""
    names = _names(cube, chosen)
    left = MOST_ROWS

    def check(days: Sequence[date]) -> tuple[Repeats, Repeats] | None:
        nonlocal left
        run = [day.toordinal() for day in days[:MOST_DAYS]]
        ordinary = {day + 7 * weeks for day in run for weeks in ORDINARY_WEEKS} - {d.toordinal() for d in days}
        others = sorted(day for day in ordinary if cube.first_day <= day <= cube.last_complete_day)
        if not others or not _possible(cube, chosen, run, others):
            return None
        left -= sum(_rows(cube, Selection(), day) for day in (*run, *others))
        if left < 0:
            return None
        return _repeats(cube, names, run), _repeats(cube, names, others)

    return check


def _possible(cube: Cube, chosen: Selection, run: list[int], others: list[int]) -> bool:
    rows, usual_rows = (sum(_rows(cube, chosen, day) for day in days) for days in (run, others))
    if rows * len(others) < MORE_ROWS * usual_rows * len(run):
        return False
    customers, usual_customers = (
        sum(int(cube.daily_customers(chosen, day, day)[0]) for day in days) for days in (run, others)
    )
    return customers * usual_rows <= FEWER_CUSTOMERS * usual_customers * rows


def _rows(cube: Cube, chosen: Selection, day: int) -> int:
    return int(cube.daily(chosen, day, day)[0, ROWS])


def _names(cube: Cube, chosen: Selection) -> set[tuple[str, str]] | None:
    """The folded names of the selection's segments; None for all."""
    if chosen == Selection():
        return None
    pairs = zip(*cube.places[[CATEGORY, REGION]][:, cube.members(chosen)].tolist(), strict=True)
    return {(fold(cube.categories[c]), fold(cube.regions[r])) for c, r in pairs}


def _repeats(cube: Cube, names: set[tuple[str, str]] | None, days: Iterable[int]) -> Repeats:
    kinds: Counter[int] = Counter()
    for day in days:
        for alike in () if cube.rows is None else cube.rows.alike(day):
            if names is None or (fold(alike.category), fold(alike.region)) in names:
                kinds[alike.times] += alike.kinds
    return Repeats(dict(kinds))
