"""Whatever a store may hold, every function answers, finitely and without a warning."""

from dataclasses import fields, is_dataclass
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis import trends

from .simulate import days


def numbers(result: object) -> list[float]:
    """Every number inside a result."""
    if is_dataclass(result) and not isinstance(result, type):
        return [n for field in fields(result) for n in numbers(getattr(result, field.name))]
    if isinstance(result, tuple):
        return [n for part in result for n in numbers(part)]
    return [float(result)] if isinstance(result, int | float) else []


KINDS = ("sales", "sparse", "refunds", "closed", "steps", "constant", "tiny", "huge", "unknown")


def make(kind: str, n: int, rng: np.random.Generator) -> np.ndarray:
    day = np.arange(n)
    values = {
        "sales": 100 * (1 + 0.1 * rng.standard_normal(n)),
        "sparse": rng.poisson(0.2, n) * 30.0,
        "refunds": rng.normal(0, 50, n),
        "closed": np.where(day % 7 < 1 + n % 6, 100.0 + rng.integers(0, 3, n), 0.0),
        "steps": np.repeat(rng.integers(0, 3, n // 10 + 1), 10)[:n] * 100.0,
        "constant": np.full(n, 7.0),
        "tiny": 1e-12 * rng.random(n),
        "huge": 1e15 * rng.random(n),
        "unknown": np.where(rng.random(n) < 0.6, np.nan, 50 + rng.random(n)),
    }
    return values[kind]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, deadline=None)
@given(n=st.integers(0, 450), seed=st.integers(0, 10**6), start=st.integers(0, 6))
def test_every_answer_is_finite(kind: str, n: int, seed: int, start: int) -> None:
    rng = np.random.default_rng(seed)
    series = days(make(kind, n, rng), f"2023-01-{start + 2:02}")
    other = days(make("sales", n, rng), f"2023-01-{start + 2:02}")
    total = float(np.nansum(series))
    answers = (
        trends.direction(series),
        trends.direction(series.iloc[n // 2 :], history=series.iloc[: n // 2]) if n > 1 else (),
        trends.change_points(series),
        trends.seasonality(series),
        trends.correlations({"a": series, "b": other}),
        trends.performers({"a": total, "b": 1.0}, {"a": 1.0}, {"a": series, "b": other}),
    )
    assert all(isfinite(number) for number in numbers(answers))
