"""Which holiday, if any, an unusual day is near, and whether that explains it: by what it did in other years."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from .bands import Judged

ONE_DAY = timedelta(days=1)
FRIDAY = 4
DAY_BEFORE, BRIDGE_DAY = " (day before)", " (bridge day)"
# Two years' falls or rises on a holiday differ by this part of them.
YEARS_DIFFER = 0.25
# What is less than this many noise scales is no effect.
SMALLEST = 1.0


@dataclass(frozen=True)
class Explanation:
    """A holiday near an unusual day, the number of other years in the series, and whether these explain the day."""

    name: str
    years: int
    explains: bool


def holiday_of(day: date, holidays: Mapping[date, str]) -> str | None:
    """The holiday on that day, on the next day (its eve) or, for a Friday, on the Thursday before (a bridge)."""
    if day in holidays:
        return holidays[day]
    if day + ONE_DAY in holidays:
        return holidays[day + ONE_DAY] + DAY_BEFORE
    if day.weekday() == FRIDAY and day - ONE_DAY in holidays:
        return holidays[day - ONE_DAY] + BRIDGE_DAY
    return None


def name_of_run(names: Sequence[str]) -> str:
    """Of days in a row every holiday once (`Christmas Day and Boxing Day`), those by one only where it is not there."""
    own = {name: name.removesuffix(DAY_BEFORE).removesuffix(BRIDGE_DAY) for name in names}
    told = [name for name, holiday in own.items() if name == holiday or holiday not in own]
    return " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))


def explanations(
    judged: Judged, unusual: list[int], holidays: Mapping[date, str], width: float
) -> dict[int, Explanation]:
    """Of the `unusual` days (positions) those near a holiday.

    It explains what it did in other years: to the same side, and no more than that beyond `width` noise scales.
    One that the series has no other year of explains a fall, as holidays most often bring, and no rise.
    """
    if not holidays:
        return {}
    names = {day: holiday_of(judged.days[day].date(), holidays) for day in unusual}
    wanted = set(names.values()) - {None}
    same: defaultdict[str, list[int]] = defaultdict(list)
    first, last = judged.days[0].date(), judged.days[-1].date()
    for near in {day + step * ONE_DAY for day in holidays for step in (-1, 0, 1)}:
        if first <= near <= last and (name := holiday_of(near, holidays)) in wanted:
            at = (near - first).days
            if np.isfinite(judged.score[at]):
                same[str(name)].append(at)
    found = {}
    for day, name in names.items():
        if name is not None:
            others = [at for at in same[name] if at != day]
            found[day] = Explanation(name, len(others), _explains(judged, day, others, width))
    return found


def _explains(judged: Judged, day: int, others: list[int], width: float) -> bool:
    side = np.sign(judged.score[day])
    if not others:
        return bool(side < 0)
    usual = float(np.median(judged.score[others]))
    if usual * side < SMALLEST:
        return False
    apart = side * (judged.score[day] - usual)
    uncertain = np.sqrt(1 + 1 / len(others) + (YEARS_DIFFER * usual) ** 2)
    return bool(apart <= width * uncertain)
