"""Hypothesis as a source of examples for a time, rather than for a test."""

import time
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
BATCH = 20


def feed(strategy: SearchStrategy[T], use: Callable[[T], None], seconds: float, first_seed: int) -> None:
    """Calls `use` with ever new examples, one batch at least; equal seeds give equal examples."""
    end, batch = time.monotonic() + seconds, 0
    while batch == 0 or time.monotonic() < end:

        @seed(first_seed + batch)
        @settings(
            max_examples=BATCH,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def ask(example: T) -> None:
            use(example)

        ask()
        batch += 1
