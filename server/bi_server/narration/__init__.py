"""Wording of insights: built in, by a model, and the check that no number is made up."""

from .built_in import sentence
from .narrate import Narration, narrate
from .openai_narrator import NarrationFailed, OpenAiNarrator, Wording

__all__ = [
    "Narration",
    "NarrationFailed",
    "OpenAiNarrator",
    "Wording",
    "narrate",
    "sentence",
]
