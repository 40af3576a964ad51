"""Tells the moments of a store apart."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from bi_server.store.tables import data_changes, store_state

STATE = "SELECT version, token FROM data_changes ORDER BY version DESC LIMIT 1"


class State(NamedTuple):
    """What the data is at one moment. Equal states are equal data; the version alone says so of one store only, which a
    backup that comes back, or a lost commit, makes another one."""

    version: int
    token: str


def state_of(connection: Connection) -> State:
    """What the data is now."""
    own = data_changes.c.version == store_state.c.data_version
    query = select(store_state.c.data_version, data_changes.c.token).select_from(store_state).join(data_changes, own)
    return State._make(connection.execute(query).one())
