"""How much each segment contributed to a change or a deviation; sums stay exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Contribution:
    """One segment's part in the change of a total.

    Amounts are in the unit handed in; integers (minor units of money, units) stay integers, so contributions add up
    exactly.
    """

    segment: str
    current: float
    previous: float
    change: float


@dataclass(frozen=True)
class Attribution:
    """One segment's part in a deviation, in minor units; `share` = amount / deviation, None when that is 0."""

    segment: str
    amount: int
    share: float | None


def contributions(current: Mapping[str, float], previous: Mapping[str, float]) -> tuple[Contribution, ...]:
    """Every segment's change, largest first (ties by name); a segment absent from one period counts as zero
    there.

    The changes add up to the change of the total: exactly for integers, so hand money in as minor units.
    """
    segments = sorted(current.keys() | previous.keys())
    changes = {segment: current.get(segment, 0) - previous.get(segment, 0) for segment in segments}
    parts = [
        Contribution(segment, current.get(segment, 0), previous.get(segment, 0), change)
        for segment, change in changes.items()
    ]
    return tuple(sorted(parts, key=lambda part: -abs(part.change)))


def attribute(deviation: int, expected: Mapping[str, float], actual: Mapping[str, float]) -> tuple[Attribution, ...]:
    """Split a `deviation` (minor units) over the segments of one dimension, largest first; amounts add up
    exactly.

    Each segment gets its own actual - expected. Where the segments' expectations do not add up to the total's
    (each was forecast by itself), the gap is spread in proportion to their size. A negated deviation has the
    negated parts, to the cent.
    """
    segments = sorted(expected.keys() | actual.keys())
    if not segments:
        return ()
    own = {s: Fraction(actual.get(s, 0)) - Fraction(expected.get(s, 0)) for s in segments}
    size = {s: abs(Fraction(actual.get(s, 0))) + abs(Fraction(expected.get(s, 0))) for s in segments}
    if not any(size.values()):
        size = dict.fromkeys(segments, Fraction(1))
    gap = deviation - sum(own.values())
    whole = sum(size.values())
    amounts = _round_to_sum({s: own[s] + gap * size[s] / whole for s in segments}, deviation)
    parts = [Attribution(s, amounts[s], amounts[s] / deviation if deviation else None) for s in segments]
    return tuple(sorted(parts, key=lambda part: -abs(part.amount)))


def _round_to_sum(exact: Mapping[str, Fraction], total: int) -> dict[str, int]:
    """Round each to the nearest integer, then correct the sum where rounding moved most; symmetric in sign."""
    whole = {s: round(x) for s, x in exact.items()}
    missing = total - sum(whole.values())
    step = 1 if missing > 0 else -1
    # |missing| is at most half the number of segments, so one cent each is enough.
    most_cut = sorted(exact, key=lambda s: (-step * (exact[s] - whole[s]), s))
    for segment in most_cut[: abs(missing)]:
        whole[segment] += step
    return whole
