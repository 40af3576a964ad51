"""How many examples of a costly property are tried: THOROUGH=1 asks for all of them."""

import os


def examples(usually: int, thoroughly: int) -> int:
    """For hypothesis' `max_examples`."""
    return thoroughly if os.environ.get("THOROUGH") else usually
