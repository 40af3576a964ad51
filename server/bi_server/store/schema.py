"""The tables of a store as its model makes them: with a column for every dimension and measure that it declares."""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import BigInteger, Column, Connection, Engine, Float, Index, MetaData, String, Table, UniqueConstraint

from bi_server.semantic import Model, default_model
from bi_server.semantic.dimensions import BUILT_IN, NOT_SET, Dimension
from bi_server.semantic.measures import Measure
from bi_server.store import tables


@dataclass(frozen=True, eq=False)
class Schema:
    """Tables whose columns follow from a model; all others are the same in every store.

    `held` are the dimensions that tell segments apart. `own` are measures with a column of their own, in the rows and
    in the rollup; `sums` is what the rollup adds up, of amounts in whole units of their `money_decimals`-th decimal.
    """

    held: tuple[Dimension, ...]
    wide: tuple[Dimension, ...]
    own: tuple[Measure, ...]
    sums: tuple[str, ...]
    money_decimals: int
    sales_data: Table
    replaced_sales: Table
    segments: Table
    daily_rollup: Table

    @property
    def site_traffic(self) -> Table:
        return tables.site_traffic

    @property
    def described(self) -> str:
        """What segments are, in words."""
        *others, last = (dimension.id for dimension in self.held)
        return f"{'pairs' if len(others) == 1 else 'combinations'} of {', '.join(others)} and {last}"

    @property
    def added_dimensions(self) -> tuple[Dimension, ...]:
        """Those that the model adds to category and region."""
        return tuple(d for d in (*self.held, *self.wide) if d.id not in BUILT_IN)

    @property
    def added(self) -> list[Column[object]]:
        """The columns of the sales that the model adds to those of every store."""
        names = [*(d.column for d in self.added_dimensions), *(m.column for m in self.own)]
        return [self.sales_data.c[name] for name in names]

    def indexes(self) -> list[Index]:
        """Those of wide dimensions."""
        return sorted(
            (index for index in self.sales_data.indexes if str(index.name).startswith("ix_own_")),
            key=lambda index: str(index.name),
        )


def schema_of(bound: Connection | Engine) -> Schema:
    """The tables of the store that a connection or an engine is of."""
    return schema_of_model(model_of(bound))


def schema_of_model(model: Model) -> Schema:
    """The tables of a store that follows a model."""
    return _schema(model.held, model.wide, model.own_measures, model.sums, model.money_decimals)


def model_of(bound: Connection | Engine) -> Model:
    """The model that the store follows; it is an execution option of the engine, and so of its connections."""
    model: Model = bound.get_execution_options().get("model") or default_model()
    return model


@lru_cache(16)
def _schema(
    held: tuple[Dimension, ...],
    wide: tuple[Dimension, ...],
    own: tuple[Measure, ...],
    sums: tuple[str, ...],
    money_decimals: int,
) -> Schema:
    model = held, wide, own, sums, money_decimals
    if not wide and not own and len(held) == len(BUILT_IN):
        return Schema(*model, tables.sales_data, tables.replaced_sales, tables.segments, tables.daily_rollup)
    metadata = MetaData(naming_convention=tables.metadata.naming_convention)
    sales, replaced, rollup = (
        table.to_metadata(metadata) for table in (tables.sales_data, tables.replaced_sales, tables.daily_rollup)
    )
    for dimension in (*held, *wide):
        if dimension.id not in BUILT_IN:
            for table in (sales, replaced):
                table.append_column(_names(dimension))
    for dimension in wide:
        Index(f"ix_own_{dimension.column}", sales.c[dimension.column], sales.c.date)
    for measure in own:
        for table in (sales, replaced):
            table.append_column(Column(measure.column, Float, nullable=False, server_default="0"))
        rollup.append_column(Column(measure.id, BigInteger, nullable=False, server_default="0"))
    segments = _segments(metadata, held)
    return Schema(*model, sales, replaced, segments, rollup)


def _names(dimension: Dimension) -> Column[str]:
    return Column(dimension.column, String(dimension.length), nullable=False, server_default=NOT_SET)


def _segments(metadata: MetaData, held: tuple[Dimension, ...]) -> Table:
    columns = [Column(dimension.id, String(dimension.length), nullable=False) for dimension in held]
    unique = UniqueConstraint(*(dimension.id for dimension in held))
    return Table("segments", metadata, Column("id", tables.segments.c.id.type, primary_key=True), *columns, unique)
