"""The closed vocabulary of what may be said about a claim, each word with its part in the grammar.

A word that stands neither here nor in the claim's own draft is refused, so causes, goals, ranks, advice and names that
no fact carries need no list of their own. A phrase of several words comes before its parts. To let the model
say more, add the word to its part; `roles` says what the parts mean beside a number, `licences` what a part needs.
"""

import re

from .words import WORDS_OF_ALL
from .words_of_kinds import WORDS_OF_KINDS

NOUNS = (
    "revenue",
    "orders",
    "units",
    "customers",
    "visits",
    "average_order_value",
    "conversion_rate",
    "revenue_per_unit",
    "share",
)
"""Parts that name what a number counts."""

_VERB = re.compile(r"[a-z]+~")
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def phrases(listed: str) -> list[str]:
    """The words and phrases of a list, `climb~` in all its forms."""
    found = []
    for phrase in listed.lower().split(","):
        verb = _VERB.search(phrase)
        forms = [_VERB.sub(form, phrase, count=1) for form in _forms(verb[0][:-1])] if verb else [phrase]
        found += [form.strip() for form in forms]
    return found


def _forms(verb: str) -> tuple[str, ...]:
    """`climb`, `climbs`, `climbed`, `climbing` of a regular verb."""
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    past = present = f"{verb}{verb[-1]}" if _DOUBLES.fullmatch(verb) else verb.removesuffix("e")
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}i"
    return verb, third, f"{past}ed", f"{present}ing"


def _lexicon() -> dict[str, frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for part, listed in {**WORDS_OF_ALL, **WORDS_OF_KINDS}.items():
        for phrase in phrases(listed):
            parts.setdefault(phrase, set()).add(part)
    return {word: frozenset(found) for word, found in parts.items()}


LASTED_UNTIL = tuple(phrases(WORDS_OF_KINDS["lasted_until"]))

WORDS = _lexicon()
"""From a word or phrase, in lower case, to its parts."""

PHRASES = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        re.sub(r"\\?[ -]", "[ -]", re.escape(p)) for p in sorted(WORDS, key=len, reverse=True) if " " in p or "-" in p
    )
    + r")(?![\w-])",
    re.IGNORECASE,
)
"""Phrases of several words, the longest first."""
