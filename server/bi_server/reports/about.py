"""What a report says of itself: the question it answers, and what its figures rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bi_server.narration.formats import day


@dataclass(frozen=True)
class About:
    """`scope` is which part of the business it is of, in words; `notes` what to know before reading the figures."""

    kind: str
    business: str
    start: str
    end: str
    scope: str
    currency: str
    data_start: str
    data_end: str
    data_version: int
    notes: Sequence[str] = ()

    @property
    def range(self) -> str:
        """`January 1, 2024 to March 31, 2024`, or the one day."""
        return between(self.start, self.end)

    def lines(self) -> list[tuple[str, str]]:
        """Each with its label."""
        found = [
            ("Business", self.business),
            ("Range", self.range),
            ("Part of the business", self.scope),
            ("Data from", self.data_start or "there is none"),
            ("Data until", self.data_end or "there is none"),
            ("Version of the data", str(self.data_version)),
            ("Currency", self.currency),
        ]
        return [(label, text) for label, text in found if text] + [("To know", note) for note in self.notes]


def between(start: str, end: str) -> str:
    """Two days of a message in words."""
    first, last = day(date.fromisoformat(start)), day(date.fromisoformat(end))
    return first if first == last else f"{first} to {last}"
