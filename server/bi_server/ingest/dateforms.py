"""The forms dates are written in: those that are recognised, and those that are declared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import product

from bi_server.errors import InvalidInput

ISO = "ISO 8601"
EXCEL, EPOCH, EPOCH_MS = "excel", "epoch", "epoch_ms"
SERIALS = (EXCEL, EPOCH, EPOCH_MS)  # numbers that stand for moments: only where they are declared
MONTHS = "months:"  # before a declared form without days

# Every language here names its months; a name that stands for two months in two of them is not read.
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "tr", "ru", "uk")

ZONE = r"(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)"
TIME = (
    r"(?:T|,?\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    rf"\s*(?P<half>(?:[AaPp]\.?[Mm]\.?)?)\s*{ZONE}?"
)
LETTERS = r"[^\d\s.,/-]+"  # those of any alphabet: listing these takes RE2 fifty milliseconds
_NAME = rf"(?P<name>{LETTERS})"
_BETWEEN = r"(?:\.?,?[ /-]|[./-]) ?(?:de |del |of )?"


@dataclass(frozen=True)
class Form:
    """`pattern` finds the parts of a date: year, month (or name) and day, and of a time if it has those."""

    name: str  # as strptime would have it
    pattern: str
    months: bool = False  # the day is the first of the month

    @property
    def short_year(self) -> bool:
        """Whether years have two digits."""
        return r"<year>\d{2})" in self.pattern

    @property
    def has_names(self) -> bool:
        """Whether months are words."""
        return "<name>" in self.pattern


def _numeric(order: str, between: str) -> Form:
    part = {
        "Y": r"(?P<year>\d{4})",
        "y": r"(?P<year>\d{2})",
        "m": r"(?P<month>\d{1,2})",
        "d": r"(?P<day>\d{1,2})",
    }
    if not between:
        part |= {"m": r"(?P<month>\d{2})", "d": r"(?P<day>\d{2})"}
    joint, end = (r"\. ?", r"\.?") if between == "." else (between, "")
    return Form(between.join(f"%{letter}" for letter in order), "^" + joint.join(part[c] for c in order) + end)


_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?"
_NAMED = (
    *(
        Form(f"%d %b %{letter}", rf"^{_DAY}{_BETWEEN}{_NAME}{_BETWEEN}(?P<year>\d{{{width}}})")
        for letter, width in (("Y", 4), ("y", 2))
    ),
    Form("%d%b%Y", rf"^(?P<day>\d{{2}}){_NAME}(?P<year>\d{{4}})"),
    Form("%b %d, %Y", rf"^{_NAME}\.?[ /-]{_DAY}(?:,? |[/-])(?P<year>\d{{4}})"),
    Form("%b %d, %y", rf"^{_NAME}\.?[ /-]{_DAY}(?:,? |[/-])(?P<year>\d{{2}})"),
    *(
        Form(f"%{letter} %b %d", rf"^(?P<year>\d{{{width}}}){_BETWEEN}{_NAME}{_BETWEEN}(?P<day>\d{{1,2}})\.?")
        for letter, width in (("Y", 4), ("y", 2))
    ),
)
USUAL = (
    Form(ISO, _numeric("Ymd", "-").pattern),
    *(_numeric(order, between) for between in "/.-" for order in ("dmY", "mdY", "dmy", "mdy", "ymd")),
    *(_numeric("Ymd", between) for between in "/."),
    *(_numeric(order, "") for order in ("Ymd", "dmY", "mdY", "ymd", "dmy", "mdy")),
    Form("%Y年%m月%d日", r"^(?P<year>\d{4})[年년] ?(?P<month>\d{1,2})[月월] ?(?P<day>\d{1,2})[日일]"),
    *_NAMED,
)

_DIRECTIVES = {
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<year>\d{2})",
    "%m": r"(?P<month>\d{1,2})",
    "%b": _NAME + r"\.?",
    "%d": r"(?P<day>\d{1,2})",
    "%H": r"(?P<hour>\d{1,2})",
    "%I": r"(?P<hour>\d{1,2})",
    "%M": r"(?P<minute>\d{1,2})",
    "%S": r"(?P<second>\d{1,2})(?:[.,]\d{1,9})?",
    "%f": r"\d{1,9}",
    "%p": r"(?P<half>[AaPp]\.?[Mm]\.?)",
    "%z": r" ?" + ZONE,
    "%a": LETTERS + r"\.?",
    "%%": "%",
}
_NUMBERS = {"%Y", "%y", "%m", "%d", "%H", "%I", "%M", "%S"}
_SAME = {"%B": "%b", "%h": "%b", "%e": "%d", "%-d": "%d", "%-m": "%m", "%A": "%a", "%Z": "%z", "%-I": "%I", "%-H": "%H"}
_SHORT = {"%F": "%Y-%m-%d", "%T": "%H:%M:%S", "%R": "%H:%M", "%D": "%m/%d/%y"}
_TOKENS = {
    "YYYY": "%Y", "yyyy": "%Y", "YY": "%y", "yy": "%y", "MMMM": "%b", "MMM": "%b", "MM": "%m", "M": "%m",
    "DD": "%d", "dd": "%d", "D": "%d", "d": "%d", "HH": "%H", "H": "%H", "hh": "%I", "h": "%I", "mm": "%M",
    "SS": "%S", "ss": "%S", "AM/PM": "%p", "AM": "%p", "PM": "%p", "tt": "%p", "a": "%p",
}  # fmt: skip
_EXAMPLE = "write such as DD/MM/YYYY or %d/%m/%Y"


def declared(text: str) -> Form:
    """A form from what strptime knows, from `DD/MM/YYYY`, or from a word. Raises InvalidInput for anything else.

    The words: `ISO`, and `excel`, `epoch`, `epoch_ms` for numbers that stand for moments.
    """
    if text.upper() in ("ISO", ISO):
        return USUAL[0]
    if text.lower() in SERIALS:
        return Form(text.lower(), "")
    months = text.lower().startswith(MONTHS)
    written = text[len(MONTHS) :].strip() if months else text
    pieces = _directives(written) if "%" in written else _tokens(written)
    known = [piece for piece in pieces if piece in _DIRECTIVES]
    _check(text, known, months)
    pattern = "^"
    for before, piece, after in zip(["", *pieces], pieces, [*pieces[1:], ""], strict=False):
        part = _DIRECTIVES.get(piece, re.escape(piece) if piece.strip() else r"\s+")
        # Nothing between two numbers: only their width tells them apart.
        exact = {before, after} & _NUMBERS
        pattern += part.replace("{1,2}", "{2}") if exact else part
    return Form(text, pattern, months)


def _directives(text: str) -> list[str]:
    for short, long in _SHORT.items():
        text = text.replace(short, long)
    pieces = [_SAME.get(piece, piece) for piece in re.findall(r"%-?.|\s+|.", text, re.DOTALL)]
    for piece in pieces:
        if piece.startswith("%") and piece not in _DIRECTIVES:
            raise InvalidInput.of("date_format", f"{text!r} has {piece!r}, which is not known; {_EXAMPLE}")
    return pieces


def _tokens(text: str) -> list[str]:
    words = "|".join(map(re.escape, _TOKENS))
    return [_TOKENS.get(piece, piece) for piece in re.findall(rf"{words}|\s+|.", text, re.DOTALL)]


def _check(text: str, known: list[str], months: bool) -> None:
    missing = [
        what
        for what, ways in (("day", ("%d",)), ("month", ("%m", "%b")), ("year", ("%Y", "%y")))
        if not set(ways) & set(known) and not (months and what == "day")
    ]
    if missing:
        reason = f"{text!r} has no {' or no '.join(missing)}; {_EXAMPLE}"
        if "month" in missing and "%M" in known:
            reason = f"{text!r} has minutes (mm, %M) but no month (MM, %m); {_EXAMPLE}"
        elif missing == ["day"]:
            reason += f", or {MONTHS}MM/YYYY where every date stands for a whole month"
        raise InvalidInput.of("date_format", reason)
    parts = [re.findall(r"<(\w+)>", _DIRECTIVES[piece]) for piece in known]
    names = ["month" if name == "name" else name for found in parts for name in found]
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        raise InvalidInput.of("date_format", f"{text!r} has the {twice[0]} twice; {_EXAMPLE}")
    if ("%p" in known) != ("%I" in known):
        raise InvalidInput.of("date_format", f"{text!r}: hours of twelve (hh, %I) and AM/PM (%p) need each other")


@cache
def months_by_name() -> dict[str, int]:
    """Names and abbreviations of months in the languages above, folded."""
    from babel import Locale  # takes a moment: few files need it

    found: dict[str, set[int]] = {"sept": {9}}
    for language in LANGUAGES:
        calendar = Locale.parse(language).months
        for use, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
            for number, name in calendar[use][width].items():
                found.setdefault(fold(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def fold(name: str) -> str:
    """A month's name as it is looked up."""
    return unicodedata.normalize("NFC", name).casefold().strip(". ")
