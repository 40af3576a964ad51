"""Asks at a terminal what a file does not tell."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from bi_server.ingest.options import ImportOptions
from bi_server.questions import Change, Question, Unclear

T = TypeVar("T")


def until_clear(
    work: Callable[[ImportOptions], T],
    options: ImportOptions,
    read: Callable[[str], str],
    write: Callable[[str], None],
) -> tuple[T, ImportOptions]:
    """What `work` gives, and the options it was given at last; `read` asks for a line with a prompt.

    Raises the error of `work` where it has no questions, or where an answer is left blank.
    """
    while True:
        try:
            return work(options), options
        except Unclear as error:
            if not error.questions:
                raise
            for question in error.questions:
                change = _answer(question, read, write)
                if change is None:
                    raise
                options = _changed(options, change)


def agreed(told: Iterable[str], read: Callable[[str], str], write: Callable[[str], None]) -> bool:
    """Whether a file that was read with guesses shall be taken in as it is told; without an answer it shall not."""
    for line in told:
        write(line)
    while (answer := read("Import it like that? y/n: ").strip().lower()) not in ("", "y", "yes", "n", "no"):
        pass
    if answer not in ("y", "yes"):
        write("nothing was imported; say what is to be read otherwise, such as --map revenue=COLUMN (--help lists all)")
        return False
    return True


def _answer(question: Question, read: Callable[[str], str], write: Callable[[str], None]) -> Change | None:
    write(question.text)
    for number, choice in enumerate(question.choices, 1):
        write(f"  {number}  {choice.words}")
    typed = f", or {question.constant} of every row after =" if question.constant else ""
    while True:
        answer = read(f"Number{typed}; nothing ends it: ").strip()
        if not answer:
            return None
        if question.constant and answer[0] == "=" and answer[1:].strip():
            return {"constants": {question.constant: answer[1:].strip()}}
        if answer.isdecimal() and 0 < int(answer) <= len(question.choices):
            return question.choices[int(answer) - 1].change


def _changed(options: ImportOptions, change: Change) -> ImportOptions:
    """The options with an answer."""
    merged: dict[str, Any] = {
        name: {**getattr(options, name), **value} if isinstance(value, Mapping) else value
        for name, value in change.items()
    }
    return replace(options, **merged)
