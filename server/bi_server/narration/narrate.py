"""Claims in words: the model's where it is there and tells the truth, the built-in ones everywhere else."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bi_server.analysis.insights import Claim

from .built_in import sentence
from .openai_narrator import NarrationFailed, OpenAiNarrator, Wording

logger = logging.getLogger(__name__)

SUMMARY_SENTENCES = 3


@dataclass(frozen=True)
class Narration:
    """A text for each claim, in the claims' order, and all of it in a paragraph.

    `source` says who worded the texts: `built_in`, `openai`, or `mixed`. `reason` says why the built-in wording
    answered although a model is configured; empty otherwise.
    """

    texts: tuple[str, ...]
    source: Literal["built_in", "openai", "mixed"]
    reason: str
    summary: str


async def narrate(claims: Sequence[Claim], *, currency: str, narrator: OpenAiNarrator | None = None) -> Narration:
    """`claims` in words, amounts in `currency` (ISO 4217). Never raises for what a model does.

    `narrator` is None where no key is configured. A range without data asks no model. Equal claims
    give equal built-in texts; a model's answer may be kept by the caller for as long as the claims stay the same.
    """
    own = tuple(sentence(claim, currency) for claim in claims)
    if narrator is None or all(claim.type == "no_data" for claim in claims):
        return Narration(own, "built_in", "", _paragraph(own))
    try:
        wording = await narrator.word(claims, currency)
    except NarrationFailed as failure:
        logger.warning("built-in wording instead of the model's: %s", failure)
        return Narration(own, "built_in", str(failure), _paragraph(own))
    return _checked(claims, own, wording, currency)


def _checked(claims: Sequence[Claim], own: Sequence[str], wording: Wording, currency: str) -> Narration:
    texts: list[str] = []
    fallen: list[str] = []
    for claim, text in zip(claims, own, strict=True):
        offered = wording.sentences.get(claim.id, "").strip()
        against = _against(offered, claim, currency)
        texts.append(text if against else offered)
        if against:
            fallen.append(claim.type)
    if fallen:
        # Types only: sentences and names may hold what does not belong in a log.
        logger.warning("%d of %d sentences failed the fact check: %s", len(fallen), len(claims), ", ".join(fallen))
    reason = f"{len(fallen)} of {len(claims)} sentences of the model failed the fact check" if fallen else ""
    source: Literal["built_in", "openai", "mixed"] = "openai"
    if fallen:
        source = "built_in" if len(fallen) == len(claims) else "mixed"
    holds = bool(wording.summary) and all(
        any(not _against(part, claim, currency) for claim in claims) for part in _sentences(wording.summary)
    )
    summary = wording.summary.strip() if holds and source != "built_in" else _paragraph(texts)
    return Narration(tuple(texts), source, reason, summary)


def _against(text: str, claim: Claim, currency: str) -> tuple[str, ...]:
    from . import fact_check  # which a narrator has imported

    try:
        return fact_check.objections(text, claim, currency=currency)
    except Exception:  # our fault, told in the log; what a model wrote must not cost the answer
        logger.exception("the fact check failed on a sentence of type %s", claim.type)
        return ("could not be checked",)


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part]


def _paragraph(texts: Sequence[str]) -> str:
    return " ".join(texts[:SUMMARY_SENTENCES])
