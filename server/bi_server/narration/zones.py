"""Which part of the business, and which days, a stretch of a sentence is about."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bi_server.analysis.insights import Claim, Fact, Segment

from . import dates
from .dates import Range
from .naming import metric_title, shown
from .owners import is_pair, owners
from .roles import is_part_of_change
from .sentences import Sentence
from .tokens import Token

Zone = frozenset[str] | None
"""The names that single a part out of what the claim is about; None: the claim's own part."""

_BREAKS = frozenset(",;:()-")
_CUES = frozenset({"from", "up", "down", "more", "less", "above", "below"})
"""Parts that make a number of a part a change of it."""
_FIGURE = frozenset({"number", "about", "just_over", "just_under", "article", "or"})
_LACKS = frozenset(["none", "without", "outside", "lies outside", "for lack of", "empty", "unavailable", "missing"])
_THERE = frozenset(["available", "exist", "exists", "there is", "covered", "recorded", "known"])


def zones(sentence: Sentence, claim: Claim) -> tuple[list[Zone], frozenset[int], list[str]]:
    """The zone of every token, the tokens of clauses that tell what a part did of a change, and objections to names
    that are not in their place."""
    own = names(claim.facts[0].segment)
    index = claim.find("herfindahl_index")
    whole = names(index.segment) if index else set()  # what a share is of
    free = {metric_title(name) for name in claim.names} | whole
    parts = {frozenset(names(fact.segment) - own) for fact in claim.facts if names(fact.segment) != own}
    found: list[str] = []
    result: list[Zone] = []
    zone: Zone = None
    named: set[str] = set()
    shares: set[int] = set()
    clauses = list(_clauses(sentence))
    for at, clause in enumerate(clauses):
        following = _following(clauses, at)
        said = {token.text for token in clause if "name" in token.parts}
        # `with North accounting for | most of the change`
        singled = any("mostly" in t.parts for t in (*clause, *([] if clause[-1].text in _BREAKS else following[:1])))
        leads = bool(at) and not said and "contributes" in clause[0].parts
        others = frozenset(said - own - free)
        if (
            not said
            and following
            and following[0].text in ("from", "coming from", *(("in",) if singled else ()))
            and (clause[-1].text == "(" or _has_number(clause))
        ):
            # `$27,000 of the decrease came | from North`, `most of the decrease ($27,000) | in North`
            others = frozenset(t.text for t in following if "name" in t.parts) - own - free
        # `most of that increase came | from Skincare in Leeds`
        singled = singled or (
            at > 0 and clause[0].text in ("from", "coming from") and any("mostly" in t.parts for t in clauses[at - 1])
        )
        both = _owned(clause, own, others, parts) if said & own else None
        if both is not None:
            last = next(token.text for token in reversed(clause) if "name" in token.parts)
            leads = bool(following) and "contributes" in following[0].parts  # `Beds made most of ..., adding $5`
            zone = others if last in others or leads else None  # of `..., which lost $5`
            named |= said & own
            start = len(result)
            result += [others if both.get(i, False) else None for i in range(len(clause))]
            shares |= {start + i for i, of_part in both.items() if of_part}
            continue
        if others:
            singled = singled or any(t.text in ("of which", "of it") for t in clause)
            before = _parts_before(clauses[:at], clause, sentence)
            for i in before:
                result[i] = others
            shares |= before
            near = {part for token in (*clause, *(() if said else following)) for part in token.parts}
            cued = (
                singled
                or bool(sentence.positions("mostly"))
                or zone == others
                or bool(before)
                or ("number" in near and bool(near & {*_CUES, "contributes"}))
                or _tells_part(sentence, len(result), len(clause))
            )
            complete = said <= own | others and others in parts
            # `Books in North` is the pair only after `mostly`; elsewhere it would be what the sentence is about.
            paired = is_pair(clause, frozenset(own), others)
            if not (complete and cued) or (said & own and not (singled or paired)):
                found.append(f"{' and '.join(sorted(others))} is not what the claim is about")
            named |= said & own if paired else set()
            zone = others
        elif said & own or not (zone is not None and (singled or leads or _continues(clause, sentence, len(result)))):
            zone = None
        if zone is None:
            named |= said
        elif _tells_share(clause) or (not said and _tells_share(following)):
            shares |= {*range(len(result), len(result) + len(clause))}
        result += [zone] * len(clause)
    needed = own | whole | (free if claim.type == "correlation" else set())
    found += [f"{name} is not named" for name in sorted(needed - named)]
    found += _kinds_of_names(sentence, claim)
    return result, frozenset(shares), found


def _owned(
    clause: Sequence[Token], own: set[str], others: frozenset[str], parts: set[frozenset[str]]
) -> dict[int, bool] | None:
    """Whose the numbers of a clause are that names the whole and the part, and tells what the part did."""
    cued = any(t.parts & {"contributes", "mostly", "costs"} for t in clause) or any(
        of.text == "of" and "number" in number.parts for number, of in pairwise(clause)
    )
    if not cued or others not in parts or is_pair(clause, frozenset(own), others):
        return None
    return owners(clause, frozenset(own), others)


def names(segment: Segment) -> set[str]:
    """The names of a part of the business, as shown."""
    return set(map(shown, segment.by_dimension.values()))


def is_in(fact: Fact, zone: Zone, claim: Claim) -> bool:
    """Whether a fact is of the part that a zone is about."""
    own = names(claim.facts[0].segment)
    if fact.metric == "herfindahl_index":
        return zone is None  # of the whole, however it is split
    return names(fact.segment) == own if zone is None else frozenset(names(fact.segment) - own) == zone


def periods_of_data(
    sentence: Sentence, claim: Claim, ranges: frozenset[Range], pairs: Sequence[tuple[Range, Range]]
) -> list[str]:
    """Of a claim that there is no data: whether it says so of the days asked for, and the contrary of the others."""
    if claim.type != "no_data":
        return []
    asked = (claim.facts[0].start, claim.facts[0].end)
    found, position = [], 0
    for clause in _clauses(sentence, breaks=frozenset(",;:(")):
        texts = {token.text for token in clause}
        firsts = {token.text.lower().split()[0] for token in clause if "denial" not in token.parts}
        denies = any("denial" in token.parts for token in clause) or bool(texts & _LACKS and not firsts & {"no", "not"})
        if claim.template == "no_data_at_all" and not texts & _THERE:
            denies = denies or bool(sentence.positions("denial"))
        for i in range(position, position + len(clause)):
            period = sentence.tokens[i].period
            if period is not None and period.unit == "period":
                continue  # `the period from March 1, 2021 to May 1, 2024`
            if period is not None and (asked in dates.denoted(period, ranges, pairs)) != denies:
                found.append(f"{sentence.tokens[i].text} is where the claim says the contrary of")
        position += len(clause)
    return found


def _clauses(sentence: Sentence, breaks: frozenset[str] = _BREAKS) -> Iterator[list[Token]]:
    """Runs of tokens, cut after punctuation, before `mostly` and before `from` with a name."""
    clause: list[Token] = []
    tokens = sentence.tokens
    asides = _asides(tokens) if breaks is _BREAKS else frozenset()
    for i, (token, following) in enumerate(zip(tokens, [*tokens[1:], None], strict=True)):
        # `most of the decrease in revenue of Books | came from North`
        source = token.text in ("from", "coming from") and following is not None and "name" in following.parts
        # `North accounted for $5 | of the decline in revenue of Books`
        part = (
            token.text == "of"
            and any("name" in t.parts for t in clause)
            and "number" in clause[-1].parts
            and is_part_of_change(sentence, i - 1)
        )
        if ("mostly" in token.parts or source or part) and clause and breaks is _BREAKS:
            yield clause
            clause = []
        clause.append(token)
        if token.text in breaks and i not in asides:
            yield clause
            clause = []
    if clause:
        yield clause


def _asides(tokens: Sequence[Token]) -> frozenset[int]:
    """Punctuation around a lone figure: `most of that rise ($5) was in North`, `the bulk, $5, came from North`."""
    found: set[int] = set()
    for i, token in enumerate(tokens):
        end = next((at for at in range(i + 1, len(tokens)) if not tokens[at].parts & _FIGURE), len(tokens))
        lone = end < len(tokens) and any("number" in t.parts for t in tokens[i + 1 : end])
        near = any("mostly" in t.parts for t in tokens[max(i - 6, 0) : i])
        if near and lone and f"{token.text}{tokens[end].text}" in ("()", ",,", "--"):
            found |= {i, end}
    return frozenset(found)


def _tells_share(clause: Sequence[Token]) -> bool:
    """Whether a clause tells what a part did of a change, and no level of its own."""
    parts = {part for token in clause for part in token.parts}
    cued = bool(parts & {"contributes", "mostly"}) or any(
        t.text in ("of which", "of it", "from", "coming from") for t in clause
    )
    stands = any("level" in t.parts and not t.parts & {"contributes", "mostly"} for t in clause)
    return cued and not stands and "to" not in parts


def _following(clauses: Sequence[list[Token]], at: int) -> list[Token]:
    """The clause after one, past a figure in brackets: `most of the drop ($5) | in North`."""
    after = clauses[at + 1 : at + 3]
    bracket = bool(after) and clauses[at][-1].text == "(" and after[0][-1].text == ")"
    return next(iter(after[1:] if bracket and all(t.parts & {"number", ")"} for t in after[0]) else after), [])


def _parts_before(earlier: Sequence[list[Token]], clause: Sequence[Token], sentence: Sentence) -> set[int]:
    """Parts of a change that are told before whose they are: `$5 of the $9 that Books lost came | from North`."""
    if not earlier or clause[0].text not in ("from", "coming from") or "contributes" not in earlier[-1][-1].parts:
        return set()
    end = sum(map(len, earlier))
    numbers = {i for i in sentence.positions("number") if end - len(earlier[-1]) <= i < end}
    return {i for i in numbers if is_part_of_change(sentence, i)}


def _tells_part(sentence: Sentence, start: int, length: int) -> bool:
    """Whether the clause has a number of a part: `$27,000 of the decline`."""
    return any(start <= i < start + length and is_part_of_change(sentence, i) for i in sentence.positions("number"))


def _has_number(clause: list[Token]) -> bool:
    return any("number" in token.parts for token in clause)


def _continues(clause: list[Token], sentence: Sentence, start: int) -> bool:
    """Whether a clause stands in brackets behind the one before, or tells more of it: `, which lost $5`."""
    opening = sentence.tokens[start - 1].text if start else ""
    return bool(clause) and (opening == "(" or (opening == "," and clause[0].text in ("which", "where")))


def _kinds_of_names(sentence: Sentence, claim: Claim) -> list[str]:
    """`category` and `region` beside something that is none."""
    categories = {shown(f.category) for f in claim.facts if f.category is not None}
    regions = {shown(f.region) for f in claim.facts if f.region is not None}
    found = []
    if claim.type == "nothing_unusual":
        return []  # numbers of them, which `particulars` looks at
    for i, token in enumerate(sentence.tokens):
        kinds = token.parts & {"category_word", "region_word"}
        if kinds:
            of = sentence.tokens[i + 1 : i + 2]
            apart = bool(of) and of[0].text in ("of", ",")  # `a single region, North`
            near = {t.text for t in sentence.tokens[max(0, i - 1) : i + (3 if apart else 2)]}
            own = categories if "category_word" in kinds else regions
            only = len(own) == 1 and any(t.text in own for t in sentence.tokens)
            meant = only and i > 0 and sentence.tokens[i - 1].text in ("the", "this", "that", "a")
            fits = near & own or (meant and token.text in ("category", "region"))
            if not fits:
                found.append(f"{token.text} is none of the claim's")
    return found
