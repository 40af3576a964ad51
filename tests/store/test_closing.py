"""What a closed store leaves open: nothing."""

import sqlite3

import psycopg
import pytest
from sqlalchemy import Engine

from bi_server.store.store import Store


def test_a_connection_that_comes_back_late_is_closed(engine: Engine) -> None:
    store = Store(engine)
    store.refresh()
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        store.close()
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1, "what is being read is read to the end"
    with pytest.raises((sqlite3.ProgrammingError, psycopg.OperationalError), match="closed"):
        driver.execute("SELECT 1")
