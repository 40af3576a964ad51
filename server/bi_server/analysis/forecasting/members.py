"""The pool of cheap forecasts that take part in a combination, each made for many origins at once.

Means and medians of the same season position, exponentially smoothed levels on a seasonal profile (Holt,
1957; Winters, 1960), damped trends (Gardner and McKenzie, 1985), half drifts as in the theta method
(Assimakopoulos and Nikolopoulos, 2000) and the shape of past years. All are (origins, horizon).
"""

import numpy as np

from bi_server.analysis.forecasting.frequency import Floats, Frequency
from bi_server.analysis.forecasting.rate_change import since_change
from bi_server.analysis.forecasting.windows import Windows, median

Pool = dict[str, Floats]

MEAN_HALF_LIVES = (1, 2, 4, 8)  # cycles
LONG_HALF_LIVES = (8, 16, 26, 52)  # cycles, where sales are rare: a few of them tell little
MEDIAN_CYCLES = (3, 5, 8, 13)
PROFILE_HALF_LIFE = 16  # cycles: the profile over the season moves far slower than the level
BROWN_COST = 5.0  # the variance of a level that follows a trend is that of a fifth of the buckets
LONGEST_PROFILE = 52  # the same where sales are rare
PROFILE_PRIOR = 2.0  # cycles at the level that count as known there
PROFILE_CYCLES = 26  # the same for the median profile
DAMPING = 0.97  # a step, of damped trends
SMOOTHING_PAST_YEARS = (3, 10)  # buckets to each side
YEARS = 4
LARGEST_YEARLY_FACTOR = 5.0
LARGEST_GROWTH = 3.0  # over the highest value so far, of trends in logarithms
MEMORY_CYCLES = 60  # older values no longer weigh in, except in the shape of past years


def pool(x: Floats, horizon: int, frequency: Frequency, season: int) -> Pool:
    """All members for the windows `x`; those that need a year of history are NaN on rows without one."""
    recent = x[:, -MEMORY_CYCLES * max(season, 7) :]
    sales = not (recent < 0).any()
    found = smooth_members(Windows(recent, season), horizon, frequency, relative=sales)
    found |= median_members(Windows(recent, season), horizon, frequency)
    if sales:
        # Means of logarithms are nearer to the median of skewed sales; the offset keeps their zeros finite.
        size = median(np.where(recent > 0, recent, np.nan))[:, None]
        offset = np.where(np.isfinite(size), 0.1 * size, 1.0)
        logs = np.log(recent + offset)
        highest = np.nanmax(logs, axis=1, keepdims=True) + np.log(LARGEST_GROWTH)
        twins = smooth_members(Windows(logs, season), horizon, frequency, relative=False)
        found |= {f"log_{name}": np.exp(np.minimum(f, highest)) - offset for name, f in twins.items()}
    if frequency.year and x.shape[1] > frequency.year + 2 * season:
        bases = {n: found[n] for n in ("seasonal_median_5", f"level_{frequency.memory[2]:g}")}
        found |= yearly_members(x, horizon, frequency, bases)
    return found


def intermittent_pool(x: Floats, horizon: int, frequency: Frequency, season: int) -> tuple[Pool, Floats]:
    """Members where sales are rare, means alone and over longer spans, and how many buckets each rests on.

    The mean of all days is the rate of sales times their mean size, as in Croston (1972) and Teunter, Syntetos and
    Babai (2011), and has neither's bias.
    """
    w = Windows(since_change(x, season), season)
    ahead = np.arange(horizon) % season
    memory = (*frequency.memory[2:], *(season * k for k in LONG_HALF_LIVES))
    found = {f"level_{k:g}": w.levels(k) for k in memory}
    rests_on = np.minimum(np.array(memory) * 2 / np.log(2), w.length)
    for k in LONG_HALF_LIVES[1:]:
        found[f"brown_{season * k:g}"] = np.maximum(w.brown(season * k, frequency.tested / 2), 0.0)
    profile = Windows(x, season).season_means(LONGEST_PROFILE, PROFILE_PRIOR)
    ratio = profile / np.maximum(profile.mean(axis=1, keepdims=True), 1e-12)
    members = {name: level[:, None] * ratio[:, ahead] for name, level in found.items()}
    return members, np.concatenate([rests_on, rests_on[-len(LONG_HALF_LIVES) + 1 :] / BROWN_COST])


def seasonal_naive(x: Floats, horizon: int, season: int) -> Floats:
    """The last known value of the same season position (up to six cycles back, then the level)."""
    w = Windows(x, season)
    last = np.full((w.rows, season), np.nan)
    for back in range(1, min(w.cycles.shape[1], 6) + 1):
        last = np.where(np.isnan(last), w.cycles[:, -back], last)
    return np.where(np.isnan(last), w.level[:, None], last)[:, np.arange(horizon) % season]


def smooth_members(w: Windows, horizon: int, frequency: Frequency, relative: bool) -> Pool:
    """Exponentially weighted means of season positions, levels under a profile, and trends.

    The profile multiplies the level if `relative`, else it is added to it.
    """
    ahead = np.arange(horizon) % w.season
    found = {f"seasonal_mean_{k}": w.season_means(k, 1e-6)[:, ahead] for k in MEAN_HALF_LIVES}
    profile = w.season_means(PROFILE_HALF_LIFE, 0.5)
    centre = profile.mean(axis=1, keepdims=True)
    offset = profile - centre
    flat = w.filled - w.along(offset) * w.seen
    ratio = np.where(centre > 1e-9, profile / np.maximum(centre, 1e-9), 1.0)
    expected = w.along(ratio) * w.seen
    for half_life in frequency.memory:
        if relative:
            level = w.smooth(w.filled, half_life) / np.maximum(w.smooth(expected, half_life), 1e-9)
            found[f"level_{half_life:g}"] = level[:, None] * ratio[:, ahead]
        else:
            level = w.smooth(flat, half_life) / np.maximum(w.smooth(w.seen, half_life), 1e-12)
            found[f"level_{half_life:g}"] = level[:, None] + offset[:, ahead]
    return found | _trends(w, flat, offset, horizon, frequency)


def _trends(w: Windows, flat: Floats, offset: Floats, horizon: int, frequency: Frequency) -> Pool:
    half_life = frequency.memory[2]
    now = w.smooth(flat, half_life) / np.maximum(w.smooth(w.seen, half_life), 1e-12)
    base = now[:, None] + offset[:, np.arange(horizon) % w.season]
    steps = np.arange(1, horizon + 1)
    damped = DAMPING * (1 - DAMPING**steps) / (1 - DAMPING)
    found = {}
    for half_life in frequency.trends:
        s0, s1, s2 = (w.smooth(w.seen * (-w.ages) ** p, half_life) for p in range(3))
        b0, b1 = (w.smooth(flat * (-w.ages) ** p, half_life) for p in range(2))
        slope = ((s0 * b1 - s1 * b0) / np.maximum(s0 * s2 - s1**2, 1e-9))[:, None]
        found[f"half_trend_{half_life:g}"] = base + 0.5 * slope * steps
        found[f"damped_trend_{half_life:g}"] = base + slope * damped
    return found


def median_members(w: Windows, horizon: int, frequency: Frequency) -> Pool:
    """Medians of season positions, and of levels under a median profile: no single promotion moves them."""
    ahead = np.arange(horizon) % w.season
    level = w.level[:, None]
    found = {}
    for cycles in MEDIAN_CYCLES:
        middle = median(w.cycles[:, -cycles:])
        found[f"seasonal_median_{cycles}"] = np.where(np.isfinite(middle), middle, level)[:, ahead]
    lately = w.cycles[:, -PROFILE_CYCLES:]
    rows, cycles, season = lately.shape
    centre = median(lately.reshape(rows * cycles, season).copy()).reshape(rows, cycles, 1)
    offset = median(lately - centre)
    offset = np.where(np.isfinite(offset), offset, 0.0)
    ratio = median(lately / np.where(np.abs(centre) > 1e-12, centre, np.nan))
    ratio = np.where(np.isfinite(ratio), ratio, 1.0)
    added = w.x - w.along(offset)
    # Days that the profile all but closes say nothing of the level.
    scaled = w.x / np.where(w.along(ratio) > 0.1, w.along(ratio), np.nan)
    for memory in frequency.memory:
        last = max(3, round(1.75 * memory))
        plain = median(added[:, -last:])[:, None]
        found[f"median_level_{last}"] = np.where(np.isfinite(plain), plain, level) + offset[:, ahead]
        times = median(scaled[:, -last:])[:, None]
        found[f"median_level_times_{last}"] = np.where(np.isfinite(times), times, level) * ratio[:, ahead]
    return found


def yearly_members(x: Floats, horizon: int, frequency: Frequency, bases: Pool) -> Pool:
    """`bases` times how the same weeks of past years stood against the level just before them.

    The factor is taken in full and by its square root, because one past year is a noisy witness.
    """
    rows, length = x.shape
    known = np.isfinite(x)
    sums, counts = (
        np.concatenate([np.zeros((rows, 1)), np.cumsum(a, axis=1)], axis=1)
        for a in (np.where(known, x, 0.0), known.astype(float))
    )

    def mean(start: Floats, stop: Floats) -> Floats:
        a, b = (np.clip(np.atleast_1d(e), 0, length).astype(int) for e in (start, stop))
        count = counts[:, b] - counts[:, a]
        enough = count >= np.maximum(0.6 * (b - a), 1)
        return np.where(enough, (sums[:, b] - sums[:, a]) / np.maximum(count, 1), np.nan)

    steps = np.arange(horizon) % frequency.year
    years = range(1, min((length - 2 * max(frequency.season, 1)) // frequency.year, YEARS) + 1)
    found: Pool = {}
    for side in SMOOTHING_PAST_YEARS:
        for before in (0.5 * frequency.month, frequency.month):
            logs = []
            for year in years:
                origin = length - year * frequency.year
                then = mean(np.asarray(origin - before), np.asarray(origin))
                factor = mean(origin + steps - side, origin + steps + side + 1) / np.where(then > 0, then, np.nan)
                logs.append(np.log(np.clip(factor, 1 / LARGEST_YEARLY_FACTOR, LARGEST_YEARLY_FACTOR)))
            told = np.array(logs)
            votes = np.isfinite(told).sum(axis=0)
            shape = np.where(votes > 0, np.nansum(told, axis=0) / np.maximum(votes, 1), np.nan)
            shape[~np.isfinite(shape[:, : frequency.tested]).all(axis=1)] = np.nan
            for name, base in bases.items():
                for power in (0.5, 1.0):
                    found[f"yearly_{side}_{before:g}_{power:g}_{name}"] = base * np.exp(power * shape)
    return found
