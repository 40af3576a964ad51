"""What may be asked: dimensions with their names, metrics, KPIs, ranges and comparisons."""

from bi.v1 import data_pb2 as pb
from bi_server.analysis import date_words
from bi_server.analysis.periods import GRANULARITIES
from bi_server.answers import convert, ranges
from bi_server.semantic.calendar import WEEKDAYS
from bi_server.store.cube import Cube

MAX_NAMES = 1_000  # of a dimension


def metadata(cube: Cube) -> pb.GetMetadataResponse:
    """Of the model, and of the data that the snapshot holds."""
    return pb.GetMetadataResponse(
        metrics=[
            pb.MetricInfo(
                id=m.id,
                title=m.title,
                format=m.format,
                additive=m.additive,
                formula=m.formula,
                favorable=m.favorable,
            )
            for m in cube.model.metrics.values()
        ],
        categories=cube.categories,
        regions=cube.regions,
        dimensions=_dimensions(cube),
        data_range=convert.data_range(cube),
        currency=cube.model.currency,
        currency_decimals=cube.model.money_decimals,
        calendar=pb.Calendar(
            week_starts=WEEKDAYS[cube.model.calendar.week_starts],
            fiscal_year_starts=cube.model.calendar.fiscal_year_starts,
        ),
        data_version=cube.version,
        granularities=[*GRANULARITIES, "auto"],
        ranges=[pb.Choice(id=word, title=title) for word, title in date_words.OFFERED.items()],
        comparisons=[pb.Choice(id=how, title=title) for how, title in ranges.COMPARISONS.items()],
    )


def _dimensions(cube: Cube) -> list[pb.DimensionInfo]:
    held = dict(zip(cube.dimensions, cube.names, strict=True))
    return [
        pb.DimensionInfo(
            id=dimension.id,
            title=dimension.title,
            parent=dimension.parent,
            wide=dimension.wide,
            names=held.get(dimension, ())[:MAX_NAMES],
            name_count=None if dimension.wide else len(held[dimension]),
        )
        for dimension in cube.model.dimensions
    ]
