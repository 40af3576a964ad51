"""The minor units of currencies: amounts are kept, and answered, in whole ones."""

DEFAULT_CURRENCY = "USD"
CENTS = 2
"""Decimals of most currencies."""

# ISO 4217, and not what CLDR (babel) has: that leaves out coins which nobody uses any more, but books still have.
_WITHOUT = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())  # noqa: SIM905
_WITH_THREE = frozenset("BHD IQD JOD KWD LYD OMR TND".split())  # noqa: SIM905


def minor_decimals(currency: str) -> int:
    """How many decimals amounts of a currency have, by its ISO 4217 code: yen 0, dollars 2, dinars of Kuwait 3."""
    return 0 if currency in _WITHOUT else 3 if currency in _WITH_THREE else CENTS
