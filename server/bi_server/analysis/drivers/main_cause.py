"""Whether a segment is the *main* cause: it moved the total by more than any other segment deviates by itself.

Noise alone makes some segments deviate much, the noisier the more, and the likelihood of the leaves alone does
not say whose deviation matters. Somebody who asks what moved the total means the largest move; so a candidate
counts only as far as its effect, were it multiplied by a factor, exceeds its own usual noise and the deviations,
net of the common factor, of the segments that it does not overlap.
"""

import numpy as np
from numpy.typing import NDArray

from bi_server.analysis.drivers.likelihood import FACTORS, Floats

NOTABLE = 1.0  # an effect is notable from this many usual deviations on
SECOND = 0.1  # prior probability that one other segment of the same dimension has a cause of its own


def effects(actual: Floats, unaffected: Floats) -> Floats:
    """Size (segment, factor) of the effect, were that factor the cause of the actual value.

    A segment that is gone lost all that it would have been.
    """
    return np.column_stack([np.abs(actual[:, None] * (1 - 1 / FACTORS[:-1])), np.abs(unaffected)])


def largest_others(deviation: Floats, own: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Largest and second largest deviation (sizes) of a dimension's values other than each candidate's `own`."""
    order = np.argsort(-deviation, kind="stable")[:3]
    ranked = np.append(deviation[order], np.zeros(3 - len(order)))
    own_rank = np.append(order, np.full(3 - len(order), -1)) == own[:, None]
    first = np.where(own_rank[:, 0], ranked[1], ranked[0])
    second = np.where(own_rank[:, 0] | own_rank[:, 1], ranked[2], ranked[1])
    return first, second


def main_by_factor(effect: Floats, noise: Floats, first: Floats, second: Floats) -> Floats:
    """Log probability (segment, factor) that the effect is the main one.

    `noise` is each segment's usual deviation; `first` and `second` are the two largest deviations of others. The
    second decides if the first belongs to another cause.
    """
    alone = _log_exceeds(effect, np.maximum(first, NOTABLE * noise))
    beside = _log_exceeds(effect, np.maximum(second, NOTABLE * noise))
    return np.asarray(np.logaddexp(np.log1p(-SECOND) + alone, np.log(SECOND) + beside))


def _log_exceeds(effect: Floats, least: Floats) -> Floats:
    """Log probability; the odds go with the sixth power, for both are estimates: twice as large, 64 to 1."""
    tiny = 1e-12 * (effect.max() + least.max()) + 1e-300
    ratio = (least + tiny)[:, None] / (effect + tiny)
    return np.asarray(-np.log1p(ratio**6))
