"""Numbers as people write them: figures, words, fractions and multiples, with unit, currency and scale."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from bi_server.analysis.insights import Format

Stated = Format | Literal["any", "days"]
"""What a number counts: as a fact's format, days, or (of nothing at all) anything."""

_CODE = r"(?-i:[A-Z]{3})"
_SCALES = {
    "hundred": 1e2,
    **dict.fromkeys(("k", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "mio", "million"), 1e6),
    **dict.fromkeys(("b", "bn", "billion"), 1e9),
    **dict.fromkeys(("t", "tn", "trillion"), 1e12),
}
_BELOW_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen"""
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: dict[str, float] = {word: value for value, word in enumerate(_BELOW_TWENTY.split())}
_WORDS |= {word: 10 * value for value, word in enumerate(_TENS.split(), 1)}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_UNITS = (
    r"(?P<unit>%|per\s?cent\b|cents?\b|centimes?\b|rappen\b|pence\b|p\b(?!\.)|percentage[\s-]points?\b|p\.?p\.?(?!\w)|points?\b|dollars?\b|euros?\b|pounds?\b|yen\b"
    rf"|days?\b|weeks?\b|[-\s]day\b|[-\s]week\b|{_CODE}\b)?"
)
_FIGURES = re.compile(
    r"(?:(?P<sign>(?<![\w)%.])[+-](?!\s))|(?P<minus>\bminus\s))?\s?"  # a dash between spaces is no minus
    rf"(?P<currency>(?:A|CA|R|CN|US)?[$€£¥₹₩]|{_CODE}\s)?\s?(?P<inner>[+-])?"
    r"(?<![\d.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![\d]|[.,]\d)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?[\s-]?(?!times\b){_UNITS}",
    re.IGNORECASE,
)
_NO_ONE = (
    r"(?!one\b(?![\s-](?:%|per\s?cent|percentage|point|hundred|thousand|million|billion|day|week|month|unit|order|visit|"
    r"customer|categor|region|and\s+a\s+half)))"
)
"""`the one before`, `one would expect`: no number."""
_SPELLED = re.compile(
    rf"\b{_NO_ONE}(?<!below\s)(?<!last\s)(?<!this\s)(?<!that\s)(?<!prior\s)(?<!previous\s)(?P<word>{_WORD})(?:[\s-](?P<next>{_DIGIT})\b)?(?P<half>\s+and\s+a\s+half)?\b(?!\s+of\b)"
    rf"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion)\b)?[\s-]?(?!times\b){_UNITS}",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"\b(?:zero|nothing|none|nil|no(?:\s+recorded|\s+registered)?|without(?:\s+any)?|not\s+\w+(?:\s+in)?\s+any|(?:(?:the|an|a)\s+)?(?:complete\s+|total\s+)?(?:absence|lack)\s+of(?:\s+any)?)\b(?=\s+(?:sales|revenues?|turnover|orders?|units|visits|customers)\b(?!\s+(?:data|records?|figures|information|history)))"
    r"|(?<!below\s)\b(?:zero|nothing|nil|none)\b(?!\s+of\b)(?!\s+(?:unusual|out\b|abnormal|st(?:ood|ands)\b|anomal|remark|notabl|unexpect|atypical|irregular|found|detected|flagged|strange|odd|surpris|special|exception|suspicious|extraordinary|worth|to\s+(?:show|report|display|compare|flag|note)))(?!\s?(?:%|per\s?cent|percentage|points?))",
    re.IGNORECASE,
)
_OF_A_SCALE = re.compile(
    r"\b(?P<part>half|(?:a\s+)?(?:quarter|third)\s+of|(?:three\s+quarters|two\s+thirds)\s+of)\s+a\s+"
    rf"(?P<scale>thousand|million|billion|per\s?cent|(?:percentage[\s-])?point)\b\s?{_UNITS}",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\b(?P<count>one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten)\b(?:\s+(?:dollars|euros|pounds|francs|yen))?",
    re.IGNORECASE,
)
_AS_MUCH_AGAIN = re.compile(
    r"\b(?P<part>half|a\s+third|a\s+quarter|a\s+fifth)\s+as\s+(?:much|many)\s+again\b", re.IGNORECASE
)
_NTHS = (
    "third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
)
_PARTS = {
    "half": 2,
    **{part: n for n, part in enumerate(f"{_NTHS} seventeenth eighteenth nineteenth twentieth".split(), 3)},
}
_PART = "|".join(_PARTS)
_FRACTION = re.compile(
    rf"(?<!and\s)(?<!and\sa\s)\b(?!half[\s-](?:year|on[\s-]half))(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)[\s-])?(?P<part>(?:{_PART})s?)\b"
    r"(?!\s+(?:of\s+)?(?:the\s+)?(?:year|month|(?:19|20)\d\d))",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(
    r"\b(?:(?P<verb>doubl(?:ed|ing|e|es)|tripl(?:ed|ing|e|es)|quadrupl(?:ed|ing|e|es)|halv(?:ed|ing|es)|cut\s+in\s+half|(?<!imported\s)(?<!loaded\s)(?<!counted\s)(?<!entered\s)(?<!recorded\s)twice|thrice)\b"
    rf"|(?P<times>\d+(?:\.\d+)?|{_WORD})(?P<half>\s+and\s+a\s+half)?(?:\s+times\b|[\s-]?fold\b|x\b))"
    r"(?:\s+(?:as\s+(?:much|high|large|many)(?:\s+as)?|that\s+of)\b)?",
    re.IGNORECASE,
)
_MULTIPLES = {"doubl": 2.0, "twice": 2.0, "tripl": 3.0, "thric": 3.0, "quadr": 4.0, "halv": 0.5, "cut": 0.5}
_A_DAY = re.compile(
    r"(?<!\d\s)\b(?:an?|the\s+next|the\s+following)[\s-](?P<unit>day|week)(?=\W+(?:later|after|afterwards|behind|delay|lag)\b)"
    r"|\bthe\s+(?:next|following)\s+(?P<next>day|week)\b",
    re.IGNORECASE,
)
_WORD_CURRENCIES = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥"}
_DAYS = {"day": 1.0, "week": 7.0}


@dataclass(frozen=True)
class Quantity:
    """A number as stated: `value`, the last digit given counting `step`.

    `sign` is `+`, `-` or empty as written. `currency` is the sign or code beside it. A `multiple` is a change by so
    many percent: twice is +100 %. A `fraction` is exact to no digit.
    """

    value: float
    step: float
    format: Stated
    sign: str = ""
    currency: str = ""
    multiple: bool = False
    fraction: bool = False


def numbers(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """Start, end and meaning of every number in `text`, in no order."""
    rest = text
    kinds: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = (
        (_A_DAY, lambda m: Quantity(_DAYS[(m["unit"] or m["next"]).lower()], 0.0, "days")),
        (_AS_MUCH_AGAIN, _as_much_again),
        (_OF_A_SCALE, _of_a_scale),
        (_OUT_OF, _out_of),
        (_MULTIPLE, _multiple),
        (_ZERO, lambda _: Quantity(0.0, 0.0, "any")),
        (_FRACTION, _fraction),
        (_FIGURES, _figures),
        (_SPELLED, _spelled),
    )
    for pattern, meaning in kinds:
        for match in list(pattern.finditer(rest)):
            found = meaning(match)
            if found is not None:
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                end = match.start() + len(match.group().rstrip(" -"))  # of `$5-$9` the first one
                yield start, end, found
                rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"


def _figures(match: re.Match[str]) -> Quantity:
    digits = match["digits"].replace(",", "")
    whole, _, decimals = digits.partition(".")
    if decimals:
        last = 10.0 ** -len(decimals)
    else:
        # Zeros at the end may be rounding, but three digits must be meant.
        zeros = len(whole) - len(whole.rstrip("0"))
        last = 10.0 ** max(0, min(zeros, len(whole) - 3))
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
    sign = "-" if match["minus"] else match["sign"] or match["inner"] or ""
    return _quantity(match, float(digits) * scale, last * scale, sign, (match["currency"] or "").strip())


def _spelled(match: re.Match[str]) -> Quantity:
    value = _WORDS[match["word"].lower()] + (_WORDS[match["next"].lower()] if match["next"] else 0.0)
    value, last = (value + 0.5, 0.5) if match["half"] else (value, 1.0)
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
    return _quantity(match, value * scale, last * scale, "", "")


def _of_a_scale(match: re.Match[str]) -> Quantity:
    part = match["part"].lower().removesuffix(" of").removeprefix("a ")
    value = {"half": 1 / 2, "quarter": 1 / 4, "third": 1 / 3, "three quarters": 3 / 4, "two thirds": 2 / 3}[part]
    if match["scale"].lower().endswith("point"):
        return Quantity(value, 0.05, "points")
    if match["scale"].lower().endswith("cent"):
        return Quantity(value, 0.05, "percentage")
    scale = _SCALES[match["scale"].lower()]
    return _quantity(match, value * scale, 0.05 * scale, "", "")


def _out_of(match: re.Match[str]) -> Quantity | None:
    """`seven in ten`."""
    count, whole = (_WORDS[match[part].lower()] for part in ("count", "whole"))
    return Quantity(100 * count / whole, 0.0, "percentage", fraction=True) if count < whole else None


def _as_much_again(match: re.Match[str]) -> Quantity:
    part = match["part"].lower().split()[-1]
    return Quantity(100.0 / _PARTS[part], 0.0, "percentage", "+", multiple=True, fraction=True)


def _fraction(match: re.Match[str]) -> Quantity | None:
    part = match["part"].lower().removesuffix("s")
    count = _WORDS.get((match["count"] or "a").lower(), 1.0)
    if match["count"] is None and part != "half":
        return None  # an ordinal: "the third", which is no fact
    return Quantity(100.0 * count / _PARTS[part], 0.0, "percentage", fraction=True)


def _multiple(match: re.Match[str]) -> Quantity:
    if match["verb"]:
        verb = match["verb"].lower()
        times = next(value for start, value in _MULTIPLES.items() if verb.startswith(start))
        step = 0.0
    else:
        word = match["times"].lower()
        times = _WORDS[word] if word in _WORDS else float(word)
        times += 0.5 if match["half"] else 0.0
        step = 10.0 ** -len(word.partition(".")[2]) if "." in word else (0.5 if match["half"] else 0.0)
    sign = "+" if times >= 1 else "-"
    return Quantity(abs(times - 1) * 100, step * 100, "percentage", sign, multiple=True, fraction=step == 0.0)


def _quantity(match: re.Match[str], value: float, step: float, sign: str, currency: str) -> Quantity:
    unit = re.sub(r"[\s.-]", "", (match["unit"] or "").lower()).removesuffix("s")
    format_: Stated = "number"
    if unit in ("%", "percent"):
        format_ = "percentage"
    elif unit in ("percentagepoint", "pp", "point"):
        format_ = "points"
    elif unit in ("cent", "centime", "rappen", "pence", "p"):
        return Quantity(value / 100, step / 100, "currency", sign)
    elif unit in _DAYS:
        return Quantity(value * _DAYS[unit], 0.0, "days", sign)
    elif unit:
        currency = _WORD_CURRENCIES.get(unit, unit.upper())
    if match["scale"] and not currency and format_ == "number":
        return Quantity(value, step, "any", sign)  # `$9 million, half a million more`
    return Quantity(value, step, "currency" if currency else format_, sign, currency)
