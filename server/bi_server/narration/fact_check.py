"""Does a sentence say anything that its claim does not?

A sentence is read in tokens, of which each must stand in a closed vocabulary (`lexicon`, as far as `licences` allows it
for the claim) or be a name of the claim. Every number is given its role by the words around it (`roles`) and must be a
fact of that role, unit, period and part of the business (`binding`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bi_server.analysis.insights import Claim, Fact

from . import binding, dates, relation, zones
from .built_in import sentence as draft_of
from .dates import Range
from .licences import licences, licensed
from .naming import names_of
from .roles import Kind, Sentence, compares_with_nothing, direction_follows, is_ratio, kind_of_number, link_of_period
from .tokens import Token, normalized, tokens

MAX_LENGTH = 400
"""Characters; a sentence that a dashboard shows is shorter."""

LARGE, SMALL = 10.0, 5.0
"""Percent from which a change may be called sharp, and up to which it may be called slight."""

_MARKUP = re.compile(r"[<>`{}\[\]\\|*#]|https?:|www\.|\d/\d|\n")
_SECOND_SENTENCE = re.compile(r"[.!?]\s+[A-Z“\"]|[!?]\s*\S")
_UNIT_WORDS = {
    "day": ("day", "days"),
    "week": ("week", "weeks", "weekly"),
    "month": ("month", "months", "monthly"),
    "quarter": ("quarter", "quarters", "quarterly"),
    "year": ("year", "years", "yearly", "annual", "annually"),
}
_DIRECTIONS = {"up": "up", "more": "up", "above": "up", "exceeds": "up"}
_DIRECTIONS |= {"down": "down", "less": "down", "below": "down", "falls_short": "down"}


def objections(text: str, claim: Claim, *, currency: str) -> tuple[str, ...]:
    """Why `text` may not stand for `claim`; empty when it may. Amounts are in `currency`, an ISO 4217 code."""
    text = normalized(text.strip())
    if not text or len(text) > MAX_LENGTH:
        return (f"has {len(text)} characters",)
    own = names_of(claim)
    draft = normalized(draft_of(claim, currency))
    if text == draft:
        return ()  # made of the facts, number by number
    if claim.type == "single_order":
        return ("may only be worded as it is: a change, and the same change without an order, are too easily mixed up",)
    draft_tokens = tokens(draft, own)
    said = Sentence(licensed(tokens(text, own), licences(claim, draft), draft_tokens))
    strange = [token.text for token in said.tokens if not token.parts]
    if strange:
        return tuple(f"may not say {word}" for word in strange)
    outside = text
    for token in said.tokens:
        if "name" in token.parts:
            outside = outside.replace(normalized(token.text), "")
    found = ["has markup"] if _MARKUP.search(outside) else []
    found += ["is more than one sentence"] if _SECOND_SENTENCE.search(outside) else []
    if not said.positions("number") and not said.positions("period"):
        found.append("gives no figure")
    return (*found, *_Check(claim, said, Sentence(draft_tokens), currency).objections())


class _Check:
    """A sentence whose words are all allowed, set against the claim's facts."""

    def __init__(self, claim: Claim, said: Sentence, draft: Sentence, currency: str) -> None:
        self._claim, self._currency = claim, currency
        self._own, self._pairs = binding.ranges(claim.facts), binding.base_pairs(claim)
        self._said = zones.with_whole_periods(said, self._own, self._pairs)
        self._drafted = _contexts(zones.with_whole_periods(draft, self._own, self._pairs))
        self._names_own_days = False
        self._links: dict[int, frozenset[Range]] = {}
        self._bound: dict[int, list[Fact]] = {}

    def objections(self) -> list[str]:
        zone, found = zones.zones(self._said, self._claim)
        free, against = self._periods()
        found += against
        for position in self._said.positions("number"):
            self._bound[position] = self._facts(position, zone[position])
            if not self._bound[position]:
                found.append(f"number {self._said.tokens[position].text} is no such fact")
        found += self._compared(free)
        found += self._directions()
        found += self._degrees()
        found += self._needed()
        if self._claim.type not in ("correlation", "growth_no_base"):
            found += [f"{word} compares with nothing" for word in compares_with_nothing(self._said)]
        found += relation.objections(self._said, self._claim)
        return found

    def _facts(self, position: int, zone: zones.Zone) -> list[Fact]:
        """The facts that the number at `position` can be."""
        stated = self._said.tokens[position].quantity
        assert stated is not None
        if is_ratio(self._said, position):
            stated = replace(stated, value=100 - stated.value, sign="-")
        hedge = binding.hedged(self._said, position)
        slopes = any(fact.term.role == "slope" for fact in self._claim.facts)
        kind = kind_of_number(self._said, position, slopes=slopes)
        linked = self._links.get(position)
        if stated.format == "days" and self._is_length(stated.value, position):
            return [self._claim.facts[0]]
        kinds = binding.kinds_that_fit(kind, self._claim)
        if kind == "level" and linked and not linked & self._ranges("level") and self._names_own_days:
            kinds = {"base"}  # `in November, $5`: the days say that it is what was before
        if stated.format == "number":
            kinds |= {"index"}
        direction = self._direction_of(position) if kind == "change" else ""
        as_drafted = _context(self._said, position) in self._drafted
        candidates = [
            fact
            for fact in self._claim.facts[self._claim.type == "no_data" :]
            if zones.is_in(fact, zone, self._claim)
            and (as_drafted or binding.kind_of_fact(fact, self._claim) in kinds)
            and binding.is_value(stated, hedge, fact, self._currency)
            and binding.is_signed_right(stated, direction, fact)
            and (linked is None or (fact.start, fact.end) in linked)
        ]
        return binding.with_noun(candidates, self._claim, binding.noun_at(self._said, position))

    def _is_length(self, days: float, position: int) -> bool:
        """Whether a number of days is how long a range is; not where it is said to be a delay."""
        after = self._said.tokens[position + 1 : position + 2]
        delays = bool(after) and after[0].text in ("later", "after", "behind", "lag", "delay", "before")
        return not delays and any((fact.end - fact.start).days + 1 == days for fact in self._claim.facts)

    def _ranges(self, *kinds: Kind) -> frozenset[Range]:
        return binding.ranges(f for f in self._claim.facts if binding.kind_of_fact(f, self._claim) in kinds)

    def _periods(self) -> tuple[list[tuple[int, frozenset[Range]]], list[str]]:
        """The periods that are compared with, to be looked at when the numbers are bound; and objections to others."""
        compared, found = [], []
        own = self._own
        past: tuple[Kind, ...] = ("base", "duration", "confidence")
        current = (
            binding.ranges(f for f in self._claim.facts if binding.kind_of_fact(f, self._claim) not in past) or own
        )
        base = self._ranges("base")
        for position in self._said.positions("period"):
            token = self._said.tokens[position]
            assert token.period is not None
            denoted = dates.denoted(token.period, own, self._pairs)
            as_drafted = _context(self._said, position) in self._drafted
            if not denoted:
                self._names_own_days |= self._is_edge(position, token, own)
                if not as_drafted and not self._is_edge(position, token, own):
                    found.append(f"date {token.text} is none of the facts'")
                continue
            self._names_own_days |= bool(denoted & self._ranges("level"))
            link, number = link_of_period(self._said, position)
            if link in ("before", "after"):
                self._links[number] = self._links.get(number, denoted) & denoted
            elif as_drafted or self._is_event(position, denoted):
                continue
            elif link == "base" and not (self._claim.type == "trend" and denoted & current):
                compared.append((position, denoted))
            elif link == "either" and not denoted & (base | current):
                found.append(f"period {token.text} is none of the facts'")
            elif link == "float" and not denoted & current:
                found.append(f"period {token.text} is not what the claim is about")
        return compared, found + zones.periods_of_data(self._said, self._claim, own, self._pairs)

    def _is_edge(self, position: int, token: Token, own: frozenset[Range]) -> bool:
        """Whether a day is where a range starts or ends, and is told as that."""
        assert token.period is not None
        before = self._said.tokens[position - 1].text if position else ""
        after = self._said.tokens[position + 1].text if position + 1 < len(self._said.tokens) else ""
        if token.period.first is None:
            return False
        lasts = self._claim.type == "change_point"
        fits = dates.edges(token.period, own - self._ranges("base") if lasts else own)
        ends = {"until", "till", "to", "through", "ending", "ending on", "up until", "up to", "by", "and"}
        starts = {"since", "from", "starting", "starting on", "starting from", "beginning", "beginning on", "effective"}
        starts |= {"as of", "going back to", "dating back to", "between"}
        if self._claim.type in ("change_point", "anomaly", "data_problem"):
            starts |= {"on", "in", "", ","}
        if before in starts or after in ("onward", "onwards"):
            return any(token.period.first.fits(r[0]) for r in fits)
        return before in ends and any(token.period.first.fits(r[1]) for r in fits)

    def _is_event(self, position: int, denoted: frozenset[Range]) -> bool:
        """Whether it is the day on which something is said to begin or to end."""
        near = self._said.tokens[max(position - 5, 0) : position]
        return any(t.parts & {"began", "ended"} for t in near) and any(start == end for start, end in denoted)

    def _compared(self, compared: Sequence[tuple[int, frozenset[Range]]]) -> list[str]:
        """Whether what is compared with is the base of the change it stands by."""
        found = []
        for position, denoted in compared:
            near = [n for n in self._bound if n < position] or [n for n in self._bound if n > position]
            changes = [f for n in near[-1:] for f in self._bound[n] if f.term.base]
            real = binding.ranges(f for f in self._claim.facts if f.metric in {c.term.base for c in changes})
            if not denoted & (real or self._ranges("base")):
                found.append(f"{self._said.tokens[position].text} is not what the claim compares with")
        return found

    def _direction_of(self, position: int) -> str:
        """The direction of the word that makes the number a change: right after it, else the last one before."""
        before, after = range(position - 1, -1, -1), range(position + 1, len(self._said.tokens))
        order = [*after, *before] if direction_follows(self._said, position) else [*before, *after]
        found = (_direction(self._said.tokens[i]) for i in order if not self._is_hedge(i))
        return next((direction for direction in found if direction), "")

    def _is_hedge(self, position: int) -> bool:
        following = position + 1
        return (
            following < len(self._said.tokens)
            and "number" in self._said.tokens[following].parts
            and binding.hedged(self._said, following) != ""
        )

    def _directions(self) -> list[str]:
        """Directions that are neither the claim's nor those of what the sentence says them of."""
        if self._claim.type == "correlation":
            return []
        changes = {f.term.noun: "up" if f.value > 0 else "down" for f in self._claim.facts if _is_change(f)}
        allowed = {self._claim.direction} | {
            "up" if fact.value > 0 else "down" for facts in self._bound.values() for fact in facts if _is_change(fact)
        }
        found = []
        said = [i for i, token in enumerate(self._said.tokens) if _direction(token) and not self._is_hedge(i)]
        for i, end in zip(said, [*said[1:], len(self._said.tokens)], strict=False):
            way = _direction(self._said.tokens[i])
            of = [f.term.noun for n in self._bound if i < n < end for f in self._bound[n] if f.term.role != "change"]
            right = changes.get(of[0]) if of and len(changes) > 1 else None
            if way != right if right else way not in allowed:
                found.append(f"says {way} where the claim says {right or self._claim.direction}")
        return found

    def _degrees(self) -> list[str]:
        """`sharply` and `slightly` where the change is not."""
        sizes = [abs(f.value) for f in self._claim.facts if f.term.role == "change" and f.format == "percentage"]
        large, small = self._said.positions("large"), self._said.positions("small")
        found = []
        if large and not (sizes and max(sizes) >= LARGE):
            found.append(f"says {self._said.tokens[large[0]].text} of a change that is not")
        if small and not (sizes and min(sizes) <= SMALL):
            found.append(f"says {self._said.tokens[small[0]].text} of a change that is not")
        return found

    def _needed(self) -> list[str]:
        """Words without which a bound number would say something else."""
        found = []
        facts = [fact for facts in self._bound.values() for fact in facts[:1]]
        metrics = {fact.metric: fact for fact in self._claim.facts}
        expected = any(
            f.term.base and metrics[f.term.base].term.role == "expected" for f in facts if f.term.base in metrics
        )
        if (expected or any(f.term.role == "expected" for f in facts)) and not self._said.positions("expected"):
            found.append("does not say what was expected")
        if any(f.term.role in ("forecast", "bound") or f.metric.startswith("forecast_") for f in facts) and not (
            self._said.positions("forecast") or self._said.positions("range") or self._said.positions("expected")
        ):
            found.append("does not say that it is a forecast")
        if any(f.term.noun == "daily_revenue" and f.term.role != "change" for f in facts) and not self._said.positions(
            "per_day"
        ):
            found.append("does not say that it is a day's")
        lasting = bool(self._said.positions("lasting")) or self._claim.type == "no_data"
        found += [] if lasting else [f"says {word} and no day" for word in self._open_ends()]
        return found + self._units()

    def _open_ends(self) -> list[str]:
        """`since` and `until` that no day follows."""
        tokens = self._said.tokens
        return [
            token.text
            for i, token in enumerate(tokens)
            if token.text in ("since", "ever since", "until", "till", "as of")
            and "edge" in token.parts
            and not any(t.parts & {"period", "began"} or t.text == "then" for t in tokens[i + 1 : i + 4])
        ]

    def _units(self) -> list[str]:
        """`monthly` and the like of what is no month."""
        allowed = {unit for unit in _UNIT_WORDS if any(dates.is_whole(unit, days) for days in self._own)}
        allowed |= {"day"} if {f.term.role for f in self._claim.facts} & {"slope", "duration"} else set()
        allowed |= {"day"} if any(f.term.noun == "daily_revenue" for f in self._claim.facts) else set()
        allowed |= {self._claim.template.rpartition("_")[2]}
        words = [self._said.tokens[i].text for i in self._said.positions("period_word")]
        return [
            f"speaks of a {unit}" for unit, forms in _UNIT_WORDS.items() if unit not in allowed and {*words} & {*forms}
        ]


def _context(sentence: Sentence, position: int) -> tuple[str, ...]:
    """A number or a period with the words before it, and after a number the next: said as the draft says it."""
    token = sentence.tokens[position]
    start, end = (position - 2, position + 2) if "number" in token.parts else (position - 3, position + 1)
    return tuple(t.text.lower() for t in sentence.tokens[max(start, 0) : end])


def _contexts(draft: Sentence) -> set[tuple[str, ...]]:
    return {_context(draft, i) for i in (*draft.positions("number"), *draft.positions("period"))}


def _is_change(fact: Fact) -> bool:
    return fact.term.role == "change" and fact.value != 0


def _direction(token: Token) -> str:
    # `high` and `low` of a record are its rank.
    if token.parts & {"best", "worst", "mostly"}:
        return ""
    return next((_DIRECTIONS[part] for part in token.parts if part in _DIRECTIONS), "")
