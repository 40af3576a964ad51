"""The built-in wording of changes that one order, one customer or one incident carries or turns around."""

from bi_server.analysis.insights import Claim, Fact

from .formats import day, during, level, written
from .naming import segment_title, shown


def order_carries(claim: Claim, currency: str) -> str:
    """`The order of $30,000 on August 14, 2024 makes up most of the rise in revenue in August 2024 (+$36,000).`"""
    order, change = claim["order_revenue"], claim["revenue_change"]
    way = "rise" if claim.direction == "up" else "fall"
    return (
        f"The {_order(claim, order, currency)} makes up most of the {way} in {_revenue(change)} "
        f"{during(change.start, change.end)} ({written(change, currency, signed=True)})."
    )


def order_turns(claim: Claim, currency: str) -> str:
    """`Revenue fell 13.4% in September 2024; without the order of $30,000 on August 14, 2024 it rose 10.9%.`"""
    order, change, without = (
        claim[metric] for metric in ("order_revenue", "revenue_change_percent", "revenue_change_percent_without")
    )
    return (
        f"{_capital(_revenue(change))} {_moved(change, currency)} {during(change.start, change.end)}; without the "
        f"{_order(claim, order, currency)} it {_moved(without, currency)}."
    )


def customer_carries(claim: Claim, currency: str) -> str:
    """`A single customer makes up most of the rise in revenue in August 2024 (+$36,000): $40,000, after
    $9,000 in July 2024.`"""
    now, before, change = (
        claim[metric] for metric in ("customer_revenue", "previous_customer_revenue", "revenue_change")
    )
    who = f"Customer {shown(claim.names[0])}" if claim.names else "A single customer"
    way = "rise" if claim.direction == "up" else "fall"
    return (
        f"{who} makes up most of the {way} in {_revenue(change)} {during(change.start, change.end)} "
        f"({written(change, currency, signed=True)}): {level(now, currency)}, after {level(before, currency)} "
        f"{during(before.start, before.end)}."
    )


def adjusted_change(claim: Claim, currency: str) -> str:
    """`Revenue fell 13.4% in September 2024; with the $2,000 expected on August 14, 2024 instead of $30,000 it would
    have risen 10.9%.`"""
    came, expected, change, without = (
        claim[metric]
        for metric in ("revenue", "expected_revenue", "revenue_change_percent", "revenue_change_percent_without")
    )
    would = f"have {'risen' if without.value > 0 else 'fallen'} {written(without, currency)}"
    of = "" if came.segment == change.segment else f" of {segment_title(came.segment)}"
    return (
        f"{_capital(_revenue(change))} {_moved(change, currency)} {during(change.start, change.end)}; with the "
        f"{level(expected, currency)} expected{of} {during(came.start, came.end)} instead of "
        f"{level(came, currency)} it would {would if without.value else 'be the same'}."
    )


def _order(claim: Claim, order: Fact, currency: str) -> str:
    kind = "order" if order.value > 0 else "refund"
    named = "".join(f"{of} {shown(name)}" for of, name in zip(("", " by"), claim.names, strict=False))
    return f"{kind}{named} of {written(order, currency)} on {day(order.start)}"


def _moved(percent: Fact, currency: str) -> str:
    return f"{'rose' if percent.value > 0 else 'fell'} {written(percent, currency)}"


def _revenue(fact: Fact) -> str:
    title = segment_title(fact.segment)
    return f"revenue of {title}" if title else "revenue"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
