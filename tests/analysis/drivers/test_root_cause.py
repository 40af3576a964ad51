from dataclasses import replace

import numpy as np
import pytest

from bi_server.analysis.drivers import Leaves, root_causes

from .cubes import CATEGORIES, REGIONS, baskets, dense, dominated, hit, sparse

SEEDS = range(30)


def top(leaves: Leaves, n: int = 1) -> list[dict[str, str]]:
    return [dict(cause.segment) for cause in root_causes(leaves, limit=n)]


@pytest.mark.parametrize(
    "segment",
    [
        {"category": CATEGORIES[2]},
        {"region": REGIONS[3]},
        {"category": CATEGORIES[4], "region": REGIONS[1]},
    ],
)
@pytest.mark.parametrize("factor", [0.0, 0.4, 2.0])
def test_finds_the_one_cause_in_a_dense_cube(segment: dict[str, str], factor: float) -> None:
    cubes = [hit(dense(np.random.default_rng(seed)), factor, **segment) for seed in SEEDS]
    assert np.mean([top(cube) == [segment] for cube in cubes]) >= 0.95


def test_finds_two_values_of_one_dimension() -> None:
    found = []
    for seed in SEEDS:
        cube = hit(hit(dense(np.random.default_rng(seed)), 0.5, region=REGIONS[1]), 0.5, region=REGIONS[2])
        found.append(sorted(s.get("region", "") for s in top(cube, 2)) == [REGIONS[1], REGIONS[2]])
    assert np.mean(found) >= 0.95


def test_finds_the_cause_in_a_sparse_cube_where_most_answers_are_noise() -> None:
    found = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        cube = sparse(rng)
        expected = np.bincount(np.repeat(np.arange(len(CATEGORIES)), len(REGIONS)), np.asarray(cube.expected))
        value = CATEGORIES[int(expected.argmax())]
        cube = hit(cube, 0.25, category=value)
        found.append(top(cube) == [{"category": value}])
    assert np.mean(found) >= 0.9


def test_a_cause_is_not_blamed_on_the_region_that_mostly_sells_it() -> None:
    # Region 0 has 90 % of category 0, so its total falls as well; its other categories did not move.
    expected = np.full((6, 5), 100.0)
    expected[0, 0] = 3600.0
    actual = expected.copy()
    actual[0] *= 0.5
    cube = replace(dense(np.random.default_rng(0)), expected=expected.ravel(), actual=actual.ravel(), sd=None)
    first = root_causes(cube)[0]
    assert first.segment == {"category": CATEGORIES[0]}
    assert first.explanatory_power == 1.0
    assert first.effect == pytest.approx(-2000, rel=0.05)


@pytest.mark.parametrize("segment", [{"category": CATEGORIES[2]}, {"category": CATEGORIES[2], "region": REGIONS[0]}])
@pytest.mark.parametrize("factor", [0.4, 1.6])
def test_a_cell_with_most_of_its_category_is_told_from_it_by_the_rest(segment: dict[str, str], factor: float) -> None:
    cubes = [hit(dominated(np.random.default_rng(seed), noise=0.12), factor, **segment) for seed in SEEDS]
    assert np.mean([top(cube) == [segment] for cube in cubes]) >= 0.9


def test_regions_that_swing_as_a_whole_are_not_blamed() -> None:
    # What the leaves say is not the point: a region's leaves all rise or fall together, every period.
    found = [
        top(hit(baskets(np.random.default_rng(seed)), 0.25, category=category)) == [{"category": category}]
        for seed in SEEDS
        for category in CATEGORIES[:3]
    ]
    assert np.mean(found) >= 0.85


def test_a_region_that_has_most_of_a_small_category_is_found_though_the_category_falls_too() -> None:
    # Region 0 sells two categories, and all but a little of the second; the first dimension must not take it.
    expected = np.array([[0.0, 3000, 1000], [1000, 1500, 200], [700, 40, 20]])
    names = {"category": np.repeat(["a", "b", "c"], 3), "region": np.tile(["0", "1", "2"], 3)}
    for seed in SEEDS:
        actual = expected * np.random.default_rng(seed).normal(1, 0.04, expected.shape)
        actual[:, 0] *= 0.5
        assert top(Leaves(names, expected.ravel(), actual.ravel(), 0.05 * expected.ravel())) == [{"region": "0"}]


def test_of_two_causes_the_one_that_moved_the_total_more_comes_first() -> None:
    expected = np.outer(np.full(6, 1000.0), [1, 2, 1, 1, 1]).ravel()
    names = dense(np.random.default_rng(0)).dimensions
    for seed in SEEDS:
        actual = expected * np.random.default_rng(seed).normal(1, 0.1, len(expected))
        cube = Leaves(names, expected, actual, 0.1 * expected)
        both = hit(hit(cube, 0.5, region=REGIONS[1]), 0.5, region=REGIONS[2])
        assert top(both, 2) == [{"region": REGIONS[1]}, {"region": REGIONS[2]}]


def test_a_new_and_a_vanished_segment_are_found() -> None:
    cube = dense(np.random.default_rng(1))
    inside = np.asarray(cube.dimensions["region"]) == REGIONS[4]
    zeroed = np.where(inside, 0.0, np.asarray(cube.expected))
    assert top(replace(cube, expected=zeroed, sd=None)) == [{"region": REGIONS[4]}]
    assert top(replace(cube, expected=cube.actual, actual=zeroed, sd=None)) == [{"region": REGIONS[4]}]


def test_without_sd_the_noise_is_estimated() -> None:
    cubes = [hit(dense(np.random.default_rng(seed)), 0.5, region=REGIONS[0]) for seed in SEEDS]
    assert np.mean([top(replace(cube, sd=None)) == [{"region": REGIONS[0]}] for cube in cubes]) >= 0.9


@pytest.mark.parametrize("make", [dense, sparse])
def test_unit_order_and_names_do_not_matter(make) -> None:  # type: ignore[no-untyped-def]
    cube = hit(make(np.random.default_rng(5)), 0.3, category=CATEGORIES[1])
    answer = root_causes(cube)
    cents = Leaves(
        cube.dimensions,
        np.asarray(cube.expected) * 100,
        np.asarray(cube.actual) * 100,
        np.asarray(cube.sd) * 100,
    )
    assert [c.segment for c in root_causes(cents)] == [c.segment for c in answer]
    np.testing.assert_allclose([c.score for c in root_causes(cents)], [c.score for c in answer], rtol=1e-6)

    order = np.random.default_rng(6).permutation(len(np.asarray(cube.expected)))
    shuffled = Leaves(
        {name: np.asarray(values)[order] for name, values in cube.dimensions.items()},
        np.asarray(cube.expected)[order],
        np.asarray(cube.actual)[order],
        np.asarray(cube.sd)[order],
    )
    assert [c.segment for c in root_causes(shuffled)] == [c.segment for c in answer]


def test_amounts_are_those_of_the_cube() -> None:
    cube = hit(dense(np.random.default_rng(2)), 0.5, region=REGIONS[0])
    expected, actual = np.asarray(cube.expected), np.asarray(cube.actual)
    for cause in root_causes(cube, limit=50):
        inside = np.all([np.asarray(cube.dimensions[n]) == v for n, v in cause.segment.items()], axis=0)
        assert cause.expected == pytest.approx(expected[inside].sum())
        assert cause.actual == pytest.approx(actual[inside].sum())
        assert cause.explanatory_power == pytest.approx(cause.change / (actual.sum() - expected.sum()))
        assert 0 <= cause.surprise <= np.log(2)


def test_refunds_one_dimension_and_three_dimensions() -> None:
    refunds = Leaves({"category": list("abcd")}, [100, 90, -20, 80], [98, 91, -160, 79], [5, 5, 5, 5])
    assert top(refunds) == [{"category": "c"}]
    cube = dense(np.random.default_rng(3))
    channel = np.tile(["shop", "web"], len(np.asarray(cube.expected)) // 2)
    three = replace(cube, dimensions={**cube.dimensions, "channel": channel})
    assert top(hit(three, 0.4, channel="web")) == [{"channel": "web"}]


def test_nothing_to_explain() -> None:
    assert root_causes(Leaves({"category": []}, [], [])) == ()
    assert root_causes(Leaves({"category": ["a", "b"]}, [3, 4], [3, 4])) == ()
