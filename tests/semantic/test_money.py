"""Minor units by ISO 4217, with CLDR as the second opinion; and where a model says its currency."""

from pathlib import Path

import pytest
from babel.numbers import get_currency_precision

from bi_server.errors import InvalidInput
from bi_server.semantic import read_model
from bi_server.semantic.money import CODES, minor_decimals

# CLDR has what people pay with: hardly a coin is left of these. ISO 4217 has what accounts are kept in.
WITHOUT_COINS = set("AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK RSD SLE SOS STN SYP TMT YER ZWG".split())  # noqa: SIM905


@pytest.mark.parametrize(
    ("decimals", "codes"),
    [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
        (2, "USD EUR GBP CHF HUF IDR COP INR MXN RSD LBP MGA MRU TWD CZK"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
    ],
)
def test_minor_units_are_those_of_iso_4217(decimals: int, codes: str) -> None:
    assert {code: minor_decimals(code) for code in codes.split()} == dict.fromkeys(codes.split(), decimals)


def test_cldr_agrees_but_for_coins_that_are_gone() -> None:
    differing = {code for code in CODES if minor_decimals(code) != get_currency_precision(code)}
    assert differing <= WITHOUT_COINS
    assert all(minor_decimals(code) > get_currency_precision(code) for code in differing)


def test_a_model_says_its_currency_or_the_settings_do(tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text("currency: KWD\nmeasures: {cost: {unit: money}}\n")
    model = read_model(str(path))
    assert (model.currency, model.money_decimals) == ("KWD", 3)
    assert {measure.decimals for measure in model.measures.values() if measure.is_money} == {3}
    assert read_model(str(path), "KWD") == model
    assert read_model("", "JPY").money_decimals == 0
    with pytest.raises(InvalidInput, match=r"model.yaml:1.*is KWD, and CURRENCY is JPY; leave one of them out"):
        read_model(str(path), "JPY")
    path.write_text("currency: EUT\n")
    with pytest.raises(InvalidInput, match=r"'EUT' is no ISO 4217 code; did you mean EUR\?"):
        read_model(str(path))
    path.write_text("currency: JPY\nmeasures: {cost: {unit: money, decimals: 2}}\n")
    with pytest.raises(InvalidInput, match="money has 0; leave them out"):
        read_model(str(path))
