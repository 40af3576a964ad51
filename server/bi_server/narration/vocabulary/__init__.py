"""The closed vocabulary, by what a word may do to a sentence.

`neutral`: words that change no meaning whatever stands beside them. `changes`: which way, how far, and where things
stand. `ties`: what binds a number or a period to the sentence. `kinds` and `days`: words that only some claims may say.
`metrics`: what a number counts. Each lists words by their part in the grammar; `climb~` stands for all forms of a verb,
`(just|barely) over` for each of the phrases.
"""

from .changes import CHANGES
from .days import WORDS_OF_DAYS
from .kinds import WORDS_OF_KINDS
from .metrics import WORDS_OF_METRICS
from .neutral import NEUTRAL
from .ties import TIES

WORDS_OF_ALL: tuple[dict[str, str], ...] = (NEUTRAL, CHANGES, TIES)
"""What a sentence about any claim may say."""

VOCABULARY = (*WORDS_OF_ALL, WORDS_OF_KINDS, WORDS_OF_DAYS, WORDS_OF_METRICS)

__all__ = ["VOCABULARY", "WORDS_OF_ALL", "WORDS_OF_DAYS"]
