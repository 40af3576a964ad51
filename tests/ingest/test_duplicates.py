"""Rows that are there already, twice in a file, or lines of one order: on both databases."""

import gzip
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text, update
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.errors import ImportConflict, InvalidInput, NotFound
from bi_server.store import rollups
from bi_server.store.engine import open_engine
from bi_server.store.imports import list_imports, undo_import
from bi_server.store.tables import daily_rollup

FIRST = HEADER + "2024-03-01,1,1,Books,North,C1,A\n2024-03-01,2,1,Books,North,C2,B\n"
SECOND = HEADER + "2024-03-02,20,1,Toys,North,C2,B\n2024-03-01,3,1,Books,North,C3,C\n2024-03-01,3,1,Books,North,C3,C\n"


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url)
    yield engine
    engine.dispose()


def revenue(engine: Engine) -> dict[tuple[str, int], int]:
    """Cents by order and line."""
    return {(row[6], row[7]): row[1] for row in stored(engine)}


def orders(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT sum(orders) FROM daily_rollup")).scalar_one())


def test_what_the_store_has_otherwise_is_refused_unless_told(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    with pytest.raises(InvalidInput, match=r"1 row of orders .*order B: date 2024-03-01 there, 2024-03-02 here, rev"):
        bring(SECOND)
    assert revenue(engine) == {("A", 1): 100, ("B", 1): 200}
    assert len(list_imports(engine)) == 1


def test_skip_keeps_what_is_there_and_counts_what_differs(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    result = bring(SECOND, on_duplicate="skip")
    assert (result.inserted, result.updated, result.skipped, result.same) == (1, 0, 2, 1)
    assert revenue(engine) == {("A", 1): 100, ("B", 1): 200, ("C", 1): 300}


def test_replace_takes_the_row_of_the_file(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    result = bring(SECOND, on_duplicate="replace")
    assert (result.inserted, result.updated, result.skipped, result.same) == (1, 1, 1, 1)
    assert revenue(engine) == {("A", 1): 100, ("B", 1): 2000, ("C", 1): 300}
    for mode in ("replace", "fail", "skip", "append"):
        unchanged = bring(SECOND, on_duplicate=mode)
        assert (unchanged.inserted, unchanged.updated, unchanged.same) == (0, 0, 3), mode


@pytest.mark.parametrize("mode", ["fail", "skip", "replace", "append"])
@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (["2024-03-01,200,2,Furniture,South,C1,A,x", "2024-03-01,700,3,Technology,South,C1,A,y"], "revenue 200.0 and"),
        # Two products at the same price: they agree in all columns that are imported.
        (["2024-03-01,10,1,Books,North,C1,A,blue", "2024-03-01,10,1,Books,North,C1,A,red"], "colour blue and red"),
    ],
)
def test_rows_of_one_order_are_no_duplicates(
    bring: Importer, engine: Engine, mode: str, rows: list[str], named: str
) -> None:
    file = HEADER.strip() + ",colour\n" + "\n".join(rows)
    with pytest.raises(InvalidInput, match=rf"^order_lines: 1 row .*order A: .*{named}.*--order-lines"):
        bring(file, on_duplicate=mode)
    assert stored(engine) == []
    assert bring(file, order_lines=True).inserted == 2
    assert orders(engine) == 1


def test_copies_within_the_file_count_once(bring: Importer, engine: Engine) -> None:
    result = bring(FIRST + FIRST.removeprefix(HEADER))
    assert (result.inserted, result.skipped, result.same) == (2, 2, 2)
    assert revenue(engine) == {("A", 1): 100, ("B", 1): 200}


def test_a_dry_run_tells_and_changes_nothing(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    result = bring(SECOND, on_duplicate="replace", dry_run=True)
    assert (result.import_id, result.inserted, result.updated, result.skipped) == (0, 1, 1, 1)
    assert revenue(engine) == {("A", 1): 100, ("B", 1): 200}
    assert result.data_version == bring(FIRST, dry_run=True).data_version == 1


def test_undo_brings_back_what_was_replaced(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    bring(SECOND, on_duplicate="replace")
    with pytest.raises(ImportConflict, match="undo 2 first"):
        undo_import(engine, 1)
    undone = undo_import(engine, 2)
    assert (undone.removed, undone.restored) == (2, 1)
    assert revenue(engine) == {("A", 1): 100, ("B", 1): 200}
    with pytest.raises(ImportConflict, match="undone already"):
        undo_import(engine, 2)
    with pytest.raises(NotFound, match="no import 9"):
        undo_import(engine, 9)
    undo_import(engine, 1)
    assert stored(engine) == []


def test_undo_says_which_later_imports_it_takes_rows_from(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    bring(FIRST + "2024-03-02,3,1,Books,North,C3,C\n")
    bring(FIRST.replace(",2,1,", ",5,1,"), on_duplicate="skip")
    assert undo_import(engine, 1).taken_along == {2: 2, 3: 2}
    assert revenue(engine) == {("C", 1): 300}


NO_IDS = "".join(f"2024-03-0{1 + i % 3},{1 + i % 2},1,Books,North,{'C1' if i % 5 else ''},\n" for i in range(30))


def test_rows_without_order_id_are_known_by_their_contents(bring: Importer, engine: Engine) -> None:
    file = HEADER + NO_IDS
    first = bring(file)
    assert (first.inserted, first.understood.without_order_id) == (30, 30)
    longer = file + "2024-03-01,1,1,Books,North,C1,\n"
    for copy in (file, file.replace("\n", "\r\n"), "\ufeff" + file, gzip.compress(file.encode()), longer):
        with pytest.raises(InvalidInput, match=r"30 rows without order id are in the store already.*\(import 1\)"):
            bring(copy)
    assert len(stored(engine)) == 30
    assert (bring(longer, on_duplicate="skip").inserted, bring(file, again=True).inserted) == (1, 30)
    assert len(stored(engine)) == 61
    for record in list_imports(engine):
        undo_import(engine, record.import_id)
    assert bring(file).inserted == 30, "what was undone may come again"


def test_sales_that_look_alike_on_other_days_are_new(bring: Importer, engine: Engine) -> None:
    bring(HEADER + NO_IDS)
    assert bring(HEADER + NO_IDS.replace("2024-03-", "2024-04-")).inserted == 30
    assert len(stored(engine)) == 60


def test_lines_of_one_order(bring: Importer, engine: Engine) -> None:
    lines = "2024-03-01,1,1,Books,North,C,A\n2024-03-01,2,1,Toys,North,C,B\n2024-03-01,3,1,Toys,North,C,A\n"
    bring(HEADER + lines, order_lines=True)
    assert sorted(revenue(engine)) == [("A", 1), ("A", 2), ("B", 1)]
    longer = bring(HEADER + lines + "2024-03-02,4,1,Toys,North,C,A\n", order_lines=True)
    assert (longer.inserted, longer.appended, longer.same) == (1, 1, 3)
    assert revenue(engine) == {("A", 1): 100, ("A", 2): 300, ("A", 3): 400, ("B", 1): 200}
    assert orders(engine) == 2
    turned = HEADER + "".join(reversed(lines.splitlines(keepends=True)))
    assert bring(turned, order_lines=True).same == 3, "the order of the lines is no difference"


def test_ids_may_look_like_numbered_lines(bring: Importer, engine: Engine) -> None:
    ids = ["INV/2024/1", "INV/2024/1", "INV/2024", "INV/2024", "INV/2024/2"]
    file = HEADER + "".join(f"2024-03-01,{i + 1},1,Books,North,C,{order}\n" for i, order in enumerate(ids))
    assert bring(file, order_lines=True).inserted == 5
    assert orders(engine) == 3
    assert bring(file, order_lines=True).same == 5


MONTH = HEADER + "2024-03-31,100,1,Books,North,C1,A1\n2024-03-31,50,1,Toys,North,C1,A1\n"
NEXT = HEADER + "2024-04-02,-50,-1,Toys,North,C1,A1\n2024-04-02,70,1,Books,North,C3,A3\n"


def test_monthly_files_add_up(bring: Importer, engine: Engine) -> None:
    bring(MONTH, order_lines=True)
    with pytest.raises(InvalidInput, match="append them"):
        bring(NEXT, order_lines=True)
    with pytest.raises(InvalidInput, match=r"1 order would be replaced by nothing but refunds.*A1.*append"):
        bring(NEXT, order_lines=True, on_duplicate="replace")
    added = bring(NEXT, order_lines=True, on_duplicate="append")
    assert (added.inserted, added.appended) == (2, 1)
    assert revenue(engine) == {("A1", 1): 10000, ("A1", 2): 5000, ("A1", 3): -5000, ("A3", 1): 7000}
    assert orders(engine) == 2
    for file in (MONTH, NEXT, MONTH + NEXT.removeprefix(HEADER)):
        again = bring(file, order_lines=True, on_duplicate="append")
        assert (again.inserted, again.skipped) == (0, again.rows_read)
    last = added.import_id
    with pytest.raises(
        ImportConflict, match=f"import {last} has further lines of orders of import 1; undo {last} first"
    ):
        undo_import(engine, 1)
    undo_import(engine, last)
    assert revenue(engine) == {("A1", 1): 10000, ("A1", 2): 5000}


def test_replacing_an_order_removes_the_lines_it_no_longer_has(bring: Importer, engine: Engine) -> None:
    lines = [f"2024-03-0{day},{day},1,Toys,North,C,{order}\n" for order in "AB" for day in (1, 2, 3)]
    bring(HEADER + "".join(lines), order_lines=True)
    without_id = "2024-03-09,0,1,Toys,North,C,\n"
    shorter = HEADER + without_id + lines[0] + lines[3].replace(",1,1,", ",5,1,") + "2024-03-02,x,1,Toys,North,C,B\n"
    result = bring(shorter, order_lines=True, on_duplicate="replace")
    assert (result.inserted, result.updated, result.skipped, result.rejected, result.removed) == (1, 1, 1, 1, 3)
    # The second line of B is in the file, though it cannot be read: what the store has of it stays.
    known = {order: cents for order, cents in revenue(engine).items() if order[0]}
    assert known == {("A", 1): 100, ("B", 1): 500, ("B", 2): 200}
    undo_import(engine, result.import_id)
    assert revenue(engine) == {(order, line): 100 * line for order in "AB" for line in (1, 2, 3)}


def test_replacing_without_lines_replaces_the_whole_order(bring: Importer, engine: Engine) -> None:
    bring(MONTH, order_lines=True)
    result = bring(HEADER + "2024-03-31,120,1,Books,North,C1,A1\n", on_duplicate="replace")
    assert (result.updated, result.removed) == (1, 1)
    assert revenue(engine) == {("A1", 1): 12000}


def test_a_rejected_line_keeps_its_number(bring: Importer, engine: Engine) -> None:
    lines = "2024-03-01,1,1,Books,North,C,A\n2024-03-01,x,1,Toys,North,C,A\n2024-03-01,3,1,Toys,North,C,A\n"
    assert bring(HEADER + lines, order_lines=True).rejected == 1
    assert bring(HEADER + lines.replace("x", "2"), order_lines=True).inserted == 1
    assert revenue(engine) == {("A", 1): 100, ("A", 2): 200, ("A", 3): 300}


def test_ids_that_begin_anew_are_told_apart_by_a_prefix(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    clash = FIRST.replace("2024-", "2025-")
    with pytest.raises(InvalidInput, match=r"2 rows of orders .*--order-prefix"):
        bring(clash)
    assert bring(clash, order_prefix="2025-").inserted == 2
    assert sorted(revenue(engine)) == [("2025-A", 1), ("2025-B", 1), ("A", 1), ("B", 1)]


def test_verify_names_what_differs_and_rebuild_mends_it(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    with engine.begin() as connection:
        connection.execute(update(daily_rollup).values(revenue_cents=7, customers=b""))
        found = rollups.verify(connection)
    assert [(*d.segment, str(d.day), d.measure, d.stored, d.fresh) for d in found] == [
        ("Books", "North", "2024-03-01", "revenue_cents", 7, 300),
        ("Books", "North", "2024-03-01", "customers", 0, 2),
    ]
    with engine.execution_options(writes=True).begin() as connection:
        rollups.rebuild(connection)
    assert revenue(engine) == {("A", 1): 100, ("B", 1): 200}
