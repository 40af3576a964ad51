"""How much was sold: pieces, and weights and measures with their fractions."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from tests.ingest.rows import HEADER, Importer

from bi_server.store import migrate, rollups
from bi_server.store.engine import open_engine
from bi_server.store.loading import load
from bi_server.store.selection import EVERYTHING

BY_WEIGHT = "2024-03-01,10,1.5,Fruit,North,,A1\n2024-03-02,20,0.250,Fruit,North,,A2\n2024-03-03,30,-2,Fruit,North,,A3\n"


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url)
    yield engine
    engine.dispose()


def units(engine: Engine) -> float:
    cube = load(engine)
    return cube.totals(EVERYTHING, [(cube.first_day, cube.last_day)])[0].units


def test_fractions_are_kept(bring: Importer, engine: Engine) -> None:
    result = bring(HEADER + BY_WEIGHT)
    assert (result.inserted, result.rejected) == (3, 0)
    assert result.understood.sums == {"revenue": 60.0, "units_sold": -0.25}
    assert units(engine) == -0.25
    with engine.connect() as connection:
        sold = connection.execute(text("SELECT units_sold FROM sales_data ORDER BY date")).scalars().all()
        assert sold == [1.5, 0.25, -2]
        assert rollups.verify(connection) == []
    again = bring(HEADER + BY_WEIGHT)
    assert (again.inserted, again.same) == (0, 3)


@pytest.mark.parametrize("written", ["0.3335", "1e-4"])
def test_what_is_finer_than_a_thousandth_is_not_cut(bring: Importer, engine: Engine, written: str) -> None:
    result = bring(HEADER + BY_WEIGHT + f"2024-03-04,30,{written},Fruit,North,,A4\n", max_rejects="1")
    assert (result.inserted, result.rejected) == (3, 1)
    assert "more than 3 decimals" in result.first_rejects[0].reason
    assert units(engine) == -0.25


def test_a_store_of_before_counts_on(bring: Importer, engine: Engine) -> None:
    bring(HEADER + "2024-03-01,10,3,Fruit,North,,A1\n")
    migrate.downgrade(engine, "0009")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT units FROM daily_rollup")).scalar_one() == 3
    migrate.upgrade(engine)
    bring(HEADER + "2024-03-01,10,1.5,Fruit,North,,A2\n")
    assert units(engine) == 4.5
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
