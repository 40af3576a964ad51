"""What holds for every kind of database: the writer's, the snapshot's and the store's promises, one test on each."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pytest
from numpy.typing import NDArray
from sqlalchemy import Engine
from tests.databases import Postgres

from bi_server.errors import ImportConflict, InvalidInput, NotFound, StoreUnavailable
from bi_server.questions import Unclear
from bi_server.store import rollups
from bi_server.store.away import reaching
from bi_server.store.backup import back_up, restore
from bi_server.store.imports import last_options, list_imports, undo_import
from bi_server.store.selection import EVERYTHING
from bi_server.store.sql.sqlite.files import sqlite_file
from bi_server.store.store import Store
from bi_server.store.writer.clean_rows import CleanRows
from bi_server.store.writer.merging import Merged
from bi_server.store.writer.rows import Duplicates, OnDuplicate
from bi_server.store.writer.writer import Brought, Sink, Writer, writing


class Sale(NamedTuple):
    day: int  # of January 2024
    revenue: float
    category: str
    order: str | None
    line: int = 1


JANUARY = date(2024, 1, 1)
FILE = Brought("sales", "file.csv", "digest")
SALES = [Sale(5, 10.10, "Tea", "A"), Sale(5, 20.20, "Tea", "B"), Sale(6, 30.30, "Coffee", "C")]


class Rows:
    """Sales as they came, for a writer that has to look at them again."""

    columns = ("Day", "Revenue", "Category", "Order", "Line")

    def __init__(self, sales: list[Sale]) -> None:
        self._sales = sales

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        for row in rows.tolist():
            yield row, row + 2, [str(field) for field in self._sales[row]]


def clean(sink: Sink, sales: list[Sale], first: int = 0) -> CleanRows:
    """The sales as a writer takes them; their place in the file counts from `first`."""
    names = [sink.segments.canonical("category", sale.category) for sale in sales]
    columns = {
        "seq": range(first, first + len(sales)),
        "date": pa.array([datetime(JANUARY.year, JANUARY.month, sale.day, 12) for sale in sales], pa.timestamp("s")),
        "revenue": [sale.revenue for sale in sales],
        "units_sold": [1.0] * len(sales),
        "product_category": pa.array(names).dictionary_encode(),
        "region": pa.array(["North"] * len(sales)).dictionary_encode(),
        "customer_id": pa.array([f"customer of {sale.order}" for sale in sales]).dictionary_encode(),
        "order_id": pa.array([sale.order for sale in sales], pa.string()),
        "order_line": [sale.line for sale in sales],
    }
    segment = sink.segments.resolve(names, ["North"] * len(sales))
    return CleanRows(pa.RecordBatch.from_pydict(columns), segment, (), sink.segments.schema.money_decimals)


def pour(sink: Sink, sales: list[Sale]) -> None:
    """In batches of two rows."""
    for first in range(0, len(sales), 2):
        sink.add(clean(sink, sales[first : first + 2], first))
    sink.finish(without_id=sum(sale.order is None for sale in sales))


def take(writer: Writer, sales: list[Sale], on_duplicate: OnDuplicate = "fail", again: bool = False) -> Merged:
    duplicates = Duplicates(on_duplicate, again)
    writer.take(lambda sink: pour(sink, sales), duplicates)
    return writer.finish(duplicates, Rows(sales), rows_read=len(sales), rejected=0)


def bring(
    engine: Engine,
    sales: list[Sale],
    on_duplicate: OnDuplicate = "fail",
    *,
    again: bool = False,
    most_cells: int = 1000,
    brought: Brought = FILE,
) -> Merged:
    with writing(engine, brought, wait_seconds=60, most_cells=most_cells) as writer:
        return take(writer, sales, on_duplicate, again)


@pytest.fixture
def store(engine: Engine) -> Iterator[Store]:
    with closing(Store(engine)) as store:
        yield store


def told(store: Store) -> dict[str, float]:
    """Revenue by category, as the newest snapshot has it; the sums fit to the rows."""
    with store.engine.connect() as connection:
        assert rollups.verify(connection) == []
    cube = store.refresh()  # what PostgreSQL notifies of may be on its way yet
    bounds = (JANUARY.toordinal(), JANUARY.replace(day=31).toordinal())
    revenue = {
        name: cube.totals(EVERYTHING.only(0, place), [bounds])[0].revenue_minor
        for place, name in enumerate(cube.categories)
    }
    assert sum(revenue.values()) == cube.totals(EVERYTHING, [bounds])[0].revenue_minor
    return {name: cube.model.in_units(minor) for name, minor in revenue.items()}


def test_rows_are_read_as_they_were_written_and_at_once(engine: Engine, store: Store) -> None:
    assert told(store) == {}
    merged = bring(engine, SALES)
    assert (merged.inserted, merged.updated, merged.skipped) == (3, 0, 0)
    assert told(store) == {"Coffee": 30.30, "Tea": 30.30}
    bring(engine, [Sale(7, 1.00, " TEA ", "D")])
    assert told(store) == {"Coffee": 30.30, "Tea": 31.30}, "one name, however it is spelled"


def test_a_snapshot_stays_what_it_was(engine: Engine, store: Store) -> None:
    bring(engine, SALES)
    before = store.refresh()
    assert store.current() is before
    bring(engine, [Sale(7, 1.00, "Tea", "D")])
    assert before.row_count == 3
    after = store.refresh()
    assert (after.row_count, after.version) == (4, before.version + 1)


def test_a_writer_that_gives_up_leaves_nothing(engine: Engine, store: Store) -> None:
    with writing(engine, FILE, wait_seconds=60) as writer:
        take(writer, SALES)
        writer.abort()
    with pytest.raises(ZeroDivisionError), writing(engine, FILE, wait_seconds=60) as writer:
        writer.take(lambda sink: 1 // sink.rows, Duplicates())
    assert told(store) == {}
    assert list_imports(engine) == []


def test_rows_that_are_there_already_are_taken_once(engine: Engine, store: Store) -> None:
    bring(engine, SALES)
    merged = bring(engine, [*SALES, Sale(8, 5.00, "Tea", "D")])
    assert (merged.inserted, merged.skipped, merged.same) == (1, 3, 3)
    assert dict(merged.same_as) == {1: 3}
    assert told(store) == {"Coffee": 30.30, "Tea": 35.30}


def test_rows_without_an_order_are_told_by_their_contents(engine: Engine, store: Store) -> None:
    nameless = [Sale(5, 10.00, "Tea", None), Sale(5, 10.00, "Tea", None)]
    assert bring(engine, nameless).inserted == 2
    with pytest.raises(Unclear, match="2 rows without order id are in the store already"):
        bring(engine, nameless)
    assert bring(engine, nameless, "skip").skipped == 2
    assert bring(engine, nameless, again=True).inserted == 2
    assert told(store) == {"Tea": 40.00}


@pytest.mark.parametrize(
    ("on_duplicate", "tea", "counts"),
    [
        ("skip", 30.30, {"inserted": 0, "skipped": 1}),
        ("replace", 119.20, {"inserted": 0, "updated": 1}),
        ("append", 129.30, {"inserted": 1, "appended": 1}),
    ],
)
def test_what_contradicts_the_store_is_refused_skipped_replaced_or_appended(
    engine: Engine, store: Store, on_duplicate: OnDuplicate, tea: float, counts: dict[str, int]
) -> None:
    bring(engine, SALES)
    other = [Sale(5, 99.00, "Tea", "A")]
    with pytest.raises(Unclear, match=r"1 row of orders that the store has with other contents \(order A"):
        bring(engine, other)
    assert told(store) == {"Coffee": 30.30, "Tea": 30.30}
    merged = bring(engine, other, on_duplicate)
    assert {name: getattr(merged, name) for name in counts} == counts
    assert told(store) == {"Coffee": 30.30, "Tea": tea}
    undo_import(engine, list_imports(engine)[0].import_id)
    assert told(store) == {"Coffee": 30.30, "Tea": 30.30}


def test_copies_in_one_file_count_once_and_contradictions_are_refused(engine: Engine, store: Store) -> None:
    merged = bring(engine, [SALES[0], *SALES])
    assert (merged.inserted, merged.same) == (3, 1)
    with pytest.raises(Unclear, match="order_lines"):
        bring(engine, [Sale(9, 1.00, "Tea", "D"), Sale(9, 2.00, "Tea", "D")])
    assert told(store) == {"Coffee": 30.30, "Tea": 30.30}


def test_imports_are_undone_the_newest_first_and_once(engine: Engine, store: Store) -> None:
    bring(engine, SALES)
    bring(engine, [Sale(5, 99.00, "Tea", "A")], "replace")
    with pytest.raises(ImportConflict, match="undo 2 first"):
        undo_import(engine, 1)
    undone = undo_import(engine, 2)
    assert (undone.removed, undone.restored) == (1, 1)
    assert undo_import(engine, 1).removed == 3
    assert told(store) == {}, "names that no row has are gone, too"
    with pytest.raises(ImportConflict, match="undone already"):
        undo_import(engine, 1)
    with pytest.raises(NotFound, match="no import 3"):
        undo_import(engine, 3)


def test_the_history_says_what_was_brought(engine: Engine) -> None:
    brought = Brought("sales", "january.csv", "digest", json.dumps({"order_prefix": "J-"}))
    bring(engine, SALES, brought=brought)
    with writing(engine, brought, wait_seconds=60) as writer:
        assert writer.repeats == 1, "the very same file"
        take(writer, SALES)
    newest, oldest = list_imports(engine)
    assert (oldest.import_id, oldest.file_name, oldest.sha256, oldest.table) == (1, "january.csv", "digest", "sales")
    assert (oldest.rows_read, oldest.inserted, oldest.rejected) == (3, 3, 0)
    assert oldest.finished is not None
    assert oldest.started <= oldest.finished
    assert json.loads(newest.same_as) == {"1": 3}
    assert newest.data_version == oldest.data_version + 1
    assert last_options(engine, "january.csv") == brought.options
    assert last_options(engine, "february.csv") == ""


def test_a_store_does_not_grow_beyond_what_memory_may_hold(engine: Engine, store: Store) -> None:
    bring(engine, SALES, most_cells=4)
    with pytest.raises(InvalidInput, match=r"3 days \(2024-01-05 to 2024-01-07\) x 2 pairs of category and region"):
        bring(engine, [Sale(7, 1.00, "Tea", "D")], most_cells=4)
    assert told(store) == {"Coffee": 30.30, "Tea": 30.30}


def test_one_writer_at_a_time_while_others_read(engine: Engine, store: Store) -> None:
    bring(engine, SALES)
    with writing(engine, Brought("sales", "a.csv", "a"), wait_seconds=60) as writer:
        take(writer, [Sale(7, 1.00, "Tea", "D")])
        assert told(store) == {"Coffee": 30.30, "Tea": 30.30}, "not before all of it is there"
        with (
            pytest.raises(StoreUnavailable, match=r"locked by another program|another import is still at work"),
            reaching(),
            writing(engine, Brought("sales", "b.csv", "b"), wait_seconds=0.2),
        ):
            pass
    assert told(store) == {"Coffee": 30.30, "Tea": 31.30}


@pytest.fixture
def back_up_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Engine], Callable[[], object]]:
    """Makes a backup of a store; gives what brings it back."""

    def back_up_of(engine: Engine) -> Callable[[], object]:
        if engine.dialect.name == "sqlite":
            file, copy = sqlite_file(engine), tmp_path / "bi.backup"
            back_up(file, copy)
            return lambda: restore(copy, file, replace=True)
        server: Postgres = request.getfixturevalue("postgres")
        url = engine.url.render_as_string(hide_password=False)
        name = server.copy_of(url)  # as `pg_dump` and `pg_restore` would
        return lambda: server.replace(url, name)

    return back_up_of


def test_a_backup_comes_back_whole_under_an_open_store(
    engine: Engine, store: Store, back_up_of: Callable[[Engine], Callable[[], object]]
) -> None:
    bring(engine, SALES)
    bring_back = back_up_of(engine)
    bring(engine, [Sale(7, 1.00, "Cocoa", "D")])
    assert told(store) == {"Cocoa": 1.00, "Coffee": 30.30, "Tea": 30.30}
    bring_back()
    store.refresh()
    assert told(store) == {"Coffee": 30.30, "Tea": 30.30}
    bring(engine, [Sale(7, 2.00, "Tea", "D")])
    store.refresh()
    assert told(store) == {"Coffee": 30.30, "Tea": 32.30}


def test_rows_of_other_tools_are_seen(engine: Engine, store: Store) -> None:
    bring(engine, SALES)
    assert told(store) == {"Coffee": 30.30, "Tea": 30.30}
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sales_data (date, revenue, units_sold, product_category, region) "
            "VALUES ('2024-01-08 10:00:00', 1.5, 1, 'tea', 'North')"
        )
    assert store.refresh().row_count == 4
    assert told(store) == {"Coffee": 30.30, "Tea": 31.80}
