"""Why revenue changed: volume, price, mix, new and lost segments, exact to the minor unit and the same backwards.

Bennet's (1920) midpoint decomposition: quantity effects are valued at the mean of both periods' prices and
price effects at the mean of both periods' quantities, so nothing is left over and swapping the periods flips
every sign (Diewert 2005, "Index number theory using differences rather than ratios"). The quantity effect of
a segment is then divided at the common mean price: what any unit would have brought is volume, what this
segment's dearer or cheaper units bring is mix.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Sales(NamedTuple):
    """What a segment sold in a period, net of refunds (either may be negative)."""

    revenue: int  # in minor units of the currency
    units: float


NOTHING = Sales(0, 0)


@dataclass(frozen=True)
class Effects:
    """Parts of a revenue change in minor units of the currency; `change` is exactly their sum.

    With the periods swapped volume, price and mix change sign, and new and lost change places and sign.
    """

    volume: int = 0
    price: int = 0
    mix: int = 0
    new: int = 0
    lost: int = 0

    @property
    def change(self) -> int:
        return self.volume + self.price + self.mix + self.new + self.lost


@dataclass(frozen=True)
class PriceVolumeMix:
    """The split of a revenue change, and of each segment's change; the segments add up to the total."""

    total: Effects
    segments: Mapping[str, Effects]


def price_volume_mix(current: Mapping[str, Sales], previous: Mapping[str, Sales]) -> PriceVolumeMix:
    """Split the change of revenue between two periods over leaf segments (category x region).

    A segment is new where it had neither revenue nor units before, lost where it has neither now. For the
    others, with q units at price p and bars for the mean of both periods:

        volume = P * change of q             P: mean of both periods' revenue per unit over these segments
        mix    = (p_bar - P) * change of q
        price  = q_bar * change of p

    A period with revenue but no units (fees, refunds of earlier sales) has no price; the other period's price
    then values the units and what they do not explain is price. Minor units are rounded within volume and mix,
    price takes the rest.
    """
    names = sorted(current.keys() | previous.keys())
    now = {name: Sales(*current.get(name, NOTHING)) for name in names}
    before = {name: Sales(*previous.get(name, NOTHING)) for name in names}
    continuing = [name for name in names if now[name] != NOTHING and before[name] != NOTHING]
    unit_value = _mean_price(_sum(now, continuing), _sum(before, continuing))

    segments = {name: _effects(now[name], before[name], unit_value) for name in names}
    parts = segments.values()
    total = Effects(
        volume=sum(part.volume for part in parts),
        price=sum(part.price for part in parts),
        mix=sum(part.mix for part in parts),
        new=sum(part.new for part in parts),
        lost=sum(part.lost for part in parts),
    )
    return PriceVolumeMix(total, segments)


def _effects(now: Sales, before: Sales, unit_value: float) -> Effects:
    if before == NOTHING:
        return Effects(new=now.revenue)
    if now == NOTHING:
        return Effects(lost=-before.revenue)
    more_units = now.units - before.units
    # Every term is exactly symmetric or antisymmetric in floating point, and so is round().
    quantity = round(_mean_price(now, before) * more_units)
    volume = round(unit_value * more_units)
    change = now.revenue - before.revenue
    return Effects(volume=volume, mix=quantity - volume, price=change - quantity)


def _mean_price(a: Sales, b: Sales) -> float:
    """Mean of the revenue per unit of two periods, of the only one that has units, or 0 where neither has."""
    prices = [period.revenue / period.units for period in (a, b) if period.units]
    return sum(prices) / len(prices) if prices else 0.0


def _sum(sales: Mapping[str, Sales], names: list[str]) -> Sales:
    return Sales(sum(sales[name].revenue for name in names), sum(sales[name].units for name in names))
