"""How a business series moves: direction, level changes, seasons, correlations and the segments that lead
or lag.

Every function is pure, takes daily series (a DatetimeIndex; absent or NaN days are unknown, a day without
sales is an explicit 0) and answers with frozen dataclasses. Zeros before a first sale are for the caller to take
away: see `since_first_sale`. Nothing here looks past the last day it is given.
"""

from .change_points import ChangePoint, change_points
from .correlations import Correlation, correlations
from .daily import since_first_sale
from .direction import Direction, direction
from .performers import Performer, Performers, performers
from .seasonality import Season, Seasonality, seasonality

__all__ = [
    "ChangePoint",
    "Correlation",
    "Direction",
    "Performer",
    "Performers",
    "Season",
    "Seasonality",
    "change_points",
    "correlations",
    "direction",
    "performers",
    "seasonality",
    "since_first_sale",
]
