"""Does a sentence say anything that its claim does not?

A sentence is read in tokens, of which each must stand in a closed vocabulary (`lexicon`, as far as `licences` allows it
for the claim) or be a name of the claim. Every number is given its role by the words around it (`roles`) and must be a
fact of that role, unit, period and part of the business (`binding`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bi_server.analysis.insights import Claim, Fact

from . import binding, dates, mean_day, particulars, relation, wording, zones
from .built_in import sentence as draft_of
from .dates import Range
from .directions import direction_of, is_change, is_whole_change
from .edges import is_edge
from .licences import licences, licensed
from .links import compares_with_nothing, link_of_period
from .naming import names_of, shown
from .readings import with_readings
from .roles import (
    Kind,
    Sentence,
    direction_follows,
    hedged,
    is_ratio,
    kind_of_number,
)
from .tokens import Token, normalized, tokens

MAX_LENGTH = 400
"""Characters; a sentence that a dashboard shows is shorter."""

_MARKUP = re.compile(r"[<>`{}\[\]\\|*#]|https?:|www\.|\d/\d|\n")
_SECOND_SENTENCE = re.compile(r"[.!?]\s+[A-Z“\"]|[!?]\s*\S")


def objections(text: str, claim: Claim, *, currency: str) -> tuple[str, ...]:
    """Why `text` may not stand for `claim`; empty when it may. Amounts are in `currency`, an ISO 4217 code."""
    text = normalized(text.strip())
    if not text or len(text) > MAX_LENGTH:
        return (f"has {len(text)} characters",)
    own = names_of(claim)
    draft = normalized(draft_of(claim, currency))
    if text == draft:
        return ()  # made of the facts, number by number
    if claim.type in ("single_order", "single_customer", "adjusted_change"):
        return ("may only be worded as it is: a change, and the same change without a part, are too easily mixed up",)
    claim = binding.with_differences(claim)
    allowed = licences(claim, draft)
    draft_tokens = tokens(draft, own, allowed)
    # Names of holidays come from a calendar; those of customers keep the marks that set them apart.
    holidays = [shown(name) for name in claim.names] if claim.template == "anomaly_holiday" else []
    read = with_readings(tokens(text, own, allowed, bare=holidays), claim)
    said = Sentence(licensed(read, allowed, draft_tokens))
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
        self._shares: frozenset[int] = frozenset()
        self._links: dict[int, frozenset[Range]] = {}
        self._bound: dict[int, list[Fact]] = {}

    def objections(self) -> list[str]:
        zone, self._shares, found = zones.zones(self._said, self._claim)
        free, against = self._periods()
        found += against
        for position in self._said.positions("number"):
            self._bound[position] = self._facts(position, zone[position])
            denied = self._claim.type == "no_data" and self._said.tokens[position].text.lower() in ("none", "nothing")
            if not self._bound[position] and not denied:
                found.append(f"number {self._said.tokens[position].text} is no such fact")
        found += self._compared(free)
        found += self._directions()
        found += wording.degrees(self._said, self._claim)
        found += wording.needed(self._said, self._claim, self._bound)
        if self._claim.template not in ("correlation", "correlation_lag", "growth_no_base", "growth_cut_base"):
            found += [f"{word} compares with nothing" for word in compares_with_nothing(self._said)]
        found += particulars.objections(self._said, self._claim, self._bound)
        found += mean_day.objections(self._said, self._claim, self._bound)
        found += relation.objections(self._said, self._claim)
        return found

    def _facts(self, position: int, zone: zones.Zone) -> list[Fact]:
        """The facts that the number at `position` can be."""
        stated = self._said.tokens[position].quantity
        assert stated is not None
        hedge = hedged(self._said, position)
        if is_ratio(self._said, position):
            stated = replace(stated, value=100 - stated.value, sign="-")
            hedge = binding.MIRRORED.get(hedge, hedge)
        stated = particulars.times_an_average_month(stated, self._claim)
        slopes = any(fact.term.role == "slope" for fact in self._claim.facts)
        kind = kind_of_number(self._said, position, slopes=slopes)
        noun = binding.noun_at(self._said, position)
        if (
            kind == "level"
            and stated.format == "percentage"
            and noun not in ("", "share", "conversion_rate", "revenue")
            and self._direction_of(position)
        ):
            kind = "change"  # `visits fell by 28% but orders by 15%`, the second `by` left out
        linked = self._links.get(position)
        if stated.format == "days" and self._is_length(stated.value, position):
            return [self._claim.facts[0]]
        kinds = binding.kinds_that_fit(kind, self._claim)
        if kind == "level" and linked and not linked & self._ranges("level") and self._names_own_days:
            kinds = {"base"}  # `in November, $5`: the days say that it is what was before
        if stated.format == "number":
            kinds |= {"index", *(("duration",) if self._claim.find("previous_days") else ())}
        direction = self._direction_of(position) if kind in ("change", "slope") else ""
        as_drafted = _context(self._said, position) in self._drafted
        candidates = [
            fact
            for fact in self._claim.facts[self._claim.type == "no_data" :]
            if zones.is_in(fact, zone, self._claim)
            and (
                as_drafted
                or (fact.metric.endswith("_effect") and particulars.is_effect(self._said, position))
                or binding.kind_of_fact(fact, self._claim) in kinds
                or (zone is not None and kind in ("level", "base") and is_change(fact) and position in self._shares)
            )
            and binding.is_value(stated, hedge, fact, self._currency)
            and binding.is_signed_right(stated, direction, fact)
            and (linked is None or (fact.start, fact.end) in linked or fact.term.noun == "season_index")
        ]
        return binding.with_noun(candidates, self._claim, noun)

    def _is_length(self, days: float, position: int) -> bool:
        """Whether a number of days is how long a range is; not where it is said to be a delay."""
        after = self._said.tokens[position + 1 : position + 2]
        delays = bool(after) and after[0].text in ("later", "after", "behind", "lag", "delay", "before")
        of, *period = [*self._said.tokens[position + 1 : position + 3], None][:2]
        if of is not None and of.parts & {"of", "in"} and period[0] is not None and period[0].period is not None:
            denoted = dates.denoted(period[0].period, self._own, self._pairs)
            return any((end - start).days + 1 == days for start, end in denoted)
        return not delays and any((fact.end - fact.start).days + 1 == days for fact in self._claim.facts)

    def _is_days(self, position: int) -> bool:
        quantity = self._said.tokens[position].quantity
        return quantity is not None and quantity.format == "days"

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
                edge = is_edge(self._said, position, self._claim, own, own - base)
                self._names_own_days |= edge
                if not as_drafted and not edge and not self._is_denied(position, token):
                    found.append(f"date {token.text} is none of the facts'")
                continue
            self._names_own_days |= bool(denoted & self._ranges("level"))
            self._names_own_days |= token.text.startswith("before ") and bool(token.period.back)
            if self._goes_on(position, denoted):
                found.append(f"says since of {token.text}")
            link, number = link_of_period(self._said, position)
            if self._is_denied(position, token):
                continue
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

    def _goes_on(self, position: int, denoted: frozenset[Range]) -> bool:
        """Whether something is told since the claim's own days; `since December 20 is not over` tells nothing of it."""
        near = self._said.tokens[max(position - 1, 0) : position + 2]
        first = self._claim.facts[0]
        since = near[0].text in ("since", "ever since") and not any("be" in token.parts for token in near[2:])
        return since and (first.start, first.end) in denoted

    def _is_denied(self, position: int, token: Token) -> bool:
        """Whether it is said that there is no earlier period, of a claim that says so."""
        assert token.period is not None
        near = {t.text for t in self._said.tokens[max(position - 3, 0) : position]}
        return self._claim.template in ("growth_no_base", "growth_cut_base") and bool(
            token.period.back and near & {"no", "cannot be compared", "not possible"}
        )

    def _is_event(self, position: int, denoted: frozenset[Range]) -> bool:
        """Whether it is the day on which something is said to begin or to end."""
        near = self._said.tokens[max(position - 7, 0) : position]
        begins = any(t.parts & {"began", "ended"} or t.text.startswith(("begin", "start")) for t in near)
        return begins and any(start == end for start, end in denoted)

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
        found = (direction_of(self._said.tokens[i]) for i in order if not self._is_hedge(i))
        return next((direction for direction in found if direction), "")

    def _is_hedge(self, position: int) -> bool:
        following = position + 1
        return (
            following < len(self._said.tokens)
            and "number" in self._said.tokens[following].parts
            and hedged(self._said, following) != ""
        )

    def _directions(self) -> list[str]:
        """Directions that are neither the claim's nor those of what the sentence says them of."""
        if self._claim.type == "correlation":
            return []
        changes = {f.term.noun: "up" if f.value > 0 else "down" for f in self._claim.facts if is_whole_change(f)}
        allowed = {self._claim.direction} | {
            "up" if fact.value > 0 else "down" for facts in self._bound.values() for fact in facts if is_change(fact)
        }
        found = []
        said = [i for i, token in enumerate(self._said.tokens) if direction_of(token) and not self._is_hedge(i)]
        for i, end in zip(said, [*said[1:], len(self._said.tokens)], strict=False):
            way = direction_of(self._said.tokens[i])
            of = [
                f.term.noun
                for n in self._bound
                if i < n < end
                for f in self._bound[n]
                if f.term.role != "change" and not self._is_days(n)
            ]
            right = changes.get(of[0]) if of and len(changes) > 1 else None
            if i and "revenue" in self._said.tokens[i - 1].parts:
                right = changes.get("revenue", right)  # `revenue rose because orders ...`
            if way != right if right else way not in allowed:
                found.append(f"says {way} where the claim says {right or self._claim.direction}")
        return found


def _context(sentence: Sentence, position: int) -> tuple[str, ...]:
    """A number or a period with the words before it, and after a number the next: said as the draft says it."""
    token = sentence.tokens[position]
    start, end = (position - 2, position + 2) if "number" in token.parts else (position - 3, position + 1)
    return tuple(t.text.lower() for t in sentence.tokens[max(start, 0) : end])


def _contexts(draft: Sentence) -> set[tuple[str, ...]]:
    return {_context(draft, i) for i in (*draft.positions("number"), *draft.positions("period"))}
