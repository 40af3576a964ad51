"""Days without any order in a shop of a few a day: how likely is that?

What such a shop earns cannot tell, for orders are of very different size; how many there are can. They are taken as
negative binomial, with as many times the mean for a variance as they have about then (Poisson where that is no more
than once), of which the chance of none follows (Hilbe, 2011, Negative Binomial Regression, ch. 8).
"""

import numpy as np
import pandas as pd
from scipy.special import ndtri

from .robust import Floats, by_week, running_median
from .structure import Bools

# Days and weeks around that tell how many orders are usual, how weekdays differ, and by how much orders vary.
LEVEL_DAYS, WEEKS, DISPERSION_DAYS = 57, 35, 183
# The days right beside it tell instead where they had fewer by this many standard errors: a quiet week.
BESIDE_DAYS, QUIETER = 7, 2.0
MOST_ORDERS = 2.5  # times the median: more of one day does not count
FAR = 4.0  # standard deviations: more is no proof of variance
# Rows that vary by less than this part of what chance brings are no orders that come by chance: a row a day and region.
REGULAR = 0.6
# Rows go missing now and then, so no order at all is sure where it is so many times less rare than a wild amount must
# be. On made-up shops of seven orders a day, where that is most, a quarter of a day a year is told by chance.
ODDS = 8.0
# With so many other days without an order, and this share of days, a shop may be used to it: what the day lacks must
# tell. From OFTEN on (more than holidays explain) it is as likely as it was usual. A share of one weekday counts less:
# a row of holidays may fall on Mondays.
FEWEST_OTHERS, NOW_AND_THEN, OFTEN, OF_WEEKDAY = 3, 0.015, 0.07, 0.5
OUTAGE = 3  # such days in a row are no habit, and an outage makes another one no less of an outage


@np.errstate(divide="ignore", invalid="ignore")
def no_order_scores(orders: Floats, none: Bools, opened: Bools, own: Floats) -> Floats:
    """Per day the standard deviations (two-sided normal) that are as unlikely as its having no order.

    They are told of `none`, the `opened` days without one, and are NaN elsewhere and where nothing is known. `own`
    is how many standard deviations (0 or more) what the day brought lies below the expected: where such days come now
    and then it is no more than that. `orders` may be unknown (NaN).
    """
    if not none.any():
        return np.full(orders.size, np.nan)
    sold = np.where(opened & ~none, orders, np.nan)
    sold = np.minimum(sold, MOST_ORDERS * running_median(sold, LEVEL_DAYS))
    of_weekday = _by_weekday(sold) / _around(sold, 7 * WEEKS)
    level, beside = (_around(sold / of_weekday, days) for days in (LEVEL_DAYS, BESIDE_DAYS))
    mean = level * of_weekday
    variance = np.where(opened, np.minimum((orders - mean) ** 2 / mean, FAR**2), np.nan)
    dispersion = _around(variance, DISPERSION_DAYS)
    known = dispersion >= REGULAR
    dispersion = np.maximum(dispersion, 1 + 1e-9)
    quiet = beside < level - QUIETER * np.sqrt(dispersion * level / (BESIDE_DAYS - 1))
    mean = np.where(quiet, beside, level) * of_weekday
    # The logarithm of the chance is linear in the mean, which is known as well as so many days tell it.
    slope = np.log(dispersion) / (dispersion - 1)
    error = dispersion * mean * (1 / WEEKS + 1 / LEVEL_DAYS)
    chance = np.exp(-slope * mean + slope**2 * error / 2)
    score = -ndtri(np.minimum(chance / ODDS, 1.0) / 2)
    run = _run_lengths(none, opened)
    usual = _usual_share(none & (run < OUTAGE), opened)
    score = np.where((usual >= NOW_AND_THEN) & (run < OUTAGE), np.minimum(score, own), score)
    score = np.where(usual >= OFTEN, np.minimum(score, -ndtri(usual ** np.maximum(run, 1) / 2)), score)
    return np.where(none & known, score, np.nan)


def _around(x: Floats, days: int) -> Floats:
    return pd.Series(x).rolling(days, center=True, min_periods=days // 3).mean().to_numpy(np.float64)


def _by_weekday(x: Floats) -> Floats:
    """The mean of the same weekday in the weeks around."""
    weeks = pd.DataFrame(by_week(x)).rolling(WEEKS, center=True, min_periods=3).mean()
    return weeks.to_numpy(np.float64).ravel()[: x.size]


def _run_lengths(none: Bools, opened: Bools) -> Floats:
    """Of each day without an order, how many opened days in a row had none; 0 elsewhere."""
    flags = pd.Series(none[opened])
    lengths = flags.groupby((flags != flags.shift()).cumsum()).transform("size").to_numpy(np.float64)
    runs = np.zeros(none.size)
    runs[opened] = np.where(flags, lengths, 0.0)
    return runs


def _usual_share(none: Bools, opened: Bools) -> Floats:
    """What share of the other days had no order: of all, of those about then or of that weekday about then, whichever
    is most; 0 where they were too few to be a habit."""
    such, seen = (np.where(opened, which, 0.0) for which in (none, opened))
    usual = np.zeros(none.size)
    for count, weight in ((_in_all, 1.0), (_about_then, 1.0), (_of_weekday, OF_WEEKDAY)):
        others = count(such) - none
        share = weight * others / np.maximum(count(seen) - none, 1)
        usual = np.maximum(usual, np.where(others >= FEWEST_OTHERS, share, 0.0))
    return usual


def _in_all(x: Floats) -> Floats:
    return np.full(x.size, x.sum())


def _about_then(x: Floats) -> Floats:
    return pd.Series(x).rolling(DISPERSION_DAYS, center=True, min_periods=1).sum().to_numpy(np.float64)


def _of_weekday(x: Floats) -> Floats:
    weeks = pd.DataFrame(by_week(x)).rolling(WEEKS, center=True, min_periods=1).sum()
    return weeks.to_numpy(np.float64).ravel()[: x.size]
