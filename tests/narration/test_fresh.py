"""Batches of sentences that the grammar had not seen when they were written."""

import pytest

from .batches import BATCHES, Batch
from .near_misses import NEAR_MISSES
from .spoilt import spoilt


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch.name)
def test_faithful_sentences_pass(batch: Batch) -> None:
    said = batch.faithful
    refused = [(text, why) for name, text in said if (why := batch.objections(name, text))]
    assert len(said) >= 40
    assert len(refused) < batch.at_most * len(said), refused
    assert batch.refused is None or {text for text, _ in refused} <= batch.refused


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch.name)
def test_untrue_sentences_do_not(batch: Batch) -> None:
    said = batch.untrue
    assert len(said) >= 40
    assert [(kind, text) for name, kind, text in said if not batch.objections(name, text)] == []


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_is_nearly_right_does_not(text: str) -> None:
    batch = next(batch for batch in BATCHES if batch.name == "twenty_three")
    assert batch.objections(NEAR_MISSES[text], text)


@pytest.mark.parametrize("batch", [batch for batch in BATCHES if batch.names], ids=lambda batch: batch.name)
def test_faithful_sentences_that_are_spoilt_do_not(batch: Batch) -> None:
    said = batch.faithful
    true = {text for _, text in said}
    untrue = [
        (name, kind, wrong)
        for i, (name, text) in enumerate(said)
        for kind, wrong in spoilt(text, i, batch.names)
        if wrong not in true
    ]
    assert len(untrue) > 500
    assert [case for case in untrue if not batch.objections(case[0], case[2])] == []
