"""Was a day imported more than once? Then rows repeat each other, and without the repeats the day is no surge.

Sums alone prove nothing: demand may double as well. Rows that agree in all that is recorded of them (customer,
amount, units, segment) do come by chance, where amounts are few or customers unknown; so what is usual is deducted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scipy.special import pdtrc

# How likely chance may be to make so many rows repeat.
MOST_CHANCE = 1e-4
# Share of the surge that the repeats must account for; the rest is the noise of the day.
EXPLAINED = 0.5


@dataclass(frozen=True)
class Repeats:
    """How often rows of some days came: `kinds` tells for each number of times how many different rows came so often.

    Rows of different days are different.
    """

    kinds: Mapping[int, int]

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(times * kinds for times, kinds in self.kinds.items())

    @property
    def repeats(self) -> int:
        """Rows that repeat another one: all but the first of each kind."""
        return sum((times - 1) * kinds for times, kinds in self.kinds.items())


RowCheck = Callable[[Sequence[date]], tuple[Repeats, Repeats] | None]
"""Looks at the rows of some days: their repeats, and those of ordinary days; None where rows cannot be looked at."""


def came_twice(of_days: Repeats, usual: Repeats, value: float, expected: float) -> bool:
    """Whether a surge to `value` is rows that came again: more repeats than chance makes, and enough for the surge.

    Where rows repeat by chance, they do so with the square of their number. Where nearly all do (a counter that
    sells a few things at a few prices), only that every kind came an even number of times, or every kind a multiple of
    three, proves it.
    """
    rows, repeats = of_days.rows, of_days.repeats
    if not repeats or not value > expected > 0:
        return False
    if any(_divisible(of_days, multiple) for multiple in (2, 3)):
        return True
    by_chance = rows * min((usual.repeats + 1) / (usual.rows + 1) * value / expected, 1.0)
    if pdtrc(repeats - 1, by_chance) > MOST_CHANCE:
        return False
    return (repeats - by_chance) / rows * value >= EXPLAINED * (value - expected)


def _divisible(of_days: Repeats, multiple: int) -> bool:
    kinds = sum(of_days.kinds.values())
    return all(times % multiple == 0 for times in of_days.kinds) and float(multiple) ** -kinds <= MOST_CHANCE
