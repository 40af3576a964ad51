"""Site traffic: known by day, region and category; rows of one key are parts of a figure, or a mistake."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from tests.ingest.rows import HEADER, Importer

from bi_server.errors import InvalidInput
from bi_server.store import rollups
from bi_server.store.engine import open_engine
from bi_server.store.imports import undo_import

HEAD = "date,region,category,visits\n"
PARTS = """date,region,category,sessions,source
2024-03-01,North,Books,100,google
2024-03-01,North,Books,100,direct
2024-03-01,North,Toys,30,google
2024-03-02,North,Books,100,google
"""


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url)
    yield engine
    engine.dispose()


def visits(engine: Engine) -> int:
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
        return int(connection.execute(text("SELECT sum(visits) FROM daily_rollup")).scalar_one())


def test_traffic_is_known_by_day_region_and_category(bring: Importer, engine: Engine) -> None:
    first = bring(HEAD + "2024-03-01,north,Books,10\n2024-03-01,South,Books,-5\n", table="traffic")
    assert (first.inserted, first.rejected) == (1, 1)
    other = HEAD + "2024-03-01,North,books,30\n"
    with pytest.raises(InvalidInput, match=r"1 row of visits .*\(2024-03-01 north Books: visits 10 there, 30 here\)"):
        bring(other, table="traffic")
    with pytest.raises(InvalidInput, match="only orders have further lines"):
        bring(other, table="traffic", on_duplicate="append")
    second = bring(other, table="traffic", on_duplicate="replace")
    assert (second.updated, visits(engine)) == (1, 30)
    undo_import(engine, second.import_id)
    assert visits(engine) == 10


def test_parts_of_a_figure_are_added_up_when_told(bring: Importer, engine: Engine) -> None:
    # Equal numbers of two sources are no copies of each other.
    with pytest.raises(InvalidInput, match=r"^add_up: 1 row .*2024-03-01 North Books: source google and direct.*--add"):
        bring(PARTS, table="traffic")
    result = bring(PARTS, table="traffic", add_up=True)
    assert (result.rows_read, result.inserted, result.added_up, result.rejected) == (4, 3, 1, 0)
    assert (visits(engine), result.understood.sums) == (330, {"visits": 330})
    again = bring(PARTS, table="traffic", add_up=True)
    assert (again.same, again.added_up, visits(engine)) == (3, 1, 330)


def test_copies_of_a_row_count_once(bring: Importer, engine: Engine) -> None:
    result = bring(HEAD + "2024-03-01,North,Books,10\n" * 3, table="traffic")
    assert (result.inserted, result.same, visits(engine)) == (1, 2, 10)


def test_traffic_may_come_without_a_category_or_region(bring: Importer, engine: Engine) -> None:
    first = bring("date,region,visits\n2024-03-01,North,10\n2024-03-02,North,20\n", table="traffic")
    second = bring("date,region,category,visits\n2024-03-01,,Books,5\n2024-03-02,, ,7\n", table="traffic")
    again = bring("date,region,visits\n2024-03-01,north,30\n", table="traffic", on_duplicate="replace")
    assert (first.inserted, second.inserted, second.rejected, again.updated) == (2, 2, 0, 1)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT region, category, visits FROM site_traffic ORDER BY visits")).all()
    assert [tuple(row) for row in rows] == [("", "Books", 5), ("", "", 7), ("North", "", 20), ("North", "", 30)]
    assert visits(engine) == 62
    with pytest.raises(InvalidInput, match="blank"):
        bring(HEADER + "2024-03-01,1,1,,North,,\n")
    by_channel = "date,region,channel,visits\n2024-03-05,North,web,10\n2024-03-05,North,shop,20\n"
    with pytest.raises(InvalidInput, match=r"2024-03-05 North: visits 10 and 20.*map category=COLUMN"):
        bring(by_channel, table="traffic")  # one of the two would not be counted
