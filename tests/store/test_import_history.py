"""Any sequence of import, replace and undo leaves what a plain dictionary says, and the sums as the rows say."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from bi_server.errors import ImportConflict
from bi_server.ingest.history import list_imports, undo_import
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions, OnDuplicate
from bi_server.ingest.result import ImportResult
from bi_server.store import rollups
from bi_server.store.cube import Cube
from bi_server.store.loading import load
from bi_server.store.tables import sales_data

Sale = tuple[str, str, str, str, str, str]  # date, cents, category, region, customer, order id


@dataclass
class Model:
    """What the store should hold, kept by loops over dictionaries."""

    rows: dict[str, tuple[Sale, int]] = field(default_factory=dict)  # by order id: the row and its import
    without_id: list[tuple[Sale, int]] = field(default_factory=list)
    replaced: list[tuple[int, tuple[Sale, int]]] = field(default_factory=list)

    def bring(self, number: int, sales: list[Sale], replace: bool) -> tuple[int, int]:
        """Returns how many rows were inserted and updated."""
        told: dict[str, Sale] = {}
        before, aside = len(self.rows) + len(self.without_id), len(self.replaced)
        for sale in sales:
            if not sale[5]:
                self.without_id.append((sale, number))
            elif replace or sale[5] not in told:
                told[sale[5]] = sale
        for order, sale in told.items():
            if order in self.rows:
                if not replace or self.rows[order][0] == sale:
                    continue
                self.replaced.append((number, self.rows[order]))
            self.rows[order] = (sale, number)
        return len(self.rows) + len(self.without_id) - before, len(self.replaced) - aside

    def undo(self, number: int) -> bool:
        if any(owner == number for _, (_, owner) in self.replaced):
            return False
        self.rows = {order: entry for order, entry in self.rows.items() if entry[1] != number}
        self.without_id = [entry for entry in self.without_id if entry[1] != number]
        for by, entry in self.replaced:
            if by == number:
                self.rows[entry[0][5]] = entry
        self.replaced = [pair for pair in self.replaced if pair[0] != number]
        return True

    def held(self) -> list[Sale]:
        return sorted(sale for sale, _ in [*self.rows.values(), *self.without_id])


sales = st.tuples(
    st.sampled_from(["2024-01-01 00:00:00", "2024-01-01 18:30:00", "2024-01-02 09:00:00", "2024-03-05 00:00:00"]),
    st.integers(-500, 5000).map(str),
    st.sampled_from(["Books", "Toys"]),
    st.sampled_from(["North", "South"]),
    st.sampled_from(["", "c1", "c2", "c3"]),
    st.sampled_from(["", "o1", "o2", "o3", "o4", "o5"]),
)
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["skip", "replace"]), st.lists(sales, min_size=1, max_size=6)),
        st.tuples(st.just("undo"), st.integers(1, 5)),
    ),
    min_size=1,
    max_size=7,
)
Step = tuple[str, list[Sale] | int]


def test_any_sequence_of_imports_and_undos(engine: Engine, tmp_path: Path) -> None:
    @settings(
        max_examples=60 if engine.dialect.name == "sqlite" else 15,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(steps)
    def holds(sequence: list[Step]) -> None:
        with engine.execution_options(writes=True).begin() as connection:
            rollups.clear(connection)
        _follow(engine, tmp_path / "file.csv", sequence)

    holds()


def _follow(engine: Engine, path: Path, sequence: list[Step]) -> None:
    model, numbers = Model(), [record.import_id for record in list_imports(engine)]
    cube = load(engine)
    for kind, what in sequence:
        if isinstance(what, int):
            if what > len(numbers):
                continue
            number = numbers.pop(what - 1)
            if model.undo(number):
                undo_import(engine, number)
            else:
                with pytest.raises(ImportConflict, match="undo"):
                    undo_import(engine, number)
                numbers.append(number)
        else:
            mode: OnDuplicate = "replace" if kind == "replace" else "skip"
            result = _import(engine, path, what, mode)
            numbers.append(result.import_id)
            assert model.bring(numbers[-1], what, mode == "replace") == (result.inserted, result.updated)
        with engine.connect() as connection:
            assert _held(engine) == model.held()
            assert rollups.verify(connection) == []
        cube = load(engine, cube)
        _assert_equal(cube, load(engine))


def _import(engine: Engine, path: Path, rows: list[Sale], mode: OnDuplicate) -> ImportResult:
    lines = [f"{d},{int(cents) / 100},1,{c},{r},{k},{o}" for d, cents, c, r, k, o in rows]
    path.write_text("date,revenue,units_sold,product_category,region,customer_id,order_id\n" + "\n".join(lines))
    result = import_file(engine, path, ImportOptions(on_duplicate=mode, again=True))
    assert result.rows_read == len(rows) == result.inserted + result.updated + result.skipped
    return result


def _held(engine: Engine) -> list[Sale]:
    with engine.connect() as connection:
        rows = connection.execute(select(sales_data)).all()
    return sorted(
        (str(r.date), str(round(r.revenue * 100)), r.product_category, r.region, r.customer_id or "", r.order_id or "")
        for r in rows
    )


def _assert_equal(left: Cube, right: Cube) -> None:
    assert (left.categories, left.regions, left.first_day, left.last_day) == (
        right.categories,
        right.regions,
        right.first_day,
        right.last_day,
    )
    assert left.last_complete_day == right.last_complete_day
    np.testing.assert_array_equal(left.running, right.running)
    for chosen in (None, np.arange(len(left.category_of)) % 2 == 0):
        ranges = [(left.first_day, left.last_day), (left.last_day, left.last_day)]
        visits = [cube.customers.visits(chosen) for cube in (left, right)]
        assert len({tuple(known.distinct(*span) for span in ranges) for known in visits}) == 1
