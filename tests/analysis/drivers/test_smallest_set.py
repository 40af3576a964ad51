from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bi_server.analysis.drivers import Leaves, root_causes, smallest_set

from .cubes import CATEGORIES, REGIONS, dense, hit

SEEDS = range(10)


def rounded(cube: Leaves) -> Leaves:
    return replace(cube, expected=np.rint(cube.expected).astype(int), actual=np.rint(cube.actual).astype(int))


def test_mostly_one_segment_then_another() -> None:
    cell = {"category": CATEGORIES[5], "region": REGIONS[4]}
    for seed in SEEDS:
        quiet = dense(np.random.default_rng(seed), noise=0.02)
        quiet = replace(quiet, actual=quiet.expected * np.random.default_rng(seed).normal(1, 0.02, 30))
        cube = rounded(hit(hit(quiet, 0.3, category=CATEGORIES[0]), 0.05, **cell))
        answer = smallest_set(cube, enough=0.95)
        assert {"category": CATEGORIES[0]} in [s.segment for s in answer.segments]
        assert answer.explained > 0.75


def test_changes_are_exact_and_do_not_overlap() -> None:
    for seed in SEEDS:
        cube = rounded(
            hit(hit(dense(np.random.default_rng(seed)), 0.3, category=CATEGORIES[0]), 0.4, region=REGIONS[0])
        )
        answer = smallest_set(cube, enough=1.0)
        assert answer.segments
        assert answer.change == sum(cube.actual) - sum(cube.expected)
        assert sum(s.change for s in answer.segments) + answer.remainder == answer.change
        assert isinstance(answer.remainder, int)
        assert answer.explained == pytest.approx(sum(s.explained for s in answer.segments))


def test_a_change_of_everything_has_no_segments() -> None:
    for seed in SEEDS:
        expected = np.random.default_rng(seed).gamma(3.0, 20_000.0, 30)
        cube = replace(dense(np.random.default_rng(seed)), expected=expected, actual=expected * 0.8)
        answer = smallest_set(cube)
        assert (answer.segments, answer.explained) == ((), 0.0)


def test_offsetting_moves_are_both_named() -> None:
    expected = np.full(30, 1000)
    up, down = (np.asarray(dense(np.random.default_rng(0)).dimensions["region"]) == REGIONS[i] for i in (1, 3))
    cube = replace(dense(np.random.default_rng(0)), expected=expected, actual=expected + 600 * up - 400 * down, sd=None)
    answer = smallest_set(cube)
    assert [(s.segment["region"], s.explained) for s in answer.segments] == [(REGIONS[1], 3.0), (REGIONS[3], -2.0)]
    assert (answer.explained, answer.remainder) == (1.0, 0)


def test_the_whole_is_no_part_of_itself() -> None:
    only = {"category": np.array(["CDs"]), "region": np.array(["US"])}
    answer = smallest_set(Leaves(only, np.array([8008]), np.array([26533])))
    assert answer.segments == ()
    assert not answer.alike
    assert answer.change == answer.remainder == 18525


def test_no_change_has_no_explanation() -> None:
    assert smallest_set(Leaves({"region": ["a", "b"]}, [1, 2], [2, 1])).segments == ()
    assert smallest_set(Leaves({"region": []}, [], [])).change == 0


AMOUNTS = st.lists(st.one_of(st.just(0), st.integers(-(10**11), 10**11)), min_size=6, max_size=6)


@settings(max_examples=150, deadline=None)
@example([0] * 6, [0, 0, 0, 0, 0, 1])
@given(AMOUNTS, AMOUNTS)
def test_any_amounts_give_finite_and_exact_answers(expected: list[int], actual: list[int]) -> None:
    leaves = Leaves({"category": list("aabbcc"), "region": list("xyxyxy")}, expected, actual)
    for cause in root_causes(leaves):
        assert np.isfinite([cause.score, cause.effect, cause.surprise]).all()
    answer = smallest_set(leaves)
    assert answer.change == sum(actual) - sum(expected)
    assert sum(s.change for s in answer.segments) + answer.remainder == answer.change
    inside = [
        {i for i in range(6) if all(leaves.dimensions[name][i] == value for name, value in s.segment.items())}
        for s in answer.segments
    ]
    assert all(not later <= set().union(*inside[:k]) for k, later in enumerate(inside) if k)


def test_everything_stopped_or_started() -> None:
    cube = rounded(dense(np.random.default_rng(4)))
    nothing = np.zeros(30, dtype=int)
    for ends in (replace(cube, actual=nothing), replace(cube, expected=nothing, sd=None)):
        answer = smallest_set(ends)
        assert sum(s.change for s in answer.segments) + answer.remainder == answer.change
