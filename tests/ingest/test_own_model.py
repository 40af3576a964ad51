"""Files for a store with dimensions and measures of its own model."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.ingest.importing import import_file
from bi_server.ingest.limits import Limits
from bi_server.ingest.options import ImportOptions, own_targets
from bi_server.ingest.result import ImportResult
from bi_server.semantic import read_model
from bi_server.store import following, migrate
from bi_server.store.engine import open_engine
from bi_server.store.store import Store

MODEL = "dimensions: {channel: {}, shop: {}}\nmeasures: {cost: {unit: money}}\n"
HEADER = "date,revenue,units_sold,category,region,order_id,shop"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    (tmp_path / "model.yaml").write_text(MODEL)
    engine = open_engine(f"sqlite:///{tmp_path}/bi.db", model=read_model(str(tmp_path / "model.yaml")))
    migrate.upgrade(engine)
    following.follow(engine)
    yield engine
    engine.dispose()


def bring(engine: Engine, folder: Path, rows: list[str], limits: Limits | None = None) -> ImportResult:
    file = folder / "rows.csv"
    file.write_text("\n".join([HEADER, *rows]))
    options = ImportOptions(own=own_targets(read_model(str(folder / "model.yaml"))))
    return import_file(engine, file, options, limits=limits or Limits())


def test_what_the_file_has_not_is_told(engine: Engine, tmp_path: Path) -> None:
    result = bring(engine, tmp_path, ["2024-01-01,5,1,Tea,North,A,Harbour"])
    assert "cost is 0 in every row, as the file has no such column" in result.understood.guessed
    assert "channel is (not set) in every row, as the file has no such column" in result.understood.guessed
    assert not any(told.startswith("shop") for told in result.understood.guessed)


def test_a_dimension_with_too_many_names_is_named(engine: Engine, tmp_path: Path) -> None:
    rows = [f"2024-01-{1 + i % 20:02},5,1,Tea,North,A{i},Shop {i}" for i in range(40)]
    with pytest.raises(InvalidInput, match=r"declare shop \(40 names\) as `wide: true` in the model, and migrate"):
        bring(engine, tmp_path, rows, Limits(cells=500))
    bring(engine, tmp_path, rows)
    store = Store(engine, most_cells=500)
    with pytest.raises(StoreUnavailable, match="declare a dimension with many names as `wide: true`"):
        store.refresh()
    store.close()
