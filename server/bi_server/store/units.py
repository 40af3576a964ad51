"""In which minor units a store keeps its amounts, and how it is brought to those of another currency."""

from sqlalchemy import Connection, Table, func, or_, select, update

from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.store.schema import Schema, model_of, schema_of
from bi_server.store.tables import store_state


def of_store(connection: Connection) -> int:
    """How many decimals the store's amounts have."""
    return int(connection.execute(select(store_state.c.money_decimals)).scalar_one())


def problem(connection: Connection, kept: int) -> str:
    """That the model's currency has other decimals than those `kept`, and the remedy; empty where it has not."""
    model = model_of(connection)
    if kept == model.money_decimals:
        return ""
    return (
        f"the store keeps amounts with {_said(kept)}, and {model.currency} has {_said(model.money_decimals)}; "
        "correct CURRENCY, or run `bi-server migrate` where the amounts are of that currency"
    )


def require(connection: Connection, kept: int) -> None:
    """Raises StoreUnavailable, naming the remedy, where the model's currency has other decimals than those `kept`."""
    found = problem(connection, kept)
    if found:
        raise StoreUnavailable(found)


def adopt(connection: Connection, *, may_recount: bool) -> str:
    """Takes the minor units of the model's currency for those of the store, and says so; empty where they are.

    The sums are to be made anew after it. Raises InvalidInput where rows have amounts that would be lost, and as
    `require` where there are rows at all and they `may_recount` not.
    """
    kept, schema, currency = of_store(connection), schema_of(connection), model_of(connection).currency
    wanted = schema.money_decimals
    if kept == wanted:
        return ""
    is_empty = connection.execute(select(func.max(schema.sales_data.c.id))).scalar() is None
    if not (may_recount or is_empty):
        require(connection, kept)
    finer = sum(_finer(connection, schema, table, kept) for table in (schema.sales_data, schema.replaced_sales))
    if finer:
        raise InvalidInput.of(
            "CURRENCY",
            f"{currency} has {_said(wanted)}, and {finer:,} rows of the store have amounts with more, which would be "
            "lost; correct CURRENCY, or take back what brought them (`bi-server imports undo`) with the CURRENCY of "
            "before, and import it anew",
        )
    connection.execute(update(store_state).values(money_decimals=wanted))
    return f"amounts have {_said(wanted)} now, as {currency} has, no longer {kept}"


def _finer(connection: Connection, schema: Schema, table: Table, kept: int) -> int:
    """How many rows have an amount with more decimals than the model's currency."""
    if schema.money_decimals > kept:
        return 0
    unit = 10**schema.money_decimals
    part = 10.0 ** (schema.money_decimals - kept) / 2  # of that unit, half of the least that was kept
    amounts = [table.c.revenue, *(table.c[measure.column] for measure in schema.own if measure.is_money)]
    # Of plain floats: a database rounds those to whole numbers alike, but to decimals in its own way.
    beyond = (func.abs(amount * unit - func.round(amount * unit)) > part for amount in amounts)
    return int(connection.execute(select(func.count()).select_from(table).where(or_(*beyond))).scalar_one())


def _said(decimals: int) -> str:
    return f"{decimals or 'no'} decimals"
