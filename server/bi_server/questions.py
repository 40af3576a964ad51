"""What cannot be told from a file: an error with the choices there are, which a person at a terminal is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from bi_server.errors import InvalidInput, Violation

Change: TypeAlias = Mapping[str, Any]  # options of an import; mappings are added to those that are there


@dataclass(frozen=True)
class Choice:
    """One answer: in words, and what it makes of the options."""

    words: str
    change: Change


@dataclass(frozen=True)
class Question:
    """Something to decide. `constant` is the column of ours that a typed answer sets to one value; empty: none."""

    field: str
    text: str
    choices: tuple[Choice, ...]
    constant: str = ""


class Unclear(InvalidInput):
    """A file that may be read in several ways. The violations name the options, for who cannot be asked."""

    def __init__(self, violations: Sequence[Violation], questions: Sequence[Question] = ()) -> None:
        super().__init__(violations)
        self.questions = tuple(questions)  # empty where some violation has no choices


def unclear(field: str, reason: str, text: str, **choices: Change) -> Unclear:
    """An error about a single option, with its question; choices by their words, `_` for a blank."""
    told = tuple(Choice(words.replace("_", " "), change) for words, change in choices.items())
    return Unclear([Violation(field, reason)], [Question(field, text, told)])
