"""The minor units of currencies: amounts are kept, and answered, in whole ones."""

DEFAULT_CURRENCY = "USD"
CENTS = 2
"""Decimals of most currencies."""

# ISO 4217, those in use. A list of our own: what packages have includes those of the past and of funds.
_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG "
)
CODES = tuple(_CODES.split())
# As ISO 4217 has it, and not CLDR (babel): that leaves out what nobody pays with any more, but books still have.
_WITHOUT = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())  # noqa: SIM905
_WITH_THREE = frozenset("BHD IQD JOD KWD LYD OMR TND".split())  # noqa: SIM905


def minor_decimals(currency: str) -> int:
    """How many decimals amounts of a currency have, by its ISO 4217 code: yen 0, dollars 2, dinars of Kuwait 3."""
    return 0 if currency in _WITHOUT else 3 if currency in _WITH_THREE else CENTS
