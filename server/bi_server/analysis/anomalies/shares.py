"""Runs of days on which one segment left its usual share of the business.

What hits all alike (weather, holidays, a campaign) leaves shares as they are, so what one segment does alone stands out
of its share long before it stands out of its own days. A day's expectation is what the others sold times the usual
ratio to them. Distances are of square roots, in which sales of all sizes spread alike. Runs are scanned for the least
likely (scan statistics: Naus, 1965, JASA 60), the surest incident first, whose days are then taken as expected: what a
region that went dark does to the shares of the others is not told of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import ndtri

from .robust import Floats, noise_scale, running_median

USUAL_DAYS = 57  # that tell the usual share of a day
FEWEST_WEEKS = 8  # of a segment, to judge it
LONGEST_RUN = 14  # days; what lasts longer is a level
RUN_OUT = 5.0  # standard errors of a run's mean: there are thousands of runs
TAIL, FAR_TAIL = 0.97, 0.985  # where days spread far the tail is their measure: of all, and of all but the run
SMALLEST_CHANGE = 0.25  # of what was expected of a run
OWN_PART = 1 / 3  # of the distance from what was expected, by which the part's own sales moved as well
RETURNS = 0.5  # of a run's mean distance, at most, in the fortnights before and after it
LARGEST_SHARE = 0.9  # the others must tell something
YEAR, NEAR, PRECEDENT = 364, 7, 0.5  # what another year had by this part, that near, is a season
MOST_EVENTS = 8  # of one dimension
CANDIDATES = 3  # of each length


@dataclass(frozen=True)
class Run:
    """Days `start` to `stop` (positions, exclusive) of segment `of`, `score` standard errors off (signed), and what was
    expected on each of them, with the bounds beyond which a day alone would be out."""

    of: int
    start: int
    stop: int
    score: float
    expected: Floats
    lower: Floats
    upper: Floats


def runs_of_share(parts: Floats, judged: Sequence[int], width: float, sold: Floats) -> list[Run]:
    """The runs of days on which a segment was out of its share, the surest first.

    `parts` (days, segments) add up to the business, NaN before a segment began; those `judged` are looked at. `width`
    is 1 at the usual sensitivity and more to find less. `sold` is what they sold before new levels were taken out of
    `parts`: a run has to show in it as well.
    """
    parts, found = parts.copy(), list[Run]()
    while len(found) < MOST_EVENTS:
        runs = [run for of in judged if (run := _surest(parts, of, width, sold[:, of])) is not None]
        if not runs:
            break
        run = max(runs, key=lambda run: abs(run.score))
        found.append(run)
        parts[run.start : run.stop, run.of] = run.expected
    return found


def _surest(parts: Floats, of: int, width: float, sold: Floats) -> Run | None:
    part, rest = parts[:, of], rest_of(parts, of)
    expected, distance = _distance(part, rest)
    usual, usually_sold = _usual(part), _usual(sold)
    if np.isfinite(distance).sum() < 7 * FEWEST_WEEKS:
        return None
    up, down = (_scale(distance, sign, TAIL) for sign in (1.0, -1.0))
    z = np.nan_to_num(np.where(distance > 0, distance / up, distance / down))
    total = np.concatenate([[0.0], np.cumsum(z)])
    best = (0.0, 0, 0)
    for days in range(1, LONGEST_RUN + 1):
        score = (total[days:] - total[:-days]) / np.sqrt(days)
        for at in np.argsort(-np.abs(score))[:CANDIDATES].tolist():
            surer = abs(score[at]) >= max(RUN_OUT * width, abs(best[0]))
            sums = (float(np.nansum(of[at : at + days])) for of in (part, expected, usual, sold, usually_sold))
            if surer and _is_own(*sums) and _is_incident(part, expected, z, at, at + days):
                best = float(score[at]), at, at + days
    sure, start, stop = best
    if not sure:
        return None
    others = np.concatenate([distance[:start], distance[stop:]])
    scale, up, down = up if sure > 0 else down, *(_scale(others, sign, FAR_TAIL) for sign in (1.0, -1.0))
    sure *= scale / (up if sure > 0 else down)
    if abs(sure) < RUN_OUT * width:
        return None
    due = expected[start:stop]
    lower = np.maximum(np.sqrt(due) - RUN_OUT * width * down, 0.0) ** 2
    return Run(of, start, stop, sure, due, lower, (np.sqrt(due) + RUN_OUT * width * up) ** 2)


def rest_of(parts: Floats, of: int) -> Floats:
    """What the other segments sold."""
    return np.asarray(np.nansum(np.delete(parts, of, axis=1), axis=1))


def of_weekday(away: Floats) -> Floats:
    """What each day's weekday usually adds, from what days are away from the usual."""
    weeks = np.pad(away, (0, -len(away) % 7), constant_values=np.nan).reshape(-1, 7)
    seen = np.isfinite(weeks).any(axis=0)
    usual = np.zeros(7)
    usual[seen] = np.nanmedian(weeks[:, seen], axis=0)
    return np.resize(usual, len(away))


def _distance(part: Floats, rest: Floats) -> tuple[Floats, Floats]:
    """Per day what the others let expect of a part, and how far off it is in square roots (NaN: not judged)."""
    known = np.isfinite(part) & (rest > 0)
    share = np.divide(part, part + rest, where=known & (part >= 0), out=np.full(len(part), np.nan))
    usual = running_median(share, USUAL_DAYS)
    usual = np.clip(usual + of_weekday(share - usual), 0.0, LARGEST_SHARE)
    expected = usual / (1 - usual) * np.maximum(rest, 0.0)
    distance = np.where(known, np.sqrt(np.maximum(np.nan_to_num(part), 0.0)) - np.sqrt(expected), np.nan)
    return expected, distance - np.nanmedian(distance) if known.any() else distance


def _scale(distance: Floats, sign: float, tail: float) -> float:
    side = np.abs(distance[sign * np.nan_to_num(distance) > 0])
    far = float(np.quantile(side, tail)) / float(ndtri((1 + tail) / 2)) if side.size else 0.0
    return max(noise_scale(distance), far, 1e-9)


def _usual(sold: Floats) -> Floats:
    """Per day what a part itself usually sells about then, on such a weekday."""
    usual = running_median(sold, USUAL_DAYS)
    return np.maximum(np.nan_to_num(usual + of_weekday(sold - usual)), 0.0)


def _is_own(came: float, due: float, usual: float, sold: float, usually_sold: float) -> bool:
    """Whether a part left what it usually sells itself, in amounts as it is looked at and in percent as it was sold;
    else the others did."""
    way, gap = float(np.sign(came - due)), OWN_PART * abs(came - due)
    return (came - usual) * way >= gap and (sold - usually_sold) * way * due >= gap * usually_sold


def _is_incident(part: Floats, expected: Floats, z: Floats, start: int, stop: int) -> bool:
    """Whether a run is large enough to act on, passes, and no other year had the like."""
    came, due = float(np.nansum(part[start:stop])), float(expected[start:stop].sum())
    if not due > 0 or abs(came - due) < SMALLEST_CHANGE * due:
        return False
    mean = float(z[start:stop].mean())
    sides = z[max(start - LONGEST_RUN, 0) : start], z[stop : stop + LONGEST_RUN]
    if any(side.size and side.mean() / mean > RETURNS for side in sides):
        return False
    for year in (start - YEAR, start + YEAR):
        around = pd.Series(z[max(year - NEAR, 0) : max(year + stop - start + NEAR, 0)]).rolling(stop - start).mean()
        if (around / mean).max() >= PRECEDENT:
            return False
    return True
