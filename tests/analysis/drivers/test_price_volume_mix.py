from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bi_server.analysis.drivers import Effects, Sales, price_volume_mix

SALES = st.builds(Sales, st.integers(-(10**10), 10**10), st.integers(-50, 10**5))
PERIOD = st.dictionaries(st.sampled_from([f"{c}/{r}" for c in "abc" for r in "xyz"]), SALES)


def test_only_prices_moved() -> None:
    result = price_volume_mix({"a": Sales(1200, 10)}, {"a": Sales(1000, 10)})
    assert result.total == Effects(price=200)


def test_only_volume_moved_leaves_no_mix() -> None:
    before = {"a": Sales(1000, 10), "b": Sales(6000, 20)}
    now = {"a": Sales(1500, 15), "b": Sales(9000, 30)}
    assert price_volume_mix(now, before).total == Effects(volume=3500)


def test_only_the_mix_moved() -> None:
    # 10 pieces at 1.00 and 10 at 3.00 become 5 and 15: the dearer one gained ten points of the pieces, four times.
    before = {"a": Sales(1000, 10), "b": Sales(3000, 10)}
    now = {"a": Sales(500, 5), "b": Sales(4500, 15)}
    assert price_volume_mix(now, before).total == Effects(mix=1000)


def test_a_hand_worked_example_with_everything() -> None:
    before = {"a": Sales(1000, 10), "b": Sales(4000, 10), "gone": Sales(700, 7)}
    now = {"a": Sales(2400, 20), "b": Sales(3600, 10), "fresh": Sales(300, 1)}
    result = price_volume_mix(now, before)
    # Continuing: 50.00 over 20 pieces -> 60.00 over 30. Mean price P = (250 + 200) / 2 = 225 cents.
    # a: mean price 110, 10 more pieces, mean quantity 15, price +20.  b: no more pieces, price -40 on 10.
    assert result.segments["a"] == Effects(volume=2250, mix=-1150, price=300)
    assert result.segments["b"] == Effects(price=-400)
    assert result.total == Effects(volume=2250, mix=-1150, price=-100, new=300, lost=-700)
    assert result.total.change == 6300 - 5700


@pytest.mark.parametrize(
    ("now", "before", "effects"),
    [
        # A fee without units both times has no price, but what it brings is nothing else.
        (Sales(900, 0), Sales(400, 0), Effects(price=500)),
        # Units only now: they are worth their own price, and the old fee is lost revenue per unit.
        (Sales(900, 10), Sales(400, 0), Effects(volume=900, price=-400)),
        # Net refunds of two pieces become two pieces sold at the same price.
        (Sales(50, 2), Sales(-50, -2), Effects(volume=100)),
    ],
)
def test_refunds_and_revenue_without_units(now: Sales, before: Sales, effects: Effects) -> None:
    assert price_volume_mix({"a": now}, {"a": before}).total == effects


@given(PERIOD, PERIOD)
def test_effects_add_up_to_the_cent_overall_and_by_segment(now: dict[str, Sales], before: dict[str, Sales]) -> None:
    result = price_volume_mix(now, before)
    nothing = Sales(0, 0)
    for name, effects in result.segments.items():
        assert effects.change == now.get(name, nothing).revenue - before.get(name, nothing).revenue
    for part in ("volume", "price", "mix", "new", "lost"):
        assert getattr(result.total, part) == sum(getattr(e, part) for e in result.segments.values())
    assert result.total.change == sum(s.revenue for s in now.values()) - sum(s.revenue for s in before.values())


@given(PERIOD, PERIOD)
def test_swapping_the_periods_flips_every_sign(now: dict[str, Sales], before: dict[str, Sales]) -> None:
    there, back = price_volume_mix(now, before), price_volume_mix(before, now)
    for name, e in there.segments.items():
        assert back.segments[name] == Effects(-e.volume, -e.price, -e.mix, new=-e.lost, lost=-e.new)
    assert back.total.change == -there.total.change


@given(PERIOD, PERIOD, st.randoms(use_true_random=False))
def test_the_order_of_segments_does_not_matter(now: dict[str, Sales], before: dict[str, Sales], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(now.items())
    random.shuffle(shuffled)
    assert price_volume_mix(dict(shuffled), before) == price_volume_mix(now, before)


@given(PERIOD, PERIOD)
def test_agrees_with_exact_fractions_within_the_rounding(now: dict[str, Sales], before: dict[str, Sales]) -> None:
    both = [n for n in now if n in before and now[n].units > 0 and before[n].units > 0]
    result = price_volume_mix({n: now[n] for n in both}, {n: before[n] for n in both})
    for name in both:
        (r1, q1), (r0, q0) = now[name], before[name]
        price = (Fraction(q1) + Fraction(q0)) / 2 * (r1 / Fraction(q1) - r0 / Fraction(q0))
        assert abs(result.segments[name].price - price) <= 1
