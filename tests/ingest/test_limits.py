"""Small files that would take a store down are refused before anything is committed."""

import gzip
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
from sqlalchemy import Engine, func, select

from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.ingest.importing import import_file
from bi_server.ingest.limits import Limits
from bi_server.ingest.options import ImportOptions
from bi_server.store.imports import undo_import
from bi_server.store.store import Store
from bi_server.store.tables import sales_data

HEAD = "date,revenue,units_sold,product_category,region,customer_id,order_id\n"


def rows_held(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(sales_data)).scalar_one())


def stretched(path: Path) -> Path:
    """300 pairs of category and region, and two rows three hundred years apart."""
    lines = [f"2024-01-05,5,1,Category {i},North,C1,O{i}" for i in range(300)]
    lines += ["1900-01-01,5,1,Books,North,C1,first", "2200-12-31,5,1,Books,North,C1,last"]
    path.write_text(HEAD + "\n".join(lines) + "\n")
    return path


def test_a_file_may_not_stretch_the_store_beyond_memory(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"109,938 days .* x 301 pairs .*MAX_STORE_CELLS"):
        import_file(engine, stretched(tmp_path / "wide.csv"), ImportOptions(any_date=True))
    assert rows_held(engine) == 0
    with closing(Store(engine)) as store:
        assert store.refresh().is_empty


def test_a_store_that_is_too_large_says_so_and_is_mended_by_command(engine: Engine, tmp_path: Path) -> None:
    import_file(engine, stretched(tmp_path / "wide.csv"), ImportOptions(any_date=True), limits=Limits(cells=10**12))
    with closing(Store(engine)) as store:
        with pytest.raises(StoreUnavailable, match="bi-server imports"):
            store.refresh()
        undo_import(engine, 1)
        assert store.refresh().is_empty


def test_what_is_unpacked_is_bounded(engine: Engine, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.csv.gz"
    bomb.write_bytes(gzip.compress((HEAD + "2024-01-05,5,1,Books,North,C1,\n" * 200_000).encode()))
    assert bomb.stat().st_size < 50_000
    with pytest.raises(InvalidInput, match="MAX_UNPACKED_BYTES"):
        import_file(engine, bomb, ImportOptions(), limits=Limits(unpacked_bytes=1 << 20))
    with pytest.raises(InvalidInput, match="MAX_IMPORT_ROWS"):
        import_file(engine, bomb, ImportOptions(), limits=Limits(rows=100_000))
    assert rows_held(engine) == 0


@pytest.mark.parametrize("dictionary", [True, False])
def test_a_small_parquet_file_of_huge_texts_is_refused(engine: Engine, tmp_path: Path, dictionary: bool) -> None:
    path = tmp_path / "huge.parquet"
    count = 40
    table = pa.table(
        {
            "date": pa.array(["2024-01-05"] * count),
            "revenue": pa.array([5.0] * count),
            "units_sold": pa.array([1] * count),
            "product_category": pa.array(["x" * 2_000_000] * count, pa.large_string()).cast(pa.string()),
            "region": pa.array(["North"] * count),
        }
    )
    pyarrow.parquet.write_table(table, path, compression="zstd", use_dictionary=dictionary)
    assert path.stat().st_size < 400_000
    with pytest.raises(InvalidInput, match=r"product_category|bytes a row"):
        import_file(engine, path, ImportOptions())
    assert rows_held(engine) == 0
