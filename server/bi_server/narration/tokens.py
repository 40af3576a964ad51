"""A sentence in tokens: names, periods, numbers, words of the vocabulary, and what is none of these."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .dates import Period
from .lexicon import NOUNS, phrases_in, words
from .numbers import Quantity, numbers
from .period_phrases import periods

_WORD = re.compile(r"(?P<possessive>['\u2019]s?(?![^\W\d_]))|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\S")
_CONTRACTIONS = tuple(
    (re.compile(rf"(?<=[a-z]){short}\b"), long)
    for short, long in (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'d", " would"), ("'ll", " will"))
)
_PLURAL = re.compile(r"[A-Z][a-z]+[^s\W]s")
_CAPITAL = re.compile(r"[A-Z][a-z]{2,}")
_PUNCTUATION = frozenset(",;:().-")


@dataclass(frozen=True)
class Token:
    """A piece of a sentence. `parts` are its parts in the grammar; none: it may not be said.

    Names, periods and numbers have the part `name`, `period` and `number`; punctuation is its own.
    """

    text: str
    parts: frozenset[str]
    quantity: Quantity | None = None
    period: Period | None = None


def normalized(text: str) -> str:
    """Accents composed, dashes, apostrophes and spaces made plain, contractions spelled out."""
    plain = unicodedata.normalize("NFC", text)
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("\u2019", "'")
    plain = re.sub(r"\bvs\.", "vs", plain).replace("can't", "cannot")
    plain = re.sub(r"\b(?i:minus) (?=[$€£¥]?\d)", "-", plain)
    plain = re.sub(r"\br\s?=\s?(?=[-+\d.])", "correlation of ", plain)
    for short, long in _CONTRACTIONS:
        plain = short.sub(long, plain)
    return re.sub(r"[\u00a0\u202f\u2009]", " ", plain)


def tokens(
    text: str, names: Iterable[str], allowed: frozenset[str] | None = None, *, bare: Iterable[str] = ()
) -> tuple[Token, ...]:
    """`text` (normalized) in tokens; `names` are those of the claim, as shown; `bare` ones need no quotation marks.

    Phrases that have none of the `allowed` parts (by default all are) are read word by word.
    """
    found: list[tuple[int, Token]] = []
    rest = text
    for name in sorted(names, key=len, reverse=True):
        for match in list(name_pattern(name, bare=name in bare).finditer(rest)):
            found.append((match.start(), Token(name, frozenset({"name"}))))
            rest = _blanked(rest, *match.span())
    for start, end, period in list(periods(rest)):
        found.append(
            (
                start,
                Token(text[start:end], frozenset({"period", "adverb"} if period.adverb else {"period"}), period=period),
            )
        )
        rest = _blanked(rest, start, end)
    for start, end, quantity in list(numbers(rest)):
        found.append((start, Token(text[start:end], frozenset({"number"}), quantity=quantity)))
        rest = _blanked(rest, start, end)
    found += _words(rest, text, allowed)
    return tuple(token for _, token in sorted(found, key=lambda item: item[0]))


def name_pattern(name: str, *, bare: bool = False) -> re.Pattern[str]:
    """Where a name, as shown, stands in a sentence; a `bare` one with or without its quotation marks."""
    plain = normalized(name)
    if plain.startswith("“") and bare and plain[1:-1].isdigit():
        return re.compile(rf'[“"]#?{re.escape(plain[1:-1])}[”"]|#{re.escape(plain[1:-1])}(?!\w)')
    if plain.startswith("“") and bare:
        return re.compile(rf'[“"]{re.escape(plain[1:-1])}[”"]|(?<!\w){re.escape(plain[1:-1])}(?!\w)')
    if plain.startswith("“"):
        # A word of the vocabulary is a name without its marks where a capital stands inside the sentence.
        bare_name = re.escape(plain[1:-1])
        alone = rf"^{bare_name}(?!\w)(?!.*{bare_name})"  # opens the sentence, which names it nowhere else
        inside = rf"|(?<=[\w,%] ){bare_name}(?!\w)|{alone}" if _CAPITAL.fullmatch(plain[1:-1]) else ""
        return re.compile(f'[“"]{re.escape(plain[1:-1])}[”"]{inside}')
    # A metric may open a sentence.
    first = f"[{re.escape(plain[0])}{re.escape(plain[0].upper())}]"
    forms = [f"{first}{re.escape(plain[1:])}"]
    if _PLURAL.fullmatch(plain):  # `sofas` and `Sofa revenue` of Sofas
        one = f"{plain[:-3]}y" if plain.endswith("ies") else plain[:-1]
        one = plain[:-2] if plain.endswith(("ches", "shes", "xes", "sses")) else one
        forms += [re.escape(one)] + [re.escape(form) for form in (plain.lower(), one.lower()) if form not in words()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _words(rest: str, text: str, allowed: frozenset[str] | None) -> Iterator[tuple[int, Token]]:
    for start, end in phrases_in(rest, allowed):
        yield start, _word(rest[start:end], _opens(text, start))
        rest = _blanked(rest, start, end)
    for match in _WORD.finditer(rest):
        word = match.group()
        if match["possessive"]:
            yield match.start(), Token(word, frozenset({"possessive"}))
        elif word.endswith("'s") and word.lower() not in words() and word[:-2].lower() in words():
            yield match.start(), _word(word[:-2], _opens(text, match.start()))
            yield match.end() - 2, Token("'s", frozenset({"possessive"}))
        elif word in _PUNCTUATION:
            yield match.start(), Token(word, frozenset({word}))
        else:
            yield match.start(), _word(word, _opens(text, match.start()))


def _word(word: str, opens: bool) -> Token:
    plain = re.sub(r"[\s-]+", " ", word)
    parts = words().get(plain.lower()) or words().get(word.lower(), frozenset())
    # A capital inside a sentence makes a name of any word, but for the title of a metric.
    if plain != plain.lower() and not opens and not parts & {*NOUNS, "concentration"}:
        parts = frozenset()
    if len(plain) > 1 and plain.isupper() and plain != "AOV":
        parts = frozenset()
    return Token(plain.lower(), parts)


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ":;"


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
