"""What was planted in a made-up shop is told, and nothing that was not."""

from scripts.planted_truths.asking import serving
from scripts.planted_truths.garden import garden
from scripts.planted_truths.truths import silent


def test_a_shop_is_told_what_happened_to_it() -> None:
    shop = garden(11)
    with serving(shop.sales, shop.traffic) as ask:
        verdicts = [(truth.name, truth.judge(ask)) for truth in shop.truths]
        quiet = [v for name, v in verdicts if name.startswith(("nothing", "a December"))]
        told = {name: v.hit for name, v in verdicts if not name.startswith(("nothing", "a December"))}
        prices = silent("refunds make no price", "2024-02-01", "2024-02-29", types=("price", "conversion")).judge(ask)
        usual = silent("an outage is not usual", "2024-02-01", "2024-02-29", types=("nothing_unusual",)).judge(ask)
    assert all(v.hit for v in (*quiet, prices, usual)), [v.said for v in (*quiet, prices, usual)]
    assert sum(told.values()) >= 9, told
