import numpy as np
import pytest

from bi_server.analysis.drivers.likelihood import FACTORS
from bi_server.analysis.drivers.main_cause import effects, largest_others, main_by_factor


def test_effect_is_what_the_factor_took_or_added() -> None:
    effect = effects(np.array([50.0, 0.0]), np.array([100.0, 80.0]))
    assert effect[0, :-1] == pytest.approx(np.abs(50 / FACTORS[:-1] - 50))
    assert effect[0, np.flatnonzero(FACTORS == 1)] == 0
    assert effect[:, -1].tolist() == [100, 80]  # gone


def test_a_segment_is_no_rival_of_itself() -> None:
    first, second = largest_others(np.array([5.0, 1.0, 3.0, 2.0]), np.arange(4))
    assert first.tolist() == [3, 5, 5, 5]
    assert second.tolist() == [2, 3, 2, 3]


@pytest.mark.parametrize("values", [1, 2])
def test_few_values_have_few_rivals(values: int) -> None:
    first, second = largest_others(np.array([4.0, 7.0])[:values], np.arange(values))
    assert first.tolist() == ([0] if values == 1 else [7, 4])
    assert not second.any()


def test_larger_than_the_rivals_and_the_noise_is_main() -> None:
    def log_of(effect: float, noise: float, first: float, second: float = 0.0) -> float:
        return float(main_by_factor(np.array([[effect]]), *(np.array([x]) for x in (noise, first, second)))[0, 0])

    assert log_of(10, 0, 0) == pytest.approx(0, abs=1e-6)
    assert log_of(10, 1, 2) > log_of(10, 1, 8) > log_of(10, 1, 20) > log_of(10, 1, 20, 20)
    assert log_of(10, 2, 1) > log_of(10, 10, 1)
    assert log_of(10, 0, 10, 10) == pytest.approx(np.log(0.5))
    assert np.isfinite([log_of(0, 0, 0), log_of(0, 1, 1, 1), log_of(1e300, 1e-300, 0)]).all()
    assert log_of(1000, 100, 700) == pytest.approx(log_of(10, 1, 7))
