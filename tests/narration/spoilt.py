"""Each faithful sentence, spoilt by rule: other figures, days, ways, units and names, and what no fact carries."""

import re
from collections.abc import Iterator

_SWAPS = {
    "date": (
        ("2024", "2022"),
        ("2023", "2021"),
        ("September", "October"),
        ("August", "June"),
        ("July", "May"),
        ("month before", "week before"),
        ("month over month", "year over year"),
        ("Q3", "Q4"),
        ("Year over year", "Month over month"),
        ("a year earlier", "a month earlier"),
        ("three days", "three weeks"),
        ("a day", "a week"),
    ),
    "direction": (
        ("rose", "fell"),
        ("fell", "rose"),
        ("higher", "lower"),
        ("above", "below"),
        ("more than", "less than"),
        (" up ", " down "),
        (" down ", " up "),
        ("gained", "lost"),
        ("lost", "gained"),
        ("climbed", "slid"),
        ("increased", "decreased"),
        ("best", "worst"),
        ("upward", "downward"),
        ("dropped", "climbed"),
        ("rising", "falling"),
    ),
    "unit": (
        ("percentage points", "percent"),
        (" points", " percent"),
        ("%", " percentage points"),
        ("€", "$"),
        ("$", "€"),
    ),
    "segment": (("revenue", "orders"), ("Revenue", "Profit")),
}
_TAILS = {
    "cause": (
        " thanks to the new loyalty programme",
        " because of the weather",
        ", driven by promotions",
        " as competitors closed",
        ", reflecting stronger demand",
        " after the website was redesigned",
    ),
    "advice": (", so stock should be increased", ", which calls for action", ", and prices could be raised"),
    "goal": (", beating the target", ", ahead of plan", ", short of expectations set by management"),
    "lasting": (", and this will continue", ", for good", ", as always", ", and momentum is building"),
    "rank": (", the most of all categories", ", more than any other region", ", the second highest ever"),
    "name": (" at Amazon", " (source: Bloomberg)", ", as Julia noted"),
    "part": (" among new customers", " online", " in Zurich", " for premium items"),
    "forecast": (", and next month will be similar", ", with more to come"),
}
_FIGURE = re.compile(r"(?<![\w.])(\d(?:[\d,]*\d)?(?:\.\d+)?)")
_YEARS = ("2021", "2022", "2023", "2024", "2025")


def spoilt(text: str, i: int, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What is wrong, and the sentence; `i` chooses among the ways, `names` are those that take each other's place."""
    others = tuple(zip(names, (*names[1:], names[0]), strict=True))
    for kind, pairs in {**_SWAPS, "name": others}.items():
        found = [(a, b) for a, b in pairs if a in text and not (a == " up " and "made up" in text)]
        if found:
            old, new = found[i % len(found)]
            # `lower when lower` is as true as `higher when higher`.
            yield kind, text.replace(old, new, 1 if kind == "direction" else -1)
    figures = [m for m in _FIGURE.finditer(text) if len(m[1].replace(",", "")) >= 3 and m[1] not in _YEARS]
    if figures:
        figure = figures[i % len(figures)]
        at = figure.start(1) + figure[1][1].isdigit()
        yield "number", f"{text[:at]}{(int(text[at]) + 3) % 10}{text[at + 1 :]}"
    if len(figures) > 1 and figures[0][1] != figures[1][1]:
        a, b = figures[:2]
        yield "number", f"{text[: a.start(1)]}{b[1]}{text[a.end(1) : b.start(1)]}{a[1]}{text[b.end(1) :]}"
    kinds = (*_TAILS,)
    for kind in (kinds[i % len(kinds)], kinds[(i + 4) % len(kinds)]):
        tails = _TAILS[kind]
        yield kind, f"{text.rstrip('.')}{tails[i // len(kinds) % len(tails)]}."
