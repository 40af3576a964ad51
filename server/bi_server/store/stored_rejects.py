"""Rejected rows kept in the store with their import, to be asked for later."""

import csv
import gzip
import io
from collections.abc import Sequence

from sqlalchemy import Connection, Engine, delete, insert, select

from bi_server.errors import NotFound
from bi_server.store import migrate
from bi_server.store.tables import import_rejects, imports

PIECE_CHARACTERS = 1 << 20  # before gzip


class StoredRejects:
    """Takes rows as `RejectsFile` does, into the transaction of the import."""

    def __init__(self, connection: Connection, import_id: int) -> None:
        self._connection = connection
        self._import_id = import_id
        self._pieces = 0
        self._start()

    def _start(self) -> None:
        self._text = io.StringIO(newline="")
        self._writer = csv.writer(self._text)

    def write(self, row: Sequence[object]) -> None:
        """Adds a row; the first one is the header."""
        self._writer.writerow(row)
        if self._text.tell() >= PIECE_CHARACTERS:
            self.finish()

    def finish(self) -> None:
        """Stores what is left."""
        text = self._text.getvalue()
        if text:
            contents = gzip.compress(text.encode(), compresslevel=6, mtime=0)
            row = {"import_id": self._import_id, "piece": self._pieces, "contents": contents}
            self._connection.execute(insert(import_rejects), [row])
            self._pieces += 1
            self._start()


def piece(engine: Engine, import_id: int, number: int) -> bytes | None:
    """A piece of the CSV of an import's rejected rows, from 0; None behind the last.

    Raises NotFound where there is no first one: no such import, it was undone, or it rejected nothing.
    """
    migrate.require_current(engine)
    wanted = import_rejects.c.import_id == import_id, import_rejects.c.piece == number
    with engine.connect() as connection:
        found = connection.execute(select(import_rejects.c.contents).where(*wanted)).scalar()
        if found is None and number == 0:
            raise NotFound(_why_none(connection, import_id))
    return None if found is None else gzip.decompress(found)


def forget(connection: Connection, import_id: int) -> None:
    """Removes the rejected rows of an import that is undone."""
    connection.execute(delete(import_rejects).where(import_rejects.c.import_id == import_id))


def _why_none(connection: Connection, import_id: int) -> str:
    query = select(imports.c.rejected, imports.c.undone).where(imports.c.id == import_id)
    record = connection.execute(query).one_or_none()
    if record is None:
        return f"there is no import {import_id}; GET /api/data/imports tells which there are"
    if record.undone is not None:
        return f"import {import_id} was undone, and its rejected rows with it"
    if not record.rejected:
        return f"import {import_id} has rejected no row"
    return f"import {import_id} was made by an older version, which kept no rejected rows"
