"""The kinds of databases that are served, by the name that URLs and drivers call them."""

from sqlalchemy import Connection, Engine

from bi_server.store.sql.backend import Backend
from bi_server.store.sql.postgresql.backend import Postgresql
from bi_server.store.sql.sqlite.backend import Sqlite

BACKENDS: dict[str, Backend] = {"sqlite": Sqlite(), "postgresql": Postgresql()}


def backend_of(bound: Connection | Engine) -> Backend:
    """What an engine, or a connection of it, is of."""
    return BACKENDS[bound.dialect.name]
