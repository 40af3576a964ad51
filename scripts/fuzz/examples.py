"""Hypothesis as a source of examples for a time, rather than for a test."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
BATCH = 20


def feed(
    strategy: SearchStrategy[T], use: Callable[[T], None], seconds: float, first_seed: int, at_once: int = 1
) -> None:
    """Calls `use` with ever new examples, so many at once, one batch at least; equal seeds give equal examples."""

    def noted(example: T) -> None:
        try:
            use(example)
        except Exception as error:
            error.add_note(f"example: {example!r}")
            raise

    end, batch = time.monotonic() + seconds, 0
    examples: list[T] = []
    while batch == 0 or time.monotonic() < end:
        examples.clear()

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
            examples.append(example)

        ask()
        with ThreadPoolExecutor(at_once) as threads:
            list(threads.map(noted, examples))
        batch += 1
