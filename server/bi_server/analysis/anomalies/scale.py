"""The scale on which a series has equal noise at every level.

Source: spread-versus-level plot, Tukey (1977), Exploratory Data Analysis, ch. 4: if spread grows like level**p,
the power 1 - p makes it constant. Powers are rounded to 1 (as it is), 1/2 (square root) and 0 (logarithm). What is
added under the square root keeps small counts from looking wild: 3/8 for Poisson counts (Anscombe, 1948,
Biometrika 35), so 3/8 of the ratio of variance to mean in general.
"""

from dataclasses import dataclass, replace

import numpy as np

from .robust import MAD_TO_SIGMA, Floats

# Added to the value, in units of the median, before the logarithm is taken: keeps a day of zero sales finite
# and as far out as a day at 2 % of the usual.
LOG_OFFSET = 0.02
# With fitted levels spread less than this (variance of their logarithm) the slope is mostly noise and is pulled
# towards the square root, which is right for counts and for sums of orders and never far wrong.
SLOPE_PRIOR_VARIANCE = 0.02
# Another scale than the root is chosen on proof only, so that samples of the same business are seen alike: a slope
# this many standard errors from that of the root, or noise that is more symmetric there.
SLOPE_EVIDENCE = 2.5
# Standard error of the logarithm of the median size of n deviations, times sqrt(n).
MEDIAN_ERROR = 1.17
# Variance of a rough fit (running medians over 15 days and 17 weeks) in variances of the noise: levels that differ by
# no more than that differ by chance, and spread goes with them by construction.
FIT_VARIANCE = 0.5 * np.pi * (1 / 15 + 1 / 17)
LEVEL_GROUPS = 8
ANSCOMBE = 3 / 8
# With more days than this at (nearly) nothing, at most a tenth of what fits, these are part of the business, which
# a logarithm cannot express.
NEARLY_NOTHING, MOST_ZEROS = 0.1, 0.03
# Up to this part of the days may be negative, refunds that exceeded the sales of a day, in a business that is seen on
# the scale of its other days; with more, the series lives around zero.
MOST_NEGATIVE = 0.05


@dataclass(frozen=True)
class Scale:
    """An increasing map to the scale of equal noise and its inverse.

    `unit` is a typical positive value, `offset` (in units) is added before the root or logarithm is taken. Values
    below zero go on beyond it as those above do; expectations do so only where `signed`.
    """

    power: float
    unit: float
    offset: float = 0.0
    signed: bool = False

    def forward(self, y: Floats) -> Floats:
        v = y / self.unit
        if self.power == 1:
            return v
        return np.where(v < 0, 2 * self._curve(np.zeros(1)) - self._curve(np.abs(v)), self._curve(np.abs(v)))

    def backward(self, z: Floats) -> Floats:
        if self.power == 1:
            return z * self.unit
        zero = self._curve(np.zeros(1))
        size = self._inverse(np.where(z < zero, 2 * zero - z, z))
        return np.where(z < zero, -size if self.signed else 0.0, size) * self.unit

    def _curve(self, size: Floats) -> Floats:
        return np.log(size + self.offset) if self.power == 0 else 2 * np.sqrt(size + self.offset)

    def _inverse(self, z: Floats) -> Floats:
        raised = np.exp(z) if self.power == 0 else (np.maximum(z, 0) / 2) ** 2
        return np.maximum(raised - self.offset, 0)


def choose_scale(y: Floats, fitted: Floats) -> Scale:
    """The scale for `y`, given a rough fit of its level and weekdays: the root unless there is evidence against it.

    It is chosen as if the few negative days were not there; a series with more of them stays as it is.
    """
    below = y < 0
    seen = y[np.isfinite(y)]
    if 0 < below.sum() <= MOST_NEGATIVE * seen.size:
        return replace(choose_scale(np.where(below, np.nan, y), fitted), signed=True)
    positive = seen[seen > 0]
    unit = float(np.median(positive)) if positive.size else float(np.median(np.abs(seen))) or 1.0
    if below.any():
        return Scale(1.0, float(np.median(np.abs(seen))) or unit)
    spread = np.abs(y - fitted)
    squares = np.sort(spread[np.isfinite(spread)] ** 2)
    mean = float(np.mean(seen))
    dispersion = float(np.mean(squares[: int(np.ceil(0.95 * squares.size))])) / mean if mean > 0 else 0.0
    root_offset = ANSCOMBE * dispersion / unit
    usable = np.isfinite(spread) & (fitted > 0) & (y > 0) & (spread > 1e-9 * unit)
    nearly_nothing = np.isfinite(spread) & (y <= NEARLY_NOTHING * fitted)
    if usable.sum() < 28 or np.mean(nearly_nothing) > MOST_ZEROS:
        return Scale(0.5, unit, root_offset)
    order = np.argsort(fitted[usable], kind="stable")
    groups = np.array_split(order, LEVEL_GROUPS)
    level = np.array([np.log(np.median(fitted[usable][g])) for g in groups])
    size = np.array([np.log(np.median(spread[usable][g])) for g in groups])
    variance = float(np.var(level))
    slope = float(np.mean((level - level.mean()) * (size - size.mean()))) / variance if variance > 1e-6 else 0.5
    relative = MAD_TO_SIGMA * float(np.median(spread[usable] / fitted[usable]))
    known = max(variance - FIT_VARIANCE * relative**2, 0.0)
    trust = known / (known + SLOPE_PRIOR_VARIANCE)
    power = 1 - (trust * float(np.clip(slope, -0.5, 1.5)) + (1 - trust) * 0.5)
    power = round(2 * min(max(power, 0.0), 1.0)) / 2
    root = Scale(0.5, unit, root_offset)
    other = Scale(power, unit, {0.0: LOG_OFFSET, 0.5: root_offset, 1.0: 0.0}[power])
    error = MEDIAN_ERROR / np.sqrt(max(usable.sum() * variance, 1e-9))
    certain = abs(slope - 0.5) >= SLOPE_EVIDENCE * error
    return other if certain or _skewness(other, y, fitted) < _skewness(root, y, fitted) else root


def _skewness(scale: Scale, y: Floats, fitted: Floats) -> float:
    """How lopsided the middle 80 % of the noise is on a scale, 0 to 1 (Hinkley, 1975, Biometrika 62)."""
    noise = scale.forward(y) - scale.forward(fitted)
    low, middle, high = np.nanquantile(noise, [0.1, 0.5, 0.9])
    return float(abs(high + low - 2 * middle) / (high - low)) if high > low else 0.0
