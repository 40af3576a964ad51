"""A sentence whose words are all allowed, beside the claim and the days that it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bi_server.analysis.insights import Claim

from . import binding, dates
from .dates import Period, Range
from .roles import Kind
from .sentences import Sentence
from .tokens import Token
from .whole_periods import with_whole_periods


@dataclass(frozen=True)
class Reading:
    """`said` about `claim`, whose own wording is `draft`; both in tokens, amounts in `currency`."""

    claim: Claim
    said: Sentence
    draft: Sentence
    currency: str

    @classmethod
    def of(cls, claim: Claim, said: Sentence, draft: Sentence, currency: str) -> "Reading":
        """With the pairs of days that are one period of the claim read as one."""
        own, pairs = binding.ranges(claim.facts), binding.base_pairs(claim)
        if claim.template == "anomaly_holiday":
            said = Sentence(_without_its_year(said.tokens, own))
        said, draft = (with_whole_periods(text, own, pairs) for text in (said, draft))
        return cls(claim, said, draft, currency)

    @cached_property
    def own(self) -> frozenset[Range]:
        """The days of the claim's facts."""
        return binding.ranges(self.claim.facts)

    @cached_property
    def pairs(self) -> list[tuple[Range, Range]]:
        """Days of the claim, each with those they are compared with."""
        return binding.base_pairs(self.claim)

    @cached_property
    def _drafted(self) -> set[tuple[str, ...]]:
        return {_context(self.draft, i) for i in (*self.draft.positions("number"), *self.draft.positions("period"))}

    def is_drafted(self, position: int) -> bool:
        """Whether a number or a period stands between the same words as in the draft."""
        return _context(self.said, position) in self._drafted

    def ranges(self, *kinds: Kind) -> frozenset[Range]:
        """The days of facts of these kinds."""
        return binding.ranges(f for f in self.claim.facts if binding.kind_of_fact(f, self.claim) in kinds)

    def denoted(self, period: Period) -> frozenset[Range]:
        """Which of the claim's days a period is."""
        return dates.denoted(period, self.own, self.pairs)


def _without_its_year(tokens: Sequence[Token], ranges: frozenset[Range]) -> tuple[Token, ...]:
    """`Good Friday 2025` as the name alone, where it is of that year."""
    return tuple(
        token
        for before, token in zip((None, *tokens), tokens, strict=False)
        if not (before and "name" in before.parts and token.period and token.period.first and token.period.first.year)
        or token.period.first.month
        or not any(token.period.first.fits(start) for start, _ in ranges)
    )


def _context(sentence: Sentence, position: int) -> tuple[str, ...]:
    """A number or a period with the words before it, and after a number the next."""
    token = sentence.tokens[position]
    start, end = (position - 2, position + 2) if "number" in token.parts else (position - 3, position + 1)
    return tuple(t.text.lower() for t in sentence.tokens[max(start, 0) : end])
