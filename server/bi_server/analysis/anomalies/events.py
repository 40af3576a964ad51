"""From flagged days to named events."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from .bands import Judged
from .duplicates import RowCheck, came_twice
from .holiday_names import Explanation, explanations, name_of_run
from .precedents import may_be_season
from .results import Anomaly, Kind, Severity
from .robust import Floats, gap_follows
from .shifts import SHORTEST_LEVEL, Jump
from .silence import NEXT_TO_NOTHING
from .structure import Bools

# An unusual day of this many times the expected is grave however noisy the series, if the expected is not far below
# the usual day (in medians of the days with data): several times next to nothing is not much.
HIGH_RATIO, USUAL_PART = 5.0, 0.5
HIGHEST_SCORE = 99.0  # more says nothing: the series never moves
# A run of days that each brought about the same part of what was due, at most this much of it, is an outage of
# some sources rather than weak demand.
PARTIAL_SHARE, PARTIAL_SPREAD = 0.6, 0.15
# A single day with at most this part of what was due lacks its rows as well as one with none.
NOTHING_OF_A_DAY = 0.01
# Rows are looked at for a second import from this part of the band's width on, and from so many times the expected.
PROVEN, LEAST_DOUBLED = 0.5, 1.4


def find_events(
    judged: Judged,
    flagged: Bools,
    jumps: tuple[Jump, ...],
    width: float,
    holidays: Mapping[date, str],
    check_rows: RowCheck,
) -> tuple[Anomaly, ...]:
    """One anomaly per level shift and per run of flagged days with the same direction and holiday, oldest first.

    `width` is the half-width of the band in noise scales.
    """
    band = judged.band(width)
    shifts = [_level_shift(judged, jump, width) for jump in jumps]
    jumped = {jump.day for jump in jumps}
    days = [int(day) for day in np.flatnonzero(flagged) if day not in jumped]
    near = explanations(judged, days, holidays, width)
    explained = {day: near[day].explains if day in near else False for day in days}
    runs = _runs(days, judged.score, explained)
    events = [_event(judged, run, band, _near(run, _peak(judged, run), near), check_rows) for run in runs]
    return tuple(sorted(shifts + events, key=lambda event: (event.start, event.kind)))


def _runs(days: list[int], score: Floats, explained: Mapping[int, bool]) -> Iterator[list[int]]:
    run: list[int] = []
    for day in days:
        same = run and day == run[-1] + 1 and score[day] * score[run[-1]] > 0
        if same and explained[day] == explained[run[-1]]:
            run.append(day)
            continue
        if run:
            yield run
        run = [day]
    if run:
        yield run


def _peak(judged: Judged, run: list[int]) -> int:
    return run[int(np.argmax(np.abs(judged.score[run])))]


def _near(run: list[int], peak: int, near: Mapping[int, Explanation]) -> Explanation | None:
    """What explains the peak, by the names of all days of the run if it is the holidays' own."""
    found = near.get(peak)
    if found is None or not found.explains:
        return found
    return replace(found, name=name_of_run([near[day].name for day in run]))


def severity_of(score: float, ratio: float = 1.0) -> Severity:
    """How grave a day is by its score, and by how many times the expected it brought."""
    if score >= 10:
        return "critical"
    if score >= 7 or ratio >= HIGH_RATIO:
        return "high"
    return "low" if score < 5 else "medium"


def _event(
    judged: Judged,
    run: list[int],
    band: tuple[Floats, Floats, Floats],
    near: Explanation | None,
    check_rows: RowCheck,
) -> Anomaly:
    expected, lower, upper = band
    peak = _peak(judged, run)
    kind, facts = _kind(judged, run, expected, near, check_rows)
    total, due = float(judged.value[run].sum()), float(expected[run].sum())
    score = min(abs(float(judged.score[peak])), HIGHEST_SCORE)
    usual = expected[peak] > USUAL_PART * judged.scale.unit
    ratio = float(judged.value[peak] / expected[peak]) if usual else 1.0
    return Anomaly(
        start=judged.days[run[0]].date(),
        end=judged.days[run[-1]].date(),
        peak=judged.days[peak].date(),
        kind=kind,
        direction="up" if judged.score[peak] > 0 else "down",
        severity=severity_of(score, ratio),
        score=score,
        value=float(judged.value[peak]),
        expected=float(expected[peak]),
        lower=float(lower[peak]),
        upper=float(upper[peak]),
        total_value=total,
        total_expected=due,
        facts={"days": len(run)} | ({"ratio": total / due} if due > 0 else {}) | facts,
    )


def _kind(
    judged: Judged,
    run: list[int],
    expected: Floats,
    near: Explanation | None,
    check_rows: RowCheck,
) -> tuple[Kind, dict[str, float | int | str]]:
    if near is not None and near.explains:
        return "holiday", {"holiday": near.name, "other_years": near.years}
    value, due = judged.value[run], expected[run]
    if judged.score[run[0]] > 0:
        return _surge([judged.days[day].date() for day in run], float(value.sum()), float(due.sum()), check_rows)
    least = NEXT_TO_NOTHING if len(run) > 1 else NOTHING_OF_A_DAY
    nothing = abs(value.sum()) <= least * due.sum()  # refunds beyond the sales are something
    if np.mean(judged.empty[run]) >= 0.5 or nothing:
        silence = float(judged.silence[run].max())  # 0 for a single day
        return "missing_data", {"completeness": float(value.sum() / due.sum()), "silence": silence}
    share = value / np.where(due > 0, due, np.nan)
    if len(run) > 1 and share.min() > 0 and share.max() <= PARTIAL_SHARE and np.ptp(share) <= PARTIAL_SPREAD:
        return "missing_data", {"completeness": float(value.sum() / due.sum())}
    return "dip", {}


def doubled(judged: Judged, flagged: Bools, width: float, check_rows: RowCheck) -> Bools:
    """The days that are not `flagged`, high though not high enough, whose rows prove that they came again.

    In a noisy series twice the usual is nothing rare; but where the rows say so, it needs no rarity.
    """
    expected = judged.band(width)[0]
    high = (np.nan_to_num(judged.score) >= PROVEN * width) & (judged.value >= LEAST_DOUBLED * expected)
    found = np.zeros_like(flagged)
    for day in np.flatnonzero(high & ~flagged & (expected > 0)).tolist():
        kind, _ = _surge([judged.days[day].date()], float(judged.value[day]), float(expected[day]), check_rows)
        found[day] = kind == "duplicate_import"
    return found


def _surge(
    days: list[date], value: float, due: float, check_rows: RowCheck
) -> tuple[Kind, dict[str, float | int | str]]:
    seen = check_rows(days)
    if seen is None or not came_twice(*seen, value, due):
        return "spike", {}
    return "duplicate_import", {"rows": seen[0].rows, "repeats": seen[0].repeats}


def _level_shift(judged: Judged, jump: Jump, width: float) -> Anomaly:
    """The first week of the new level against what the old one would have given."""
    structure, scale, last = judged.structure, judged.scale, judged.days.size - 1
    week = slice(jump.day, min(jump.day + SHORTEST_LEVEL, judged.days.size))
    before = float(np.median(structure.level[jump.day - SHORTEST_LEVEL : jump.day]))
    due = before + structure.weekday[week]
    reach = width * judged.noise[jump.day]
    score = min(abs(jump.score), HIGHEST_SCORE)
    expected = scale.backward(due)
    first = judged.days[jump.day].date()
    return Anomaly(
        start=first,
        end=judged.days[week][-1].date(),
        peak=first,
        kind="level_shift",
        direction="up" if jump.score > 0 else "down",
        severity="low" if may_be_season(jump, first) else severity_of(score),
        score=score,
        value=float(judged.value[jump.day]),
        expected=float(expected[0]),
        lower=float(scale.backward(due[:1] - reach)[0]),
        upper=float(scale.backward(due[:1] + reach)[0]),
        total_value=float(np.nansum(judged.value[week])),
        total_expected=float(expected[np.isfinite(judged.value[week])].sum()),
        facts={
            "days": week.stop - week.start,
            "level_before": jump.before,
            "level_after": jump.after,
            "lasts_until": judged.days[jump.until].date().isoformat(),
            "holds": int(jump.until == last),
            "gap_follows": int(gap_follows(judged.value, jump.until)),
        },
    )
