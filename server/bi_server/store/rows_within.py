"""Which rows are in a scope, in whatever spelling another tool wrote its names: SQL alone does not know them all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import CTE, ColumnElement, Row, Select, and_, exists, select, true

from bi_server.store.row_pages import Named
from bi_server.store.schema import Schema

Read: TypeAlias = Callable[[Select[Any]], Sequence[Row[Any]]]


def spelled(read: Read, schema: Schema, among: ColumnElement[bool], names: Mapping[str, Named]) -> ColumnElement[bool]:
    """The condition that rows `among` others have the names; reads which spellings those have."""
    conditions: list[ColumnElement[bool]] = [true()]
    for dimension, named in names.items():
        column = _column(schema, dimension)
        found = [name for (name,) in read(select(column).where(among).distinct())]
        conditions.append(column.in_([name for name in found if named.has(name)]))
    return and_(*conditions)


def names_within(
    read: Read, schema: Schema, column: ColumnElement[str], every: CTE, names: Mapping[str, Named]
) -> tuple[str, ...]:
    """Of `every` name of a wide dimension's column those that have a row with the names, sorted."""
    columns = {dimension: _column(schema, dimension) for dimension in names}
    own = column == every.c.name
    known = and_(own, *(columns[d].in_([n for n in named.known if named.has(n)]) for d, named in names.items()))
    # What is in no spelling that the store knows may be of the scope.
    perhaps = and_(own, *(named.sql(columns[d]) for d, named in names.items()))
    query: Select[Any] = select(every.c.name, exists().where(known)).where(exists().where(perhaps))
    found = {str(name): bool(is_known) for name, is_known in map(tuple, read(query.order_by(every.c.name)))}
    doubtful = [name for name, is_known in found.items() if not is_known]
    if doubtful:
        query = select(column).add_columns(*columns.values()).where(column.in_(doubtful)).distinct()
        for name, *own_names in map(tuple, read(query)):
            found[name] |= all(one.has(n) for one, n in zip(names.values(), own_names, strict=True))
    return tuple(name for name, is_known in found.items() if is_known)


def _column(schema: Schema, dimension: str) -> ColumnElement[str]:
    column: str = next(d.column for d in schema.held if d.id == dimension)
    return schema.sales_data.c[column]
