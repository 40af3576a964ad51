"""What the first values of a column look like: whether they may be dates, amounts, numbers of pieces, or names."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from bi_server.ingest.options import Kind

Sample: TypeAlias = Mapping[str, Sequence[str]]  # the first values of each column, as texts

SAMPLED = 500  # rows
MOST_NAMES = 60  # of so many rows, in a column that rows may be grouped by
_DATE = r"\s*(\w+,? )?\d{1,4}[-/. ]+(\d{1,2}|\w{3,9})[-/., ]+\d{1,4}([ T].*)?|\s*\w{3,9}\.? \d{1,2},? \d{4}.*|\d{8}"
_NUMBER = r"[-+(\u2212]?\s*(\D{1,3}\s?)?[-+\u2212]?\d[\d.,' \u00a0\u202f]*(e[-+]?\d+)?(\s?\D{1,3})?[-)\u2212]?"
_WHOLE = r"-?\d{1,9}"


def fits(kind: Kind, values: Sequence[str]) -> bool:
    """Whether most of the values that are there may be of a kind; a column without any is of none."""
    there = [value.strip() for value in values if value.strip()]
    if not there:
        return False
    if kind in ("name", "text"):
        return True
    pattern = _DATE if kind in ("moment", "day") else _NUMBER
    return sum(1 for value in there if re.fullmatch(pattern, value)) * 10 >= len(there) * 9


def candidates(kind: Kind, sample: Sample) -> list[str]:
    """The columns that may be one of a kind, where their names do not tell."""
    found = [name for name, values in sample.items() if name and fits(kind, values)]
    if kind == "name":
        return [name for name in found if _groups(sample[name])]
    if kind == "count":
        return [name for name in found if _all_match(_WHOLE, sample[name])]
    if kind == "money":
        return [name for name in found if not fits("day", sample[name])]
    return found


def _groups(values: Sequence[str]) -> bool:
    there = [value.strip() for value in values if value.strip()]
    few = len(set(there)) <= max(1, min(MOST_NAMES, len(there) // 2 + 1))
    return few and not fits("money", there) and not fits("day", there)


def _all_match(pattern: str, values: Sequence[str]) -> bool:
    return all(re.fullmatch(pattern, value.strip()) for value in values if value.strip())
