"""The built-in wording of shares, rates and what is paid per order or unit."""

from collections.abc import Callable

from bi_server.analysis.insights import WHOLE, Claim, Fact, Segment

from .formats import level, written
from .naming import segment_title
from .wording_parts import MANIFOLD, days_of, when


def breakdown(claim: Claim, currency: str) -> str:
    orders, value, before = claim["orders"], claim["average_order_value"], claim["previous_orders"]
    parts = [
        _effect(f"{name} ({level(now, currency)}", claim[f"{metric}_change_percent"], claim[effect], currency)
        for name, now, metric, effect in (
            ("the number of orders", orders, "orders", "orders_effect"),
            ("the average order value", value, "average_order_value", "order_value_effect"),
        )
    ]
    change = written(claim["revenue_change"], currency, signed=True)
    title = segment_title(orders.segment)
    of = f" of {title}" if title else ""
    return f"Revenue{of} changed by {change} {when(orders)} compared with {days_of(before)}: {parts[0]}, {parts[1]}."


def _effect(what: str, percent: Fact, effect: Fact, currency: str) -> str:
    if effect.value == 0:
        return f"{what}, unchanged)"
    return f"{what}, {written(percent, currency, signed=True)}) for {written(effect, currency, signed=True)}"


def conversion(claim: Claim, currency: str) -> str:
    now, before = claim["conversion_rate"], claim["previous_conversion_rate"]
    verb = "rose" if claim.direction == "up" else "fell"
    visits, orders = (claim[f"{metric}_change_percent"] for metric in ("visits", "orders"))
    title = segment_title(now.segment)
    return (
        f"The conversion rate{f' of {title}' if title else ''} {verb} from {_rate(before)} {when(before)} to "
        f"{_rate(now)} {when(now)} (visits {written(visits, currency, signed=True)}, "
        f"orders {written(orders, currency, signed=True)})."
    )


def _rate(fact: Fact) -> str:
    """Rates are small: two decimals."""
    return f"{fact.value:.2f}%"


def price(what: str, metric: str, effect: str) -> Callable[[Claim, str], str]:
    def wording(claim: Claim, currency: str) -> str:
        now, before, percent = claim[metric], claim[f"previous_{metric}"], claim[f"{metric}_change_percent"]
        verb = "rose" if claim.direction == "up" else "fell"
        title = segment_title(now.segment)
        size = f" {written(percent, currency)}" if 0 < abs(percent.value) <= MANIFOLD else ""
        return (
            f"{what}{f' of {title}' if title else ''} {verb}{size} to {level(now, currency)} {when(now)}, from "
            f"{level(before, currency)} {when(before)} ({written(claim[effect], currency, signed=True)} of revenue)."
        )

    return wording


def concentration(claim: Claim, currency: str) -> str:
    share, revenue = claim["share"], claim["revenue"]
    part, whole = _part_and_whole(claim)
    return f"{part} makes up {written(share, currency)} of revenue{whole} {when(share)} ({level(revenue, currency)})."


def share_shift(claim: Claim, currency: str) -> str:
    now, before = claim["share"], claim["previous_share"]
    part, whole = _part_and_whole(claim)
    verb = "rose" if claim.direction == "up" else "fell"
    return (
        f"The share of {part} in revenue{whole} {verb} from {written(before, currency)} {when(before)} "
        f"to {written(now, currency)} {when(now)}."
    )


def _part_and_whole(claim: Claim) -> tuple[str, str]:
    """Whose share it is, and ` of North` where it is a share of that only."""
    part, index = claim["share"].segment, claim.find("herfindahl_index")
    whole = index.segment if index else WHOLE
    own = Segment(
        None if part.category == whole.category else part.category, None if part.region == whole.region else part.region
    )
    return segment_title(own), f" of {segment_title(whole)}" if whole != WHOLE else ""
