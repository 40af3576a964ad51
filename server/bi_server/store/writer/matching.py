"""Finds the staged rows that the store has already, with the very same contents."""

from collections import Counter
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    MetaData,
    Select,
    Subquery,
    Table,
    and_,
    func,
    insert,
    select,
)

from bi_server.store.sql.served import backend_of
from bi_server.store.tables import store_state
from bi_server.store.writer.layouts import Layout, alike, equal, execute_counted


class Matches:
    """Pairs of a staged row and a row of the store that says the same; each row is in one pair at most."""

    def __init__(self, connection: Connection, layout: Layout, stage: Table) -> None:
        self._connection = connection
        self._layout = layout
        self._stage = stage
        columns = Column("seq", Integer, primary_key=True), Column("id", BigInteger), Column("import_id", Integer)
        self.table = Table("import_matches", MetaData(), *columns, prefixes=["TEMPORARY"])
        self.table.create(connection)
        self.count = 0

    def index(self) -> None:
        """Makes `unmatched` fast."""
        Index("import_matches_id", self.table.c.id).create(self._connection)

    def by_key(self) -> None:
        """Rows with the same key."""
        stage, rows = self._stage, self._layout.table
        same = and_(equal(stage, rows, self._layout.key), alike(stage, rows, self._layout.contents))
        self._add(select(stage.c.seq, rows.c.id, rows.c.import_id).join_from(stage, rows, same))

    def by_order(self) -> None:
        """Lines of the same order, whatever their numbers: a file may have them in another order."""
        known = select(self._stage.c.order_id).where(self.left_over())
        self._pair(
            and_(self._stage.c.order_id.is_not(None), self.left_over()),
            and_(self._layout.table.c.order_id.in_(known), self.unmatched(self._layout.table)),
        )

    def without_id(self) -> int:
        """Rows without an order id, which nothing but their contents can tell; returns how many."""
        before = self.count
        dates = select(self._stage.c.date).where(self._stage.c.order_id.is_(None))
        suspects = and_(self._layout.table.c.order_id.is_(None), self._layout.table.c.date.in_(dates))
        if self._connection.execute(select(1).where(suspects).limit(1)).first() is not None:
            self._pair(self._stage.c.order_id.is_(None), suspects)
        return self.count - before

    def _pair(self, staged: ColumnElement[bool], stored: ColumnElement[bool]) -> None:
        names = ["order_id", *self._layout.contents]
        left = _places(select(self._stage.c.seq).where(staged), self._stage, names, self._stage.c.seq)
        line = (self._layout.table.c.order_line, self._layout.table.c.id)
        right = _places(
            select(self._layout.table.c.id, self._layout.table.c.import_id).where(stored),
            self._layout.table,
            names,
            *line,
        )
        same = and_(alike(left, right, names), left.c.place == right.c.place)
        self._add(select(left.c.seq, right.c.id, right.c.import_id).join_from(left, right, same))

    def _add(self, pairs: Select[Any]) -> None:
        columns = ["seq", "id", "import_id"]
        self.count += execute_counted(self._connection, insert(self.table).from_select(columns, pairs))
        backend_of(self._connection).analyze(self._connection, self.table.name)

    def left_over(self) -> ColumnElement[bool]:
        """Whether a staged row has no match."""
        return self._stage.c.seq.not_in(select(self.table.c.seq))

    def unmatched(self, rows: Any) -> ColumnElement[bool]:
        """Whether a row of the store has no match."""
        return ~select(self.table.c.id).where(self.table.c.id == rows.c.id).exists()

    def by_import(self) -> Counter[int]:
        """How many rows match those of each import."""
        by = self.table.c.import_id
        query = select(by, func.count()).where(by.is_not(None)).group_by(by)
        return Counter(dict(map(tuple, self._connection.execute(query))))


def _places(query: Select[Any], rows: Table, names: list[str], *order: Any) -> Subquery:
    """The rows, and the place of each among those that are alike."""
    columns = [rows.c[name] for name in names]
    place = func.row_number().over(partition_by=columns, order_by=order)
    return query.add_columns(*columns, place.label("place")).subquery()


def has_copies(connection: Connection, layout: Layout) -> bool:
    """Whether rows without order id that are not yet covered by the sums say the same as rows that are."""
    new, old = layout.table.alias(), layout.table.alias()
    covered = select(store_state.c.covered_sales_id).scalar_subquery()
    fresh = and_(new.c.id > covered, new.c.order_id.is_(None))
    known = and_(old.c.id <= covered, old.c.order_id.is_(None))
    same = alike(new, old, layout.contents)
    query = select(1).join_from(new, old, same).where(fresh, known).limit(1)
    return connection.execute(query).first() is not None
