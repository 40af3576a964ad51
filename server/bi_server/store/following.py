"""Brings the tables to what a model declares: columns are added, none is taken away, and no row is lost."""

from typing import Any

from sqlalchemy import Column, Connection, Engine, inspect, update
from sqlalchemy.schema import CreateColumn

from bi_server.errors import StoreUnavailable
from bi_server.semantic.dimensions import BUILT_IN
from bi_server.store import rollups, units
from bi_server.store.schema import Schema, schema_of
from bi_server.store.sql.served import backend_of
from bi_server.store.tables import store_state


def follow(engine: Engine, *, may_recount: bool = True) -> list[str]:
    """Adds the columns and indexes that the engine's model asks for and makes the rollup anew where it is of other
    dimensions, measures or minor units. Returns what was done, in words.

    A column that the model no longer names stays, with its values, and is there again with the name.

    Rows are counted in other minor units where the model's currency has such: where they `may_recount`, or there are
    none; otherwise raises StoreUnavailable. Raises InvalidInput where that would lose parts of their amounts.
    """
    with engine.execution_options(writes=True, is_long=True).begin() as connection:
        return _follow(connection, schema_of(connection), may_recount)


def _follow(connection: Connection, schema: Schema, may_recount: bool) -> list[str]:
    done = []
    for table in (schema.sales_data, schema.replaced_sales):
        present = {column["name"] for column in inspect(connection).get_columns(table.name)}
        for column in schema.added:
            if column.name not in present:
                ddl = CreateColumn(table.c[column.name]).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {ddl}")
                done.append(f"added the column {table.name}.{column.name}")
    known = {index["name"] for index in inspect(connection).get_indexes(schema.sales_data.name)}
    for index in schema.indexes():
        if index.name not in known:
            index.create(connection)
            done.append(f"added an index on {index.columns[0].name}")
    recounted = units.adopt(connection, may_recount=may_recount)
    done += [recounted] if recounted else []
    if recounted or _differs(connection, schema):
        # Made of the rows alone: the easiest way from any dimensions to any others.
        schema.daily_rollup.drop(connection)
        schema.segments.drop(connection)
        schema.segments.create(connection)
        schema.daily_rollup.create(connection)
        version = rollups.begin(connection)
        connection.execute(
            update(store_state).values(
                covered_sales_id=0, covered_traffic_id=0, customer_sample_level=0, compacted_version=version
            )
        )
        rollups.catch_up(connection)
        done.append(f"made the daily sums by {', '.join(d.id for d in schema.held)} from the rows")
    for column in backend_of(connection).too_narrow(connection, _named(schema)):
        name = connection.dialect.identifier_preparer.quote(column.name)
        kind = column.type.compile(connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE {column.table.name} ALTER COLUMN {name} TYPE {kind}")
        done.append(f"gave {column.table.name}.{column.name} room for longer names")
    return done


def _named(schema: Schema) -> list[Column[Any]]:
    """The columns for names of the dimensions that the model adds."""
    of_rows = [t.c[d.column] for t in (schema.sales_data, schema.replaced_sales) for d in schema.added_dimensions]
    return [*of_rows, *(schema.segments.c[d.id] for d in schema.held if d.id not in BUILT_IN)]


def _differs(connection: Connection, schema: Schema) -> bool:
    """Whether the rollup is of other dimensions or measures."""
    for table in (schema.segments, schema.daily_rollup):
        present = {column["name"] for column in inspect(connection).get_columns(table.name)}
        if present != {column.name for column in table.c}:
            return True
    return False


def problem(connection: Connection) -> str:
    """What a store lacks of its model, and the remedy; empty where it follows it, or has no tables at all."""
    schema = schema_of(connection)
    if not inspect(connection).has_table(schema.sales_data.name):
        return ""
    present = {column["name"] for column in inspect(connection).get_columns(schema.sales_data.name)}
    missing = [column.name for column in schema.added if column.name not in present]
    if missing:
        return f"the store has no column for {', '.join(missing)} of the model; run `bi-server migrate`"
    if backend_of(connection).too_narrow(connection, _named(schema)):
        return "the store has no room for names as long as this version takes them; run `bi-server migrate`"
    if _differs(connection, schema):
        names = ", ".join([*(d.id for d in schema.held), *(m.id for m in schema.own)])
        return f"the store's sums are not of the model's dimensions and measures ({names}); run `bi-server migrate`"
    return units.problem(connection, units.of_store(connection))


def require(connection: Connection) -> None:
    """Raises StoreUnavailable, naming the remedy, where the store does not follow its model."""
    found = problem(connection)
    if found:
        raise StoreUnavailable(found)
