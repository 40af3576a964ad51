"""Many tests at once: some are passed by chance."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FALSE_DISCOVERY_RATE = 0.05
"""Of the statistical claims of an answer, at most this share is expected to be chance."""


def benjamini_hochberg(p_values: Floats) -> Floats:
    """Of the tests whose adjusted p-value is at most q, a share of q is expected to be chance.

    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57. Written here because the libraries
    that have it take half a second to import.
    """
    order = np.argsort(p_values)[::-1]
    ranks = np.arange(len(p_values), 0, -1)
    adjusted = np.empty(len(p_values))
    adjusted[order] = np.minimum.accumulate(p_values[order] * len(p_values) / ranks)
    return np.minimum(adjusted, 1.0)
