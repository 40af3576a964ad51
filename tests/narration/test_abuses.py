"""Untrue sentences that lean on what the grammar allows: each group abuses one of its licences."""

import pytest

from .abuses_of_figures import PARTS, PERIODS, RATIOS, SCALES, Group
from .abuses_of_words import DENIALS, INDICES, KINDS, PUT_RIGHT, RECORDS
from .batches import BATCHES

_OF = {batch.name: batch for batch in BATCHES}

GROUPS: dict[str, Group] = {
    "ratios": RATIOS,
    "parts": PARTS,
    "periods": PERIODS,
    "scales": SCALES,
    "denials": DENIALS,
    "put_right": PUT_RIGHT,
    "indices": INDICES,
    "records": RECORDS,
    "kinds": KINDS,
}


@pytest.mark.parametrize("group", GROUPS)
def test_a_licence_does_not_let_the_untrue_through(group: str) -> None:
    said = [(b, claim, text) for b, by in GROUPS[group].items() for claim, texts in by.items() for text in texts]
    assert [text for batch, claim, text in said if not _OF[batch].objections(claim, text)] == []
