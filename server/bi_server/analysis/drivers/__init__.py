"""Why a number changed: contributions, price / volume / mix, root causes, smallest explaining set.

The same engine serves the comparison of periods, the causes of anomalies and the insights.
"""

from bi_server.analysis.drivers.contributions import Attribution, Contribution, attribute, contributions
from bi_server.analysis.drivers.expectations import usual
from bi_server.analysis.drivers.price_volume_mix import Effects, PriceVolumeMix, Sales, price_volume_mix
from bi_server.analysis.drivers.root_cause import Leaves, RootCause, root_causes
from bi_server.analysis.drivers.smallest_set import ExplainingSegment, Explanation, smallest_set

__all__ = [
    "Attribution",
    "Contribution",
    "Effects",
    "ExplainingSegment",
    "Explanation",
    "Leaves",
    "PriceVolumeMix",
    "RootCause",
    "Sales",
    "attribute",
    "contributions",
    "price_volume_mix",
    "root_causes",
    "smallest_set",
    "usual",
]
