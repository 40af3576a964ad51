"""Any imports, in every mode, and undoing them leave what plain lists say, and the sums as the rows say."""

from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from tests.thoroughness import examples

from bi_server.errors import ImportConflict, InvalidInput
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store import rollups
from bi_server.store.cube import Cube
from bi_server.store.imports import list_imports, undo_import
from bi_server.store.loading import load
from bi_server.store.tables import sales_data
from bi_server.store.writer.rows import OnDuplicate

Sale = tuple[str, str, str, str, str, str]  # date, cents, category, region, customer, order id


class Refused(Exception):
    """The import is not to be taken."""


@dataclass
class Row:
    sale: Sale
    line: int
    owner: int  # the import that brought it


@dataclass
class Model:
    """What the store should hold, kept by loops over lists."""

    rows: list[Row] = field(default_factory=list)
    replaced: list[tuple[int, Row]] = field(default_factory=list)

    def bring(self, number: int, sales: list[Sale], mode: str, lines: bool, again: bool) -> dict[str, int]:
        """Returns how many rows became what."""
        fresh, same = self._numbered(number, sales, lines)
        told = {order: sum(row.sale[5] == order for row in fresh) for order in {row.sale[5] for row in fresh}}
        known = list(self.rows)
        pairs = [(new, old) for new in fresh for old in known if new.sale == old.sale]
        matched: list[tuple[Row, Row]] = []
        for has_order, by_number in ((True, True), (True, False), (False, False)):
            if (has_order and not by_number and mode == "replace") or (not has_order and again):
                continue
            for new, old in pairs:
                fits = bool(new.sale[5]) == has_order and (new.line == old.line or not by_number)
                if fits and all(new is not a and old is not b for a, b in matched):
                    matched.append((new, old))
        same += len(matched)
        left = [row for row in fresh if all(row is not new for new, _ in matched)]
        open_orders = {row.sale[5] for row in known if row.sale[5] and all(row is not old for _, old in matched)}
        conflicts = [row for row in left if row.sale[5] in open_orders]
        if mode == "fail" and (conflicts or any(not new.sale[5] for new, _ in matched)):
            raise Refused
        if mode == "replace":
            updated, removed = self._replace(number, left, fresh, matched, told)
            self.rows += left
            return {
                "inserted": len(left) - updated,
                "updated": updated,
                "removed": removed,
                "same": same,
                "skipped": same,
            }
        if mode == "skip":
            left = [row for row in left if all(row is not other for other in conflicts)]
        skipped = same + (len(conflicts) if mode == "skip" else 0)
        appended = sum(row.sale[5] in {old.sale[5] for old in known if old.sale[5]} for row in left)
        self._number_on(left, known)
        self.rows += left
        return {"inserted": len(left), "appended": appended, "same": same, "skipped": skipped}

    def _numbered(self, number: int, sales: list[Sale], lines: bool) -> tuple[list[Row], int]:
        fresh: list[Row] = []
        copies = 0
        for sale in sales:
            before = [row for row in fresh if sale[5] and row.sale[5] == sale[5]]
            if before and not lines:
                if before[0].sale != sale:
                    raise Refused
                copies += 1
            else:
                fresh.append(Row(sale, len(before) + 1, number))
        return fresh, copies

    def _replace(
        self, number: int, left: list[Row], fresh: list[Row], matched: list[tuple[Row, Row]], told: dict[str, int]
    ) -> tuple[int, int]:
        for order in {row.sale[5] for row in left if row.sale[5]}:
            mine, theirs = ([row for row in rows if row.sale[5] == order] for rows in (fresh, self.rows))
            if not theirs or any(new.sale[5] == order for new, _ in matched):
                continue
            refunds = max(int(row.sale[1]) for row in mine) < 0 < max(int(row.sale[1]) for row in theirs)
            later = min(row.sale[0][:10] for row in mine) > max(row.sale[0][:10] for row in theirs)
            if refunds or (later and len(mine) < len(theirs)):
                raise Refused
        gone = [row for row in self.rows if row.sale[5] in told and row.sale[5] and row.line > told[row.sale[5]]]
        keys = {(row.sale[5], row.line) for row in left if row.sale[5]}
        taken = [row for row in self.rows if (row.sale[5], row.line) in keys]
        self.replaced += [(number, row) for row in [*gone, *taken]]
        self.rows = [row for row in self.rows if all(row is not other for other in [*gone, *taken])]
        return len(taken), len(gone)

    def _number_on(self, left: list[Row], known: list[Row]) -> None:
        last: dict[str, int] = {}
        for row in [*left, *known]:
            last[row.sale[5]] = max(last.get(row.sale[5], 0), row.line)
        keys = {(row.sale[5], row.line) for row in known if row.sale[5]}
        for row in left:
            if (row.sale[5], row.line) in keys:
                last[row.sale[5]] += 1
                row.line = last[row.sale[5]]

    def undo(self, number: int) -> bool:
        if any(row.owner == number for _, row in self.replaced):
            return False
        back = [row for by, row in self.replaced if by == number]
        mine = [row for row in self.rows if row.owner == number]
        orders = {row.sale[5] for row in [*mine, *back] if row.sale[5]}
        if any(row.owner > number and row.sale[5] in orders for row in self.rows):
            return False
        self.rows = [row for row in self.rows if row.owner != number] + back
        self.replaced = [pair for pair in self.replaced if pair[0] != number]
        return True

    def held(self) -> list[tuple[Sale, int]]:
        return sorted((row.sale, row.line) for row in self.rows)


sales = st.tuples(
    st.sampled_from(["2024-01-01 00:00:00", "2024-01-01 18:30:00", "2024-01-02 09:00:00", "2024-03-05 00:00:00"]),
    st.sampled_from(["-500", "700", "700", "1000"]),
    st.sampled_from(["Books", "Books", "Toys"]),
    st.sampled_from(["North", "South"]),
    st.sampled_from(["", "c1", "c2"]),
    st.sampled_from(["", "o1", "o1", "o2", "o3/2"]),
)
files = st.lists(sales, min_size=1, max_size=6)
Step = tuple[str, list[Sale] | int, bool, bool]  # a mode and a file, lines of orders?, again?; or an undo of the nth
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["fail", "skip", "replace", "append"]), files, st.booleans(), st.booleans()),
        st.tuples(st.just("undo"), st.integers(1, 5), st.booleans(), st.booleans()),
        # The file of an earlier step once more, or a part of it.
        st.tuples(
            st.sampled_from(["fail", "skip", "replace", "append"]), st.integers(1, 5), st.booleans(), st.just(False)
        ),
    ),
    min_size=1,
    max_size=8,
)


def test_any_sequence_of_imports_and_undos(engine: Engine, tmp_path: Path) -> None:
    @settings(
        max_examples=examples(25, 60) if engine.dialect.name == "sqlite" else examples(8, 15),
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
    brought: list[list[Sale]] = []
    cube = load(engine)
    for kind, what, lines, again in sequence:
        if kind == "undo":
            assert isinstance(what, int)
            if what <= len(numbers):
                _undo(engine, model, numbers, what)
        else:
            if isinstance(what, int):
                if what > len(brought):
                    continue
                what = brought[what - 1]
            brought.append(what)
            mode: OnDuplicate = kind  # type: ignore[assignment]  # one of those sampled
            _bring(engine, path, model, numbers, what, ImportOptions(on_duplicate=mode, order_lines=lines, again=again))
        with engine.connect() as connection:
            assert _held(engine) == model.held()
            assert rollups.verify(connection) == []
        cube = load(engine, cube)
        _assert_equal(cube, load(engine))


def _bring(
    engine: Engine, path: Path, model: Model, numbers: list[int], rows: list[Sale], options: ImportOptions
) -> None:
    lines = [f"{d},{int(cents) / 100},1,{c},{r},{k},{o}" for d, cents, c, r, k, o in rows]
    path.write_text("date,revenue,units_sold,product_category,region,customer_id,order_id\n" + "\n".join(lines))
    before = deepcopy(model)
    try:
        result = import_file(engine, path, options)
    except InvalidInput:
        with pytest.raises(Refused):
            model.bring(0, rows, options.on_duplicate, options.order_lines, options.again)
        model.rows, model.replaced = before.rows, before.replaced
        return
    numbers.append(result.import_id)
    counts = model.bring(result.import_id, rows, options.on_duplicate, options.order_lines, options.again)
    assert {name: getattr(result, name) for name in counts} == counts
    assert result.rows_read == len(rows) == result.inserted + result.updated + result.skipped
    assert result.understood.sums["revenue"] == sum(int(row[1]) for row in rows) / 100


def _undo(engine: Engine, model: Model, numbers: list[int], nth: int) -> None:
    number = numbers.pop(nth - 1)
    if model.undo(number):
        undo_import(engine, number)
    else:
        with pytest.raises(ImportConflict, match="undo"):
            undo_import(engine, number)
        numbers.append(number)


def _held(engine: Engine) -> list[tuple[Sale, int]]:
    with engine.connect() as connection:
        rows = connection.execute(select(sales_data)).all()
    return sorted(
        (
            (
                str(r.date),
                str(round(r.revenue * 100)),
                r.product_category,
                r.region,
                r.customer_id or "",
                r.order_id or "",
            ),
            r.order_line,
        )
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
    for chosen in (None, np.arange(left.places.shape[1]) % 2 == 0):
        ranges = [(left.first_day, left.last_day), (left.last_day, left.last_day)]
        visits = [cube.customers.visits(chosen) for cube in (left, right)]
        assert len({tuple(known.distinct(*span) for span in ranges) for known in visits}) == 1
