"""Against scipy, which is not used because it takes half a second to import."""

import numpy as np
import pytest
from scipy import stats

from bi_server.analysis.multiple_testing import benjamini_hochberg


@pytest.mark.parametrize("count", [0, 1, 2, 7, 200])
def test_the_same_as_scipy(count: int) -> None:
    p_values = np.round(np.random.default_rng(count).uniform(size=count) ** 3, 2)  # some are equal, some are 0
    expected = stats.false_discovery_control(p_values) if count else p_values
    np.testing.assert_allclose(benjamini_hochberg(p_values), expected)
