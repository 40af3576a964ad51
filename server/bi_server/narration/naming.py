"""Customers' names inside sentences: written so that they cannot be taken for part of the claim."""

import re
from collections.abc import Iterable, Sequence

from bi_server.analysis.insights import Claim, Segment

from .formats import cleaned
from .reading import normalized, read

_PLAIN = re.compile(r"[^\W\d_]+(?:(?: & |[ '-])[^\W\d_]+)*")


def shown(name: str) -> str:
    """`name` on one line of at most 40 characters; in quotation marks unless it is made of harmless words."""
    text = cleaned(name)
    return text if _PLAIN.fullmatch(text) and read(text).is_empty else f"“{text}”"


def metric_title(name: str) -> str:
    """A metric's name in a sentence: `average_order_value` -> `average order value`; others as `shown`."""
    return name.replace("_", " ") if re.fullmatch(r"[a-z]+(?:_[a-z]+)*", name) else shown(name)


def segment_title(segment: Segment) -> str:
    """`Books`, `North`, `Books in North`, or empty for the whole business."""
    return " in ".join(shown(name) for name in (segment.category, segment.region) if name is not None)


def names_of(claim: Claim) -> list[str]:
    """Every name the claim may use, as shown, each once."""
    raw = [name for fact in claim.facts for name in (fact.category, fact.region) if name is not None]
    return list(dict.fromkeys([*(shown(name) for name in raw), *(metric_title(name) for name in claim.names)]))


def without_names(text: str, names: Iterable[str]) -> str:
    """`text` with the names taken out, so that what is left is the claim's own words."""
    for name in sorted(names, key=len, reverse=True):
        text = _pattern(name).sub(" _ ", text)
    return text


def mentioned(text: str, names: Sequence[str]) -> list[str]:
    """Which of `names` the text uses, longer ones first."""
    found: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        text, count = _pattern(name).subn(" _ ", text)
        if count:
            found.append(name)
    return found


def _pattern(name: str) -> re.Pattern[str]:
    plain = normalized(name)
    if plain.startswith("“"):
        return re.compile(f'[“"]{re.escape(plain[1:-1])}[”"]')
    # A metric may open a sentence.
    first = f"[{re.escape(plain[0])}{re.escape(plain[0].upper())}]"
    return re.compile(rf"(?<!\w){first}{re.escape(plain[1:])}(?!\w)")
