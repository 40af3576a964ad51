"""Rows of another database, by a query of its own: all of them, or those that are new by a column that grows."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, column, create_engine, literal_column, make_url, select, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from bi_server.errors import InvalidInput
from bi_server.ingest.spool import spooled
from bi_server.store.imports import last_options

ROWS = 5_000  # fetched at a time
_MOMENTS = {"datetime": datetime, "date": date}


class Query:
    """A query of a database, and the column (empty: none) by which it goes on from the last import of it."""

    def __init__(self, url: str, query: str, since: str) -> None:
        try:
            self._url = make_url(url)
            self._engine = create_engine(self._url)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            reason = "write sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/DATABASE"
            raise InvalidInput.of("from_sql", f"{error}; {reason}") from None
        self._query = query.strip().rstrip(";")
        self._since = since
        digest = hashlib.sha256(f"{self._query} {since}".encode()).hexdigest()[:12]
        self.name = f"{self._url.render_as_string(hide_password=True)[:200]} query {digest}"

    @contextmanager
    def rows(self, store: Engine) -> Iterator[tuple[Path | None, dict[str, str]]]:
        """A file of the rows as JSON lines (None: there are none), and how far they reach, for the record.

        Raises InvalidInput where the database cannot be asked, or the column is not there or has blanks.
        """
        with spooled() as file:
            try:
                with self._engine.connect() as connection:  # ends with a rollback: nothing is changed there
                    count, reached = self._write(connection, self._reached(store), file)
            except SQLAlchemyError as error:
                reason = str(getattr(error, "orig", None) or error).splitlines()[0]
                raise InvalidInput.of("from_sql", f"the database says: {reason}") from None
            finally:
                self._engine.dispose()
            file.flush()
            yield (Path(file.name) if count else None), _as_origin(self._since, reached)

    def _reached(self, store: Engine) -> Any:
        """The highest value of the column so far: of an import that was undone, the one before counts."""
        options = last_options(store, self.name)
        origin = json.loads(options).get("origin", {}) if options and self._since else {}
        if not origin:
            return None
        kind, value = origin["kind"], origin["reached"]
        return _MOMENTS[kind].fromisoformat(value) if kind in _MOMENTS else {"int": int, "str": str}[kind](value)

    def _write(self, connection: Connection, reached: Any, file: Any) -> tuple[int, Any]:
        statement: Any = text(self._query)
        if self._since and reached is not None:
            key: ColumnElement[Any] = column(self._since)
            # A number is there once; of a moment more rows may have come since: those that came already are known.
            newer = key > reached if isinstance(reached, int) else key >= reached
            statement = select(literal_column("*")).select_from(text(f"({self._query}) AS asked")).where(newer)
        result = connection.execution_options(yield_per=ROWS).execute(statement)
        names = list(result.keys())
        if self._since and self._since not in names:
            raise InvalidInput.of("since", f"the query has no column {self._since!r}; it has {', '.join(names)}")
        place, count = names.index(self._since) if self._since else 0, 0
        for row in result:
            if self._since:
                value = row[place]
                if type(value) not in (int, str, datetime, date):
                    raise InvalidInput.of(
                        "since", f"{self._since} is {value!r}; it must be a number, a text or a moment"
                    )
                reached = value if reached is None or value > reached else reached
            pairs = {name: _plain(name, value) for name, value in zip(names, row, strict=True)}
            file.write(json.dumps(pairs, ensure_ascii=False).encode() + b"\n")
            count += 1
        return count, reached


def _as_origin(since: str, reached: Any) -> dict[str, str]:
    if not since or reached is None:
        return {}
    said = reached.isoformat() if isinstance(reached, date) else str(reached)
    return {"since": since, "kind": type(reached).__name__, "reached": said}


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)  # a number, whatever signs the texts beside it have
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        raise InvalidInput.of("from_sql", f"column {name!r} holds bytes; leave it out of the query, or cast it to text")
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
