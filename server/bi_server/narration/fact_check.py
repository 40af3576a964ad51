"""Does a sentence say anything that its claim does not?

A sentence is read in tokens, of which each must stand in a closed vocabulary (`lexicon`, as far as `licences` allows it
for the claim) or be a name of the claim. Every number is given its role by the words around it (`roles`) and must be a
fact of that role, unit, period and part of the business (`binding`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bi_server.analysis.insights import Claim, Fact

from . import binding, carried, dates, mean_day, particulars, relation, wording, zones
from .built_in import sentence as draft_of
from .dates import Range
from .directions import direction_of, is_change, is_whole_change
from .edges import is_edge
from .lexicon import NOUNS
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
_ORDER_ID = re.compile(r"[A-Za-z]+[-_#]\d{2,}")
_SECOND_SENTENCE = re.compile(r"[.!?]\s+[A-Z“\"]|[!?]\s*\S")


@lru_cache(maxsize=128)  # a claim is asked about for its own sentence and for each of the summary's
def _drafted(claim: Claim, currency: str) -> tuple[str, tuple[str, ...], frozenset[str], tuple[Token, ...]]:
    """The claim's own wording, the names it may use, the parts it allows, and that wording in tokens."""
    own, draft = tuple(names_of(claim)), normalized(draft_of(claim, currency))
    allowed = licences(binding.with_differences(claim), draft)
    return draft, own, allowed, tokens(draft, own, allowed)


def objections(text: str, claim: Claim, *, currency: str) -> tuple[str, ...]:
    """Why `text` may not stand for `claim`; empty when it may. Amounts are in `currency`, an ISO 4217 code."""
    text = normalized(text.strip())
    if not text or len(text) > MAX_LENGTH:
        return (f"has {len(text)} characters",)
    draft, own, allowed, draft_tokens = _drafted(claim, currency)
    if text == draft:
        return ()  # made of the facts, number by number
    claim = binding.with_differences(claim)
    # Names of holidays come from a calendar; those of customers keep the marks that set them apart, but for an order's.
    bare = [shown(name) for name in claim.names if claim.template == "anomaly_holiday" or _ORDER_ID.fullmatch(name)]
    read = with_readings(tokens(text, own, allowed, bare=bare), claim)
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


_DENIALS = frozenset(
    [
        "only",
        "no",
        "none",
        "nothing",
        "without",
        "lack",
        "lacks",
        "lacking",
        "missing",
        "unavailable",
        "not available",
        "cannot be",
        "cannot be compared",
        "not possible",
        "could not be",
        "not complete",
        "incomplete",
        "absent",
        "outside",
        "for lack of",
        "empty",
    ]
)
"""Words that say that there is no earlier period."""


_BEFORE_VERB = frozenset({"and", "article", "filler", "be", "name", "possessive", "of", "in", "period"})


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
            denied = self._said.tokens[position].text.lower() in ("none", "nothing") and (
                self._claim.type == "no_data" or self._denies_earlier(position)
            )
            if not self._bound[position] and not denied:
                found.append(f"number {self._said.tokens[position].text} is no such fact")
        found += self._parts_of(zone) + self._compared(free)
        found += self._directions()
        found += wording.degrees(self._said, self._claim)
        found += wording.needed(self._said, self._claim, self._bound)
        if self._claim.type not in carried.TYPES and self._claim.template not in (
            "correlation",
            "correlation_lag",
            "growth_no_base",
            "growth_cut_base",
        ):
            found += [f"{word} compares with nothing" for word in compares_with_nothing(self._said)]
        found += particulars.objections(self._said, self._claim, self._bound)
        found += mean_day.objections(self._said, self._claim, self._bound)
        found += relation.objections(self._said, self._claim) + carried.objections(self._said, self._claim)
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
            and (self._claim.type not in carried.TYPES or carried.fits(self._said, position, kind, fact, self._claim))
            and (
                as_drafted
                or self._claim.type in carried.TYPES
                or (fact.metric.endswith("_effect") and particulars.is_effect(self._said, position))
                or binding.kind_of_fact(fact, self._claim) in kinds
                or (fact.metric == "revenue_of_last_day" and kind == "level" and self._said.positions("ended"))
                or (zone is not None and kind in ("level", "base") and is_change(fact) and position in self._shares)
            )
            and binding.is_value(stated, hedge, fact, self._currency)
            and binding.is_signed_right(stated, direction, fact)
            and (linked is None or self._is_of(fact, linked))
        ]
        return binding.with_noun(candidates, self._claim, noun)

    def _parts_of(self, zone: list[zones.Zone]) -> list[str]:
        """`of which $5 in North`, of a level, where it is a part of a change."""
        found, tokens = [], self._said.tokens
        for position, facts in self._bound.items():
            if zone[position] is None or position not in self._shares or not facts:
                continue
            whole = max((n for n in self._bound if n < position), default=None)
            of_it = any(t.text == "of which" for t in tokens[max(position - 4, 0) : position])
            if tokens[0].text == "of":
                whole, of_it = min(self._bound), min(self._bound) != position
            if of_it and whole is not None and not any(is_change(fact) for fact in self._bound[whole]):
                found.append(f"takes {tokens[position].text} for a part of {tokens[whole].text}")
        return found

    def _is_of(self, fact: Fact, linked: frozenset[Range]) -> bool:
        """Whether a fact is of the days that its number is tied to; an order's day lies in a month."""
        within = fact.metric == "order_revenue" and any(a <= fact.start and fact.end <= b for a, b in linked)
        return within or (fact.start, fact.end) in linked or fact.term.noun == "season_index"

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
            elif (
                self._claim.type in carried.TYPES and (self._claim.facts[0].start, self._claim.facts[0].end) in denoted
            ):
                continue  # the order's day
            elif link == "base" and not (self._claim.type == "trend" and denoted & current):
                compared.append((position, denoted))
            elif link == "either" and not denoted & (base | current):
                found.append(f"period {token.text} is none of the facts'")
            elif self._said.positions("flat") and denoted & base and self._names(current):
                continue  # `a repeat of August`
            elif link == "float" and not denoted & current:
                found.append(f"period {token.text} is not what the claim is about")
        return compared, found + zones.periods_of_data(self._said, self._claim, own, self._pairs)

    def _names(self, days: frozenset[Range]) -> bool:
        """Whether the sentence has a period that is one of the days."""
        periods = (token.period for token in self._said.tokens if token.period is not None)
        return any(dates.denoted(period, self._own, self._pairs) & days for period in periods)

    def _goes_on(self, position: int, denoted: frozenset[Range]) -> bool:
        """Whether something is told since the claim's own days; `since December 20 is not over` tells nothing of it."""
        near = self._said.tokens[max(position - 1, 0) : position + 2]
        first = self._claim.facts[0]
        since = near[0].text in ("since", "ever since") and not any("be" in token.parts for token in near[2:])
        return since and (first.start, first.end) in denoted

    def _is_denied(self, position: int, token: Token) -> bool:
        """Whether it is said that there is no earlier period, of a claim that says so."""
        assert token.period is not None
        first, own = token.period.first, self._claim.facts[0].start
        earlier = (
            first is not None and first.day is None and (first.year or own.year) <= own.year and not first.fits(own)
        )
        if self._claim.template not in ("growth_no_base", "growth_cut_base") or not (token.period.back or earlier):
            return False
        tokens = self._said.tokens
        end = next((i for i in range(position, len(tokens)) if tokens[i].text in ",;:."), len(tokens))
        return bool(_DENIALS & {t.text.lower() for t in tokens[max(position - 5, 0) : end]})

    def _denies_earlier(self, position: int) -> bool:
        """`nothing earlier is on record`, of a claim that has no earlier period."""
        after = self._said.tokens[position + 1 : position + 5]
        earlier = any(t.parts & {"previous", "data", "against"} or (t.period and t.period.back) for t in after)
        return self._claim.template in ("growth_no_base", "growth_cut_base") and earlier

    def _is_event(self, position: int, denoted: frozenset[Range]) -> bool:
        """Whether it is the day on which something is said to begin or to end."""
        near = self._said.tokens[:position]
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

    def _subjects(self, position: int) -> set[str]:
        """The nouns that a word of direction stands right behind: `both orders and visits rose`."""
        tokens = self._said.tokens
        if any(t.parts & {*NOUNS} for t in tokens[position + 1 : position + 3]):
            return set()  # `higher prices lifted revenue`
        found: set[str] = set()
        for i in range(position - 1, -1, -1):
            if tokens[i].parts & {*NOUNS}:
                daily = "per_day" in tokens[i - 1].parts if i else False
                found |= {"daily_revenue"} if daily else tokens[i].parts & {*NOUNS}
            elif not (tokens[i].parts & _BEFORE_VERB and (found or "and" not in tokens[i].parts)):
                break
        return found

    def _directions(self) -> list[str]:
        """Directions that are neither the claim's nor those of what the sentence says them of."""
        if self._claim.type == "correlation":
            return []
        changes = {
            f.term.noun: "up" if f.value > 0 else "down"
            for f in self._claim.facts
            if is_whole_change(f) and not f.metric.endswith("_without")
        }
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
            compared = (
                self._said.tokens[i + 1].parts & changes.keys() if i + 1 < len(self._said.tokens) else frozenset()
            )
            if compared and self._said.tokens[i].parts & {"more", "less"}:  # `a lower average order value`
                right = changes[min(compared)]
            wrong = [noun for noun in self._subjects(i) if noun in changes and changes[noun] != way]
            if wrong and len(changes) > 1:
                found.append(f"says {way} of {wrong[0]}")
            if i and "revenue" in self._said.tokens[i - 1].parts and self._claim.type not in carried.TYPES:
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
