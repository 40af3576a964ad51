"""Rows that are there already, twice in a file, or lines of one order."""

import pytest
from sqlalchemy import Engine, text
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.errors import ImportConflict, InvalidInput, NotFound
from bi_server.ingest.history import list_imports, undo_import
from bi_server.store import rollups

FIRST = HEADER + "2024-03-01,1,1,Books,North,C1,A\n2024-03-01,2,1,Books,North,C2,B\n"
SECOND = HEADER + "2024-03-02,20,1,Toys,North,C2,B\n2024-03-01,3,1,Books,North,C3,C\n2024-03-01,4,1,Books,North,C3,C\n"


def revenue(engine: Engine) -> dict[str, int]:
    return {row[6]: row[1] for row in stored(engine)}


def test_skip_keeps_what_is_there_and_the_first_line(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    result = bring(SECOND)
    assert (result.inserted, result.updated, result.skipped) == (1, 0, 2)
    assert revenue(engine) == {"A": 100, "B": 200, "C": 300}


def test_replace_takes_the_last_line(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    result = bring(SECOND, on_duplicate="replace")
    assert (result.inserted, result.updated, result.skipped) == (1, 1, 1)
    assert revenue(engine) == {"A": 100, "B": 2000, "C": 400}
    unchanged = bring(SECOND, on_duplicate="replace")
    assert (unchanged.inserted, unchanged.updated, unchanged.skipped) == (0, 0, 3)


def test_fail_names_the_rows_and_changes_nothing(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    with pytest.raises(InvalidInput, match=r"\(B, C\); nothing was imported"):
        bring(SECOND, on_duplicate="fail")
    assert revenue(engine) == {"A": 100, "B": 200}
    assert len(list_imports(engine)) == 1


def test_a_dry_run_tells_and_changes_nothing(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    result = bring(SECOND, on_duplicate="replace", dry_run=True)
    assert (result.import_id, result.inserted, result.updated, result.skipped) == (0, 1, 1, 1)
    assert revenue(engine) == {"A": 100, "B": 200}
    assert result.data_version == bring(FIRST, dry_run=True).data_version == 1


def test_undo_brings_back_what_was_replaced(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    bring(SECOND, on_duplicate="replace")
    with pytest.raises(ImportConflict, match="undo 2 first"):
        undo_import(engine, 1)
    undone = undo_import(engine, 2)
    assert (undone.removed, undone.restored) == (2, 1)
    assert revenue(engine) == {"A": 100, "B": 200}
    with pytest.raises(ImportConflict, match="undone already"):
        undo_import(engine, 2)
    with pytest.raises(NotFound, match="no import 9"):
        undo_import(engine, 9)
    undo_import(engine, 1)
    assert stored(engine) == []


def test_rows_without_order_id_need_consent_to_come_twice(bring: Importer, engine: Engine) -> None:
    file = HEADER + "2024-03-01,1,1,Books,North,,\n2024-03-01,1,1,Books,North,,\n"
    assert bring(file).inserted == 2
    with pytest.raises(InvalidInput, match="is import 1 already"):
        bring(file)
    assert len(stored(engine)) == 2
    assert bring(file, again=True).inserted == 2
    undo_import(engine, 1)
    undo_import(engine, 2)
    assert bring(file).inserted == 2, "what was undone may come again"


def test_lines_of_one_order(bring: Importer, engine: Engine) -> None:
    lines = "2024-03-01,1,1,Books,North,C,A\n2024-03-01,2,1,Toys,North,C,B\n2024-03-01,3,1,Toys,North,C,A\n"
    bring(HEADER + lines, order_lines=True)
    assert [(row[6], row[7]) for row in stored(engine)] == [("A", 1), ("A/2", 2), ("B", 1)]
    longer = bring(HEADER + lines + "2024-03-02,4,1,Toys,North,C,A\n", order_lines=True)
    assert (longer.inserted, longer.skipped) == (1, 3)
    assert revenue(engine) == {"A": 100, "A/2": 300, "A/3": 400, "B": 200}
    with engine.connect() as connection:
        assert connection.execute(text("SELECT sum(orders) FROM daily_rollup")).scalar() == 2


def test_replacing_an_order_removes_the_lines_it_no_longer_has(bring: Importer, engine: Engine) -> None:
    lines = [f"2024-03-0{day},{day},1,Toys,North,C,{order}\n" for order in "AB" for day in (1, 2, 3)]
    bring(HEADER + "".join(lines), order_lines=True)
    without_id = "2024-03-09,0,1,Toys,North,C,\n"
    shorter = HEADER + without_id + lines[0] + lines[3].replace(",1,1,", ",5,1,") + "2024-03-02,x,1,Toys,North,C,B\n"
    result = bring(shorter, order_lines=True, on_duplicate="replace")
    assert (result.inserted, result.updated, result.skipped, result.rejected, result.removed) == (1, 1, 1, 1, 3)
    # The second line of B is in the file, though it cannot be read: what the store has of it stays.
    assert {order: cents for order, cents in revenue(engine).items() if order} == {"A": 100, "B": 500, "B/2": 200}
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
    undo_import(engine, result.import_id)
    assert revenue(engine) == {"A": 100, "A/2": 200, "A/3": 300, "B": 100, "B/2": 200, "B/3": 300}
    with engine.connect() as connection:
        assert rollups.verify(connection) == []


def test_a_rejected_line_keeps_its_number(bring: Importer, engine: Engine) -> None:
    lines = "2024-03-01,1,1,Books,North,C,A\n2024-03-01,x,1,Toys,North,C,A\n2024-03-01,3,1,Toys,North,C,A\n"
    assert bring(HEADER + lines, order_lines=True).rejected == 1
    assert bring(HEADER + lines.replace("x", "2"), order_lines=True).inserted == 1
    assert revenue(engine) == {"A": 100, "A/2": 200, "A/3": 300}
    assert bring(HEADER + "2024-03-01,1,1,Books,North,C,Z/2\n", order_lines=True).rejected == 1


def test_traffic_is_known_by_day_region_and_category(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    header = "date,region,category,visits\n"
    first = bring(header + "2024-03-01,north,Books,10\n2024-03-01,South,Books,-5\n", table="traffic")
    assert (first.inserted, first.rejected) == (1, 1)
    second = bring(header + "2024-03-01,North,books,30\n", table="traffic", on_duplicate="replace")
    assert second.updated == 1
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
        assert connection.execute(text("SELECT sum(visits) FROM daily_rollup")).scalar() == 30
    undo_import(engine, second.import_id)
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
        assert connection.execute(text("SELECT sum(visits) FROM daily_rollup")).scalar() == 10


def test_traffic_may_come_without_a_category_or_region(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    first = bring("date,region,visits\n2024-03-01,North,10\n2024-03-02,North,20\n", table="traffic")
    second = bring("date,region,category,visits\n2024-03-01,,Books,5\n2024-03-02,, ,7\n", table="traffic")
    again = bring("date,region,visits\n2024-03-01,north,30\n", table="traffic", on_duplicate="replace")
    assert (first.inserted, second.inserted, second.rejected, again.updated) == (2, 2, 0, 1)
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
        rows = connection.execute(text("SELECT region, category, visits FROM site_traffic ORDER BY visits")).all()
    assert [tuple(row) for row in rows] == [("", "Books", 5), ("", "", 7), ("North", "", 20), ("North", "", 30)]
    assert bring("date,revenue,units_sold,product_category,region\n2024-03-01,1,1,,North\n").rejected == 1
    by_channel = "date,region,channel,visits\n2024-03-05,North,web,10\n2024-03-05,North,shop,20\n"
    with pytest.raises(InvalidInput, match="2024-03-05 North comes several times without a region or category"):
        bring(by_channel, table="traffic")  # one of the two would not be counted


def test_verify_names_what_differs_and_rebuild_mends_it(bring: Importer, engine: Engine) -> None:
    bring(FIRST)
    with engine.begin() as connection:
        connection.execute(text("UPDATE daily_rollup SET revenue_cents = 7, customers = x''"))
        found = rollups.verify(connection)
    assert [(d.category, d.region, str(d.day), d.measure, d.stored, d.fresh) for d in found] == [
        ("Books", "North", "2024-03-01", "revenue_cents", 7, 300),
        ("Books", "North", "2024-03-01", "customers", 0, 2),
    ]
    with engine.execution_options(writes=True).begin() as connection:
        rollups.rebuild(connection)
    assert revenue(engine) == {"A": 100, "B": 200}
