"""What a sentence says of two series that move together: the same way or the opposite, and which one first."""

from itertools import pairwise

from bi_server.analysis.insights import Claim

from .naming import metric_title
from .sentences import Sentence

_SAME = frozenset(
    [
        "together",
        "in step",
        "in tandem",
        "tandem",
        "hand in hand",
        "same",
        "same way",
        "same direction",
        "positive",
        "positively",
        "too",
        "as well",
        "likewise",
        "side by side",
        "in parallel",
        "parallel",
        "similarly",
        "similar",
        "rise and fall together",
        "rise and fall",
        "go up and down together",
        "go up and down",
        "moving together",
        "in unison",
        "unison",
        "jointly",
        "in sync",
        "sync",
        "in concert",
        "follow suit",
        "follows suit",
        "followed suit",
        "following suit",
        "in lockstep",
    ]
)
_OPPOSITE = frozenset(
    [
        "opposite",
        "opposite way",
        "opposite directions",
        "inverse",
        "inversely",
        "negative",
        "negatively",
        "opposing",
        "counter",
    ]
)
_STRENGTHS = {
    "strong": (0.6, 1.0),
    "moderate": (0.4, 0.7),
    "modest": (0.3, 0.6),
    "weak": (0.0, 0.4),
    "slight": (0, 0.3),
}
_AFTER_WHEN = frozenset({"when", "whenever", "if", "after"})
_MAKES = (
    "mean",
    "impl",
    "translat",
    "drive",
    "driving",
    "drove",
    "generat",
    "caus",
    "replac",
    "push",
    "put",
    "make",
    "made",
    "making",
    "bring",
    "set",
    "result",
    "turn",
)
_OBJECT = frozenset({"to", "with", "of", "behind", "by"})
_EARLIER = frozenset(
    [
        "came before",
        "come before",
        "comes before",
        "foreshadow",
        "foreshadows",
        "led",
        "lead",
        "leads",
        "leading",
        "precede",
        "precedes",
        "preceding",
        "ahead",
        "ahead of",
    ]
)
_LATER = frozenset(
    {
        "trail",
        "trails",
        "trailed",
        "trailing",
        "came after",
        "comes after",
        "come after",
        "later",
        "after",
        "behind",
        "delay",
        "lag",
        "lags",
        "lagging",
        "afterwards",
        "follow",
        "followed",
        "follows",
        "following",
    }
)


def objections(sentence: Sentence, claim: Claim) -> list[str]:
    """Why the sentence does not say what the correlation does; nothing for other claims."""
    if claim.type != "correlation":
        return []
    found = [f"says {text} of a correlation" for text in _causes(sentence)]
    found += [
        f"says by {number.text} of a correlation"
        for by, number in pairwise(sentence.tokens)
        if by.text == "by" and number.quantity is not None and number.quantity.format == "number"
    ]
    found += _ways(sentence, claim["correlation"].value > 0)
    lag = claim.find("lag_days")
    at_once = [t.text for t in sentence.tokens if t.text.startswith(("no lag", "no time lag", "no delay"))]
    found += [f"says {text} of what comes later" for text in at_once if lag is None or lag.value]
    if lag is not None and lag.value:
        found += _order(sentence, claim)
    return found


def _causes(sentence: Sentence) -> list[str]:
    """`visits bring in orders` and `visits lift orders`: that one makes the other move."""
    found = []
    for i, token in enumerate(sentence.tokens):
        after = [t.parts for t in sentence.tokens[i + 1 : i + 3]]
        more = bool(after) and bool(after[0] & {"more", "less"}) and "name" not in after[-1]  # `when Books sells more`
        if "level" in token.parts and not token.parts & {"relation", "filler", "number"} and not more:
            found.append(token.text)
    found += [t.text for t in sentence.tokens if t.text.startswith(_MAKES)]
    found += [f"{a.text} to" for a, b in pairwise(sentence.tokens) if a.text in _EARLIER and b.text == "to"]
    moved: str = ""  # by the word after the last name
    for token in sentence.tokens:
        if "name" in token.parts:
            found += [moved] if moved.strip() else []
            moved = " "
        elif moved and token.parts & {"up", "down"} and not token.parts & {"more", "less"}:
            moved = token.text
        elif (
            (moved.strip() and "article" not in token.parts) or token.text in ",;:" or token.parts & {"and", "at", "by"}
        ):
            moved = ""
    return found


def strengths(sentence: Sentence, claim: Claim) -> list[str]:
    """`strong`, `moderate` and `weak` of a correlation that is not."""
    size = abs(claim["correlation"].value)
    texts = {token.text.removesuffix("ly") for token in sentence.tokens}
    return [f"says {text}" for text, (low, high) in _STRENGTHS.items() if text in texts and not low <= size <= high]


def _ways(sentence: Sentence, positive: bool) -> list[str]:
    texts = {token.text for token in sentence.tokens}
    ways = [
        "up" if token.parts & {"up", "more"} else "down"
        for token in sentence.tokens
        if token.parts & {"up", "more", "down", "less"} and token.text not in _LATER
    ]
    same, opposite = bool(texts & _SAME), bool(texts & _OPPOSITE)
    # `Sports tends to rise when Books does`
    same |= len(ways) == 1 and bool(texts & {"do", "does", "did"})
    if len(ways) not in (0, 2) and not (len(ways) == 1 and same):
        return ["says how only one of them moves"]
    if len(ways) == 2:
        same, opposite = same or ways[0] == ways[1], opposite or ways[0] != ways[1]
    if opposite if positive else same:
        return [
            f"says {'opposite' if positive else 'same'} ways of a {'positive' if positive else 'negative'} correlation"
        ]
    signed = any(t.quantity and t.quantity.sign == "-" for t in sentence.tokens)
    return [] if positive or opposite or signed else ["does not say that they move opposite ways"]


def _order(sentence: Sentence, claim: Claim) -> list[str]:
    """Which of the two the sentence lets move first."""
    first, second = (metric_title(name) for name in claim.names)
    follower = _follower(sentence, first, second)
    if not follower:
        return ["does not say which of them moves first"]
    return [] if follower == second else [f"lets {second} move before {first}"]


def _follower(sentence: Sentence, first: str, second: str) -> str:
    tokens = sentence.tokens
    other = {first: second, second: first}
    names = [(i, token.text) for i, token in enumerate(tokens) if token.text in other]
    for i, token in enumerate(tokens):
        nearest = next((name for at, name in names if at > i), "")
        if token.text in _AFTER_WHEN and nearest:
            return other[nearest]
        if token.text == "followed by" and nearest:
            return nearest
        by = next((at for at in range(i + 1, min(i + 6, len(tokens))) if tokens[at].text == "by"), None)
        if token.text == "followed" and by is not None:  # `followed a day later by`
            return next((name for at, name in names if at > by), "")
        if token.text == "between" and len(names) > 1:  # `between Books and Toys a day later`
            lags = [n for n in sentence.positions("number") if tokens[n].quantity and tokens[n + 1 : n + 2]]
            later = next((n for n in lags if tokens[n + 1].text in _LATER and n > i), None)
            both = [(at, name) for at, name in names if at > i][:2]
            return both[1][1] if later is not None and len(both) == 2 and both[0][0] < later else ""
        subject = next((name for at, name in reversed(names) if at < i), "")
        if token.text in _EARLIER and subject:
            return other[subject]
    for i, token in enumerate(tokens):
        if token.text in _LATER:
            before = [(at, name) for at, name in names if at < i]
            subjects = [name for at, name in before if at == 0 or tokens[at - 1].text not in _OBJECT]
            if subjects:
                return subjects[-1]
    return ""
