"""The closed vocabulary of what may be said about a claim, each word with its part in the grammar.

A word that stands neither in `vocabulary` nor in the claim's own draft is refused, so causes, goals, ranks, advice and
names that no fact carries need no list of their own. A phrase of several words comes before its parts. To let the model
say more, add the word to its part; `roles` says what the parts mean beside a number, `licences` what a part needs.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from .vocabulary import VOCABULARY, WORDS_OF_DAYS

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

_CHOICE = re.compile(r"\(([^()]*)\)")
_VERB = re.compile(r"([a-z]+)~")
_DOUBLES = re.compile(r"(?:[^aeiou]*|qu)[aeiou][^aeiouwxy]")
_IRREGULAR = {
    "arise": "arises arose arisen arising",
    "beat": "beats beat beaten beating",
    "begin": "begins began begun beginning",
    "bring": "brings brought bringing",
    "build": "builds built building",
    "come": "comes came coming",
    "creep": "creeps crept creeping",
    "cut": "cuts cutting",
    "draw": "draws drew drawn drawing",
    "drive": "drives drove driven driving",
    "fall": "falls fell fallen falling",
    "find": "finds found finding",
    "become": "becomes became becoming",
    "get": "gets got gotten getting",
    "give": "gives gave given giving",
    "go": "goes went gone going",
    "grow": "grows grew grown growing",
    "hit": "hits hitting",
    "hold": "holds held holding",
    "leave": "leaves left leaving",
    "let": "lets letting",
    "lose": "loses lost losing",
    "make": "makes made making",
    "occur": "occurs occurred occurring",
    "offset": "offsets offsetting",
    "outstrip": "outstrips outstripped outstripping",
    "overtake": "overtakes overtook overtaken overtaking",
    "pay": "pays paid paying",
    "put": "puts putting",
    "ring": "rings rang rung ringing",
    "rise": "rises rose risen rising",
    "run": "runs ran running",
    "see": "sees saw seen seeing",
    "sell": "sells sold selling",
    "set": "sets setting",
    "shed": "sheds shedding",
    "shoot": "shoots shot shooting",
    "overshoot": "overshoots overshot overshooting",
    "undershoot": "undershoots undershot undershooting",
    "show": "shows showed shown showing",
    "shrink": "shrinks shrank shrunk shrinking",
    "sink": "sinks sank sunk sinking",
    "sit": "sits sat sitting",
    "slide": "slides slid sliding",
    "stand": "stands stood standing",
    "swell": "swells swelled swollen swelling",
    "stem": "stems stemmed stemming",
    "swing": "swings swung swinging",
    "take": "takes took taken taking",
    "undercut": "undercuts undercutting",
    "wind": "winds wound winding",
}


def phrases(listed: str) -> list[str]:
    """The words and phrases of a list: `climb~` in all its forms, `(just|barely) over` as each of the two."""
    found = [form for phrase in listed.lower().split(",") for form in _chosen(phrase)]
    return [" ".join(form.split()) for form in found]


def _chosen(phrase: str) -> list[str]:
    choice = _CHOICE.search(phrase)
    if choice is not None:
        before, after = phrase[: choice.start()], phrase[choice.end() :]
        return [form for option in choice[1].split("|") for form in _chosen(f"{before}{option}{after}")]
    verb = _VERB.search(phrase)
    if verb is None:
        return [phrase]
    return [f"{phrase[: verb.start()]}{form}{phrase[verb.end() :]}" for form in _forms(verb[1])]


def _forms(verb: str) -> tuple[str, ...]:
    """`climb`, `climbs`, `climbed`, `climbing`."""
    if verb in _IRREGULAR:
        return verb, *_IRREGULAR[verb].split()
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    past = present = f"{verb}{verb[-1]}" if _DOUBLES.fullmatch(verb) else verb.removesuffix("e")
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}i"
    return verb, third, f"{past}ed", f"{present}ing"


@cache  # half a second, which no process pays that asks no model
def words() -> dict[str, frozenset[str]]:
    """From a word or phrase, in lower case, to its parts."""
    parts: dict[str, set[str]] = {}
    for listed_by_part in VOCABULARY:
        for part, listed in listed_by_part.items():
            for phrase in filter(None, phrases(listed)):
                parts.setdefault(phrase, set()).add(part)
    return {word: frozenset(found) for word, found in parts.items()}


LASTED_UNTIL = tuple(phrases(WORDS_OF_DAYS["lasted_until"]))

_GUARDS = frozenset({"lasting", "ended"})

_LETTERS = re.compile(r"[^\W\d_]+")
_GOES_ON = re.compile(r"[\w-]")
_PHRASE = tuple[str, frozenset[str]]


@cache
def _by_first_words() -> dict[tuple[str, str], list[_PHRASE]]:
    """From the first two words to the phrases that begin with them, the longest first, with their parts."""
    found: dict[tuple[str, str], list[_PHRASE]] = {}
    for phrase in sorted(words(), key=len, reverse=True):
        plain = phrase.replace("-", " ")
        first, *others = _LETTERS.findall(plain)
        if others:
            found.setdefault((first, others[0]), []).append((plain, words()[phrase]))
    return found


def load() -> None:
    """Makes what the first check of a sentence would otherwise have to wait for."""
    _by_first_words()


def phrases_in(text: str, allowed: frozenset[str] | None) -> Iterator[tuple[int, int]]:
    """Start and end of phrases of several words, the longest first, with one of the `allowed` parts (None: any).

    Phrases that say an end are always read as one: `last sales` is more than its words.
    """
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    plain, done = f"{lower.replace('-', ' ')} ", 0
    for first, second in pairwise(_LETTERS.finditer(lower)):
        start = first.start()
        if start < done or (start and _GOES_ON.match(lower, start - 1)):
            continue
        for phrase, parts in _by_first_words().get((first[0], second[0]), ()):
            end = start + len(phrase)
            if (
                plain.startswith(phrase, start)
                and not _GOES_ON.match(lower, end)
                and (allowed is None or parts & (allowed | _GUARDS))
            ):
                yield start, end
                done = end
                break
