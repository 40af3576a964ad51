"""The kinds of databases that are served, by the name that URLs and drivers call them."""

from functools import cache

from sqlalchemy import Connection, Engine

from bi_server.store.sql.backend import Backend

NAMES = ("sqlite", "postgresql")


@cache
def backend(name: str) -> Backend:
    """That of one of NAMES. Its driver is imported with it: that of the other would take a tenth of a second."""
    if name == "postgresql":
        from bi_server.store.sql.postgresql.backend import Postgresql

        return Postgresql()
    from bi_server.store.sql.sqlite.backend import Sqlite

    return Sqlite()


def backend_of(bound: Connection | Engine) -> Backend:
    """What an engine, or a connection of it, is of."""
    return backend(bound.dialect.name)
