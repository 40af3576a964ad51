"""Sentences as the rules of the grammar read them.

A rule is a regular expression over tokens: `<up/down>` is a token with one of these parts, `<=on>` the word itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .tokens import Token

_MACRO = re.compile(r"<(=?)([\w/,;:()' -]+)>")


def rule(pattern: str) -> re.Pattern[str]:
    """A pattern over encoded tokens."""

    def token(match: re.Match[str]) -> str:
        choices = "|".join(re.escape(choice) for choice in match[2].split("/"))
        return rf"(?:(?<!\S)\S*=(?:{choices}) )" if match[1] else rf"(?:(?<!\S)(?:\S*\|)?(?:{choices})\|\S* )"

    return re.compile(_MACRO.sub(token, pattern))


def encoded(tokens: Sequence[Token]) -> str:
    """Tokens as the rules read them: `up|=rose number|=5.5% to|=to ...`."""
    return "".join(f"{'|'.join(sorted(t.parts))}|={t.text.replace(' ', '_')} " for t in tokens)


@dataclass(frozen=True)
class Sentence:
    """Tokens with what the rules need of them."""

    tokens: tuple[Token, ...]

    @cached_property
    def _encoded(self) -> list[str]:
        return [encoded([token]) for token in self.tokens]

    def left(self, position: int) -> str:
        """What stands before a token."""
        return "".join(self._encoded[:position])

    def right(self, position: int) -> str:
        """What stands after a token."""
        return "".join(self._encoded[position + 1 :])

    def positions(self, part: str) -> list[int]:
        """Where tokens with a part stand."""
        return [i for i, token in enumerate(self.tokens) if part in token.parts]
