"""Currencies as amounts name them: ISO 4217 codes, and signs that may stand for several."""

import re
from collections.abc import Iterable

from bi_server.semantic.money import CODES

_DOLLARS = "USD AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD XCD ARS"
_SIGNS = {
    "$": _DOLLARS, "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "MX$": "MXN", "R$": "BRL", "€": "EUR", "£": "GBP EGP GIP FKP SHP LBP SYP",
    "¥": "JPY CNY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₫": "VND", "₪": "ILS", "₴": "UAH", "₱": "PHP",
    "฿": "THB", "₦": "NGN", "₡": "CRC", "₲": "PYG", "₸": "KZT", "₮": "MNT", "₭": "LAK", "₼": "AZN", "₾": "GEL",
    "₵": "GHS", "₨": "INR PKR LKR NPR MUR SCR", "Rs": "INR PKR LKR NPR MUR SCR", "kr": "SEK NOK DKK ISK", "zł": "PLN",
    "Kč": "CZK", "Ft": "HUF", "lei": "RON MDL", "TL": "TRY", "Fr": "CHF",
}  # fmt: skip
_WORDS = [sign for sign in _SIGNS if sign[-1].isalpha()]
# Other letters before a sign (X$) name no currency that is known here: such an amount is not read.
_OTHERS = [sign.replace("$", "[$]") for sign in _SIGNS if sign not in _WORDS]
PATTERN = rf"(?:{'|'.join(CODES)}|(?:{'|'.join(_WORDS)})\.?|{'|'.join(_OTHERS)})"


COLUMNS = ("currency", "currency_code", "order_currency", "währung", "waehrung", "devise", "moneda", "valuta", "moeda")


_IN_HEADER = re.compile(rf"(?:[(\[]\s*(?:in )?|\bin )({PATTERN})\s*[)\]]?\s*$")


def of_header(header: str) -> str:
    """The currency that a header names: `Sales (EUR)`, `Amount in $`; empty: none."""
    match = _IN_HEADER.search(header)
    return match[1] if match else ""


def is_known(written: str) -> bool:
    """Whether it is a code or a sign."""
    sign = written.strip(". ")
    return sign in CODES or sign in _SIGNS


def codes_of(written: str) -> frozenset[str]:
    """What a code or sign may stand for."""
    sign = written.strip(". ")
    return frozenset(_SIGNS.get(sign, sign).split())


def common(written: Iterable[str], expected: str = "") -> frozenset[str]:
    """The currencies that all of these may stand for; with `expected`, that one or none."""
    sets = [codes_of(one) for one in written]
    if expected:
        sets.append(frozenset({expected}))
    return frozenset.intersection(*sets) if sets else frozenset()
