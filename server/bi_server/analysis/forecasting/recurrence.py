"""Days that stood out before and come back by a rule, found in the series itself where nobody named them.

A coming day is compared with the past days that a business calendar puts in its place: last business day of a month,
date, n-th weekday, distance from Easter or Thanksgiving. It inherits their effect only if they stood out far more than
the series usually does, at least twice and never the other way round. A single past year is believed only of days kept
nearly everywhere. Where several rules explain the same past days, the surest is followed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis.forecasting.events import Names, shrunk, surprises
from bi_server.analysis.forecasting.frequency import Floats
from bi_server.analysis.timeseries import special_days
from bi_server.analysis.timeseries.special_days import EASTER_ZERO

# Of equally sure rules the one named first is followed.
MONTHLY = ("business_day_from_end", "business_day_from_start", "day_from_end", "day_of_month")
YEARLY = ("from_thanksgiving", "from_easter", "date", "last_weekday", "nth_weekday")
SAME_WEEKDAY = ("last_weekday", "nth_weekday")  # what happens on them does not depend on how the year falls
KEPT_EVERYWHERE: Mapping[str, set[int]] = {
    "date": {1224, 1225, 1226, 1231, 101, 501},
    "from_easter": {EASTER_ZERO + k for k in (-3, -2, -1, 0, 1)},
    "from_thanksgiving": {5, 8},  # Black Friday, Cyber Monday
}

STANDS_OUT = 2.0  # in robust standard deviations
ONCE_STANDS_OUT = 3.0  # when there is one past year only
EVIDENCE = 4.0  # of the sum over occurrences, over the root of their number
MOST_EVIDENCE = 8.0  # of one occurrence
FEWEST_MONTHS = 3
USUALLY = 0.8  # of months in which a day of the month stands out
EXPLAINED = 0.5  # of its past days by surer rules: a rule adds nothing
SMALLEST_SPREAD = 0.02
SAME_YEAR = 60  # days: nearer occurrences belong to the same season, not to a past year
BLOCK = 28  # days that share a spread


@dataclass(frozen=True)
class Rule:
    """The days of one label: `coming` are all of them, `past` those with a known effect, `gap` the days that must lie
    between an occurrence and the day it speaks for; `evidence` and `expected` by how many of `past` are known."""

    coming: npt.NDArray[np.int_]
    past: npt.NDArray[np.int_]
    gap: int
    evidence: Floats
    expected: Floats


def recurring_effects(
    values: Floats, days: pd.DatetimeIndex, origins: Sequence[int], horizon: int, names: Names
) -> Floats:
    """Log factors (origins, horizon) for the days after each origin, 0 for ordinary ones.

    `values` are daily, `days` their dates and the `horizon` dates beyond, `names` the holidays among them.
    """
    found = np.zeros((len(origins), horizon))
    effect = surprises(values, values, season=7)
    if not np.isfinite(effect).sum() > SAME_YEAR:
        return found
    rules = _rules(effect, days, names, origins)
    for row, origin in enumerate(origins):
        taken, best = np.zeros(len(values)), np.zeros(horizon)
        counts = [int(np.searchsorted(rule.past, origin - rule.gap)) for rule in rules]
        sure = [(rule, count) for rule, count in zip(rules, counts, strict=True) if rule.evidence[count] > 0]
        for rule, count in sorted(sure, key=lambda known: -known[0].evidence[known[1]]):
            evidence, expected, known = rule.evidence[count], rule.expected[count], rule.past[:count]
            if (taken[known] == np.sign(expected)).mean() >= EXPLAINED:
                continue
            taken[known] = np.sign(expected)
            ahead = rule.coming[np.searchsorted(rule.coming, origin) : np.searchsorted(rule.coming, origin + horizon)]
            ahead = ahead[best[ahead - origin] < evidence] - origin
            best[ahead], found[row, ahead] = evidence, expected
    return found


def _rules(effect: Floats, days: pd.DatetimeIndex, names: Names, origins: Sequence[int]) -> list[Rule]:
    """What may be followed from some of the origins on; evidence is 0 for numbers of days that none of them knows."""
    score = np.clip(effect / _spread(effect), -MOST_EVIDENCE, MOST_EVIDENCE)
    known = np.flatnonzero(np.isfinite(score))
    standing_out = known[np.abs(score[known]) >= STANDS_OUT]
    holidays = {day: str(name) for day, name in zip(days.date, names, strict=True) if name}
    families = special_days.monthly(days, holidays) | special_days.yearly(days)
    found = []
    for family in (*MONTHLY, *YEARLY):
        labels = families[family]
        often = np.bincount(labels[standing_out], minlength=1)
        for label in np.flatnonzero(often):
            everywhere = label in KEPT_EVERYWHERE.get(family, ())
            if label == 0 or (often[label] < 2 and not everywhere):
                continue
            same = np.flatnonzero(labels == label)
            past = same[np.searchsorted(same, known[0]) : np.searchsorted(same, known[-1], "right")]
            past = past[np.isfinite(score[past])]
            gap = 0 if family in MONTHLY else SAME_YEAR
            evidence, expected = np.zeros((2, len(past) + 1))
            for k in sorted(set(np.searchsorted(past, np.asarray(origins) - gap).tolist()) - {0}):
                if family in MONTHLY:
                    evidence[k] = _monthly_evidence(score[past[:k]])
                else:
                    weakest = STANDS_OUT / 2 if family in SAME_WEEKDAY else -1.0
                    evidence[k] = _evidence(score[past[:k]], everywhere, weakest)
                expected[k] = shrunk(effect[past[:k]])
            if evidence.any():
                found.append(Rule(same, past, gap, evidence, expected))
    return found


def _monthly_evidence(scores: Floats) -> float:
    """How sure it is that days of a month with these scores recur; 0 for not sure enough."""
    along = scores * np.sign(scores.sum())
    strength = float(along.sum() / np.sqrt(len(along)))
    sure = len(along) >= FEWEST_MONTHS and (along >= STANDS_OUT / 2).mean() >= USUALLY
    return strength if sure and strength >= EVIDENCE else 0.0


def _spread(effect: Floats) -> Floats:
    """The usual size of effects around each day; none later than the first origin that may ask for the day."""
    spread = np.empty(len(effect))
    size, known, ordered = np.abs(effect), 0, np.empty(0)
    for start in range(0, len(effect), BLOCK):
        new = size[known : start + SAME_YEAR]
        known += len(new)
        # Stable sorting merges what is in order already.
        ordered = np.sort(np.concatenate([ordered, new[np.isfinite(new)]]), kind="stable")
        if len(ordered):
            # Heavy tails are ordinary in sales: the spread is at least half the 95 % point.
            usual = max(1.4826 * _quantile(ordered, 0.5), _quantile(ordered, 0.95) / 2, SMALLEST_SPREAD)
        else:
            usual = np.inf
        spread[start : start + BLOCK] = usual
    return spread


def _quantile(ordered: Floats, share: float) -> float:
    """As np.quantile, of what is in order already: of a long history it is asked hundreds of times."""
    below, part = divmod((len(ordered) - 1) * share, 1)
    low, high = ordered[int(below)], ordered[min(int(below) + 1, len(ordered) - 1)]
    return float(low + (high - low) * part)


def _evidence(scores: Floats, kept_everywhere: bool, weakest: float) -> float:
    """How sure it is that days of a year with these scores, none under `weakest`, recur; 0 for not sure enough."""
    together = scores.sum()
    along = scores * np.sign(together)
    if len(scores) == 1:
        return float(along[0]) if kept_everywhere and along[0] >= ONCE_STANDS_OUT else 0.0
    sure = (along >= STANDS_OUT).sum() >= 2 and along.min() > weakest
    strength = float(along.sum() / np.sqrt(len(along)))
    return strength if sure and strength >= EVIDENCE else 0.0
