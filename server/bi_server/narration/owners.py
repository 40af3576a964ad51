"""Whose number it is, in a clause that names both what the claim is about and a part of it.

`Beds accounted for $5 of the $9 that North lost`, `a $5 fall in Beds explains most of North's decline of $9`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from .sentences import encoded, rule
from .tokens import Token

_STOPS = frozenset({"number", ",", ";", ":", "(", ")"})
_OBLIQUE = frozenset({"of", "in", "from", "by", "within", "for", "at", "coming from"})


def owners(clause: Sequence[Token], own: frozenset[str], part: frozenset[str]) -> dict[int, bool] | None:
    """From the position of each number in the clause to whether it is the part's; None where no rule tells."""
    found: dict[int, bool] = {}
    shared = _part_of_whole(clause, own, part)
    if shared is not None:
        return shared
    for i, token in enumerate(clause):
        if "number" not in token.parts:
            continue
        owner = _subject(clause, i) or _complement(clause, i)
        if owner not in own | part:
            return None
        found[i] = owner in part
    return found


_PART_OF_WHOLE = rule(
    r"^((?:(?!\S*number\|)\S+ )*)<number><of>((?:(?!\S*number\|)\S+ )*)<number>"
    r"(<article/large/small/more/less/revenue>*(?:<up/down>|<=change/difference/deviation>)(?:<in/at/of/for><article>*<name>(?:<in>?<name>)?)?)"
    r"((?:(?!\S*number\|)\S+ )*)$"
)


def _part_of_whole(clause: Sequence[Token], own: frozenset[str], part: frozenset[str]) -> dict[int, bool] | None:
    """`$5 of the $9 rise in North came from Beds`, where the names are at their places."""
    match = _PART_OF_WHOLE.search(encoded(clause))
    if match is None:
        return None
    whose = _names_in(match[2]) | _names_in(match[3])
    others = _names_in(match[1]) | _names_in(match[4])
    if not (whose and whose <= {name.replace(" ", "_") for name in own}) or not others:
        return None
    if not others <= {name.replace(" ", "_") for name in part}:
        return None
    first, second = (i for i, token in enumerate(clause) if "number" in token.parts)
    return {first: True, second: False}


def _names_in(text: str) -> set[str]:
    return set(re.findall(r"(?<!\S)name\|=(\S+) ", text))


def is_pair(clause: Sequence[Token], own: frozenset[str], part: frozenset[str]) -> bool:
    """Whether the two are named as one: `Beds in North`, `North Beds`, `North's Beds`."""
    names = [i for i, token in enumerate(clause) if "name" in token.parts]
    for a, b in pairwise(names):
        mixed = (clause[a].text in own) != (clause[b].text in own) and {clause[a].text, clause[b].text} <= own | part
        if mixed and all(
            t.parts & {"possessive", "article"} or t.text in ("in", "within", "of") for t in clause[a + 1 : b]
        ):
            return True
    return False


def _subject(clause: Sequence[Token], position: int) -> str:
    """The name before a number that what is told of the number is told of; empty after `most of the`."""
    for i in range(position - 1, -1, -1):
        token = clause[i]
        if token.parts & _STOPS or ("mostly" in token.parts and token.text.endswith(" of")):
            return ""
        if "name" in token.parts and i and "costs" in clause[i - 1].parts:
            continue  # `Beds cost North $5`
        if "name" in token.parts:
            oblique = i > 0 and clause[i - 1].text in _OBLIQUE and not clause[i + 1].parts & {"possessive"}
            return "" if oblique and i > 1 else token.text
    return ""


def _complement(clause: Sequence[Token], position: int) -> str:
    """The name behind a number: `a $5 fall in Beds`, `$9 that North lost`."""
    for token in clause[position + 1 :]:
        if token.parts & _STOPS:
            return ""
        if "name" in token.parts:
            return token.text
    return ""
