"""What to know before reading a change: sentences that follow from the ranges alone."""

from bi_server.analysis.periods import Compared, Days
from bi_server.answers import convert, gaps
from bi_server.store.cube import Cube

WITHOUT_ROWS = (
    "The database is away: rows were not looked at, so large orders and customers, and rows that were imported twice, "
    "are not told."
)
WEEK = 7
FEW_DAYS = 4 * WEEK  # beyond, a weekday more or less moves a sum by little
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def on_change(compared: Compared, cube: Cube) -> list[str]:
    """Notes on the change of a range against the one before it."""
    current, base = compared.current, compared.base
    if not current.length:
        return [f"No day of the range is complete: {_end_of_data(cube)}, so there is nothing to compare."]
    notes = []
    if compared.current_is_partial:
        notes.append(
            f"The range reaches beyond the last complete day: changes compare {_words(current)} with {_words(base)}."
        )
    if compared.base_is_partial:
        notes.append(f"{_begins_before('The range compared with', base, cube)} The change is no growth.")
    return [*notes, *_make_up(current, base), *_overlap(current, base)]


def on_ranges(current: Days, previous: Days, cube: Cube) -> list[str]:
    """Notes on two ranges that the caller gave."""
    notes = []
    for name, days in (("current", current), ("previous", previous)):
        if days.end > cube.last_complete_day:
            complete = max(cube.last_complete_day - days.start + 1, 0)
            notes.append(
                f"The {name} range reaches beyond the data: {_end_of_data(cube)}, so {complete} of its {days.length} "
                "days are complete; sums are compared as they are."
            )
        if days.start < cube.first_day:
            notes.append(_begins_before(f"The {name} range", days, cube))
    return [*notes, *_make_up(current, previous), *_overlap(current, previous)]


def on_gaps(days: Days, cube: Cube) -> list[str]:
    """A note on the weeks of a range of which nothing is known."""
    inside = [_words(gap) for gap in gaps.gaps(cube) if gap.start <= days.end and days.start <= gap.end]
    if not inside:
        return []
    return [
        f"No row came from {', '.join(inside)}: nothing is expected of these days, and those after are not held "
        "against those before."
    ]


def _make_up(current: Days, base: Days) -> list[str]:
    if current.length != base.length:
        return [
            f"The ranges differ in length ({current.length} and {base.length} days); sums are compared as they are."
        ]
    if current.length < FEW_DAYS and current.length % WEEK and (current.start - base.start) % WEEK:
        return [f"The ranges hold different weekdays: {_weekdays(current)}, and {_weekdays(base)}."]
    return []


def _overlap(current: Days, base: Days) -> list[str]:
    overlap = current.start <= base.end and base.start <= current.end
    return ["The ranges overlap: the days they share are in both."] if overlap else []


def _begins_before(name: str, days: Days, cube: Cube) -> str:
    missing = min(cube.first_day - days.start, days.length)
    lie = "lies" if missing == 1 else "lie"
    return (
        f"{name} begins before the data: {missing} of its {days.length} days {lie} before "
        f"{convert.iso(cube.first_day)}."
    )


def _end_of_data(cube: Cube) -> str:
    return (
        "there is no data yet" if cube.is_empty else f"the last complete day is {convert.iso(cube.last_complete_day)}"
    )


def _words(days: Days) -> str:
    start, end = convert.iso(days.start), convert.iso(days.end)
    return start if start == end else f"{start} to {end}"


def _weekdays(days: Days) -> str:
    start, end = WEEKDAYS[(days.start - 1) % WEEK], WEEKDAYS[(days.end - 1) % WEEK]  # ordinal 1 is a Monday
    return start if days.length == 1 else f"{start} to {end}"
