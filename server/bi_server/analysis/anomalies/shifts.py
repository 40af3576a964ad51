"""Days on which the level jumps and stays.

The smoothed change of level from one day to the next, divided by its usual size in this very series, is the
statistic for a jump on that day (auxiliary residuals: Harvey and Koopman, 1992, Journal of Business & Economic
Statistics 10; de Jong and Penzer, 1998, JASA 93). A series whose level always wanders has large usual changes, so
only a jump that stands out from its wandering counts. Errors enter bounded, so that one wild day is no jump.
"""

from dataclasses import dataclass

import numpy as np

from .robust import Floats, mad_scale
from .structure import FREE_STEP, Structure, smooth

# A level must have held for a week on both sides; closer jumps than that are one.
SHORTEST_LEVEL = 7
ERROR_BOUND = 2.0  # in noise scales


@dataclass(frozen=True)
class Jump:
    """A possible new level: its first day (position), its size in usual changes of level, signed."""

    day: int
    score: float


def find_jumps(z: Floats, structure: Structure, threshold: float) -> tuple[Jump, ...]:
    """All jumps of at least `threshold` usual changes, strongest first, at least a week apart.

    Each is asked for after the level has been let go at the stronger ones, so that the trail of a large jump is not
    taken for further ones. `structure` must have been fitted without breaks.
    """
    seen = np.isfinite(z).astype(np.float64)
    fitted = structure.level + structure.weekday
    bound = ERROR_BOUND * structure.sigma
    bounded = fitted + np.clip(np.where(seen > 0, z - fitted, 0.0), -bound, bound)
    held = np.ones(z.size - 1)
    open_days = np.ones(z.size, dtype=bool)
    open_days[:SHORTEST_LEVEL] = open_days[max(SHORTEST_LEVEL, z.size - SHORTEST_LEVEL + 1) :] = False
    jumps: list[Jump] = []
    while open_days.any():
        level, _ = smooth(bounded, seen, held, structure.level_stiffness, structure.weekday_stiffness)
        change = np.diff(level, prepend=level[0])
        usual = max(mad_scale(change), 1e-3 * structure.sigma, 1e-12)
        score = np.where(open_days, change / usual, 0.0)
        day = int(np.argmax(np.abs(score)))
        if abs(score[day]) < threshold:
            break
        jumps.append(Jump(day, float(score[day])))
        open_days[max(0, day - SHORTEST_LEVEL) : day + SHORTEST_LEVEL + 1] = False
        held[day - 1] = FREE_STEP
    return tuple(jumps)
