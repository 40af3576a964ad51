"""How rows that differ are told."""

from collections.abc import Sequence
from typing import Any

DIFFERENCES_TOLD = 3


def plural(count: int, noun: str) -> str:
    """`1 row`, `2,000 rows`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def differences(names: Sequence[str], left: Sequence[Any], right: Sequence[Any], form: str) -> str:
    """The first columns in which two rows differ, each in a form such as `{name} {left} and {right}`."""
    pairs = [(n, a, b) for n, a, b in zip(names, left, right, strict=True) if a != b]
    told = [form.format(name=name, left=_told(a), right=_told(b)) for name, a, b in pairs[:DIFFERENCES_TOLD]]
    return ", ".join(told)


def _told(value: Any) -> str:
    text = str(value)[:80].removesuffix(" 00:00:00")
    return "nothing" if value is None or not text else text
