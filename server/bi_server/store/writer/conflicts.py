"""Staged rows that contradict what the store has of the same order (or the same day of traffic)."""

from collections import Counter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, or_, select

from bi_server.errors import InvalidInput
from bi_server.questions import Change, Unclear, unclear
from bi_server.store.writer.layouts import Layout, equal, execute_counted
from bi_server.store.writer.matching import Matches
from bi_server.store.writer.words import differences, plural


class Conflicts:
    """A row contradicts the store where its order has rows there that the file does not confirm.

    Where it confirms all of them, what it has besides are further lines.
    """

    def __init__(self, connection: Connection, layout: Layout, stage: Table, matches: Matches) -> None:
        self._connection = connection
        self._layout = layout
        self._stage = stage
        self._matches = matches

    def _contradicts(self) -> ColumnElement[bool]:
        rows = self._layout.table
        others = select(rows.c.id).where(equal(rows, self._stage, self._layout.group), self._matches.unmatched(rows))
        return and_(self._matches.left_over(), others.exists())

    def refuse(self, copies: int) -> None:
        """Raises InvalidInput where there is any, or where rows without order id are there already (`copies`)."""
        stage, rows, group = self._stage, self._layout.table, self._layout.group
        key = [stage.c[name] for name in group]
        query = select(func.count()).select_from(stage).where(self._contradicts())
        count = int(self._connection.execute(query).scalar_one())
        if count:
            contents = [table.c[name] for table in (rows, stage) for name in self._layout.contents]
            line = (rows.c.order_line,) if self._layout.is_sales else ()
            pair = and_(equal(rows, stage, group), self._matches.unmatched(rows), self._matches.left_over())
            pairs = select(*key, *contents).join_from(stage, rows, pair)
            example = self._connection.execute(pairs.order_by(stage.c.seq, *line).limit(1)).one()
            raise self._refusal(count, example[: len(key)], example[len(key) :])
        if copies:
            imports = ", ".join(map(str, sorted(self._matches.by_import())))
            raise unclear(
                "on_duplicate",
                f"{plural(copies, 'row')} without order id are in the store already, with the very same contents"
                f"{f' (import {imports})' if imports else ''}; nothing was imported. If they are a second copy, skip "
                "them (--on-duplicate skip); if they are further sales that look alike, count them too (--again)",
                f"The store has {plural(copies, 'row')} without order id that say the same. What are these?",
                a_second_copy={"on_duplicate": "skip"},
                further_sales_that_look_alike={"again": True},
            )

    def _refusal(self, count: int, key: Any, values: Any) -> Unclear:
        half = len(values) // 2
        told = differences(self._layout.contents, values[:half], values[half:], "{name} {left} there, {right} here")
        if self._layout.is_sales:
            what = f"{plural(count, 'row')} of orders that the store has with other contents (order {key[0]}: {told})"
            choice = (
                "If they are further lines or refunds, append them; if they are corrections, replace; if the store is "
                "right, skip them (--on-duplicate append | replace | skip). If ids begin anew, each year say, put "
                "something before them (--order-prefix 2024-)"
            )
        else:
            name = " ".join(str(value) for value in key if value != "")
            what = f"{plural(count, 'row')} of visits that the store has in another number ({name}: {told})"
            choice = "If they are corrections, replace; if the store is right, skip (--on-duplicate replace | skip)"
        choices: dict[str, Change] = {
            "corrections_that_replace_what_is_there": {"on_duplicate": "replace"},
            "to_be_skipped": {"on_duplicate": "skip"},
        }
        if self._layout.is_sales:
            choices["further_lines_and_refunds"] = {"on_duplicate": "append"}
        reason = f"{what}; nothing was imported. {choice}"
        return unclear("on_duplicate", reason, f"There are {what}. What are they?", **choices)

    def refuse_continuations(self) -> None:
        """Raises InvalidInput where an order would be replaced by what goes on with it: refunds, or later lines alone.

        A corrected order has lines in common with the one before, its date, or as many lines.
        """
        if not self._layout.is_sales:
            return
        stage, rows, matches = self._stage, self._layout.table, self._matches
        left = select(
            stage.c.order_id,
            func.count().label("lines"),
            func.max(stage.c.revenue).label("most"),
            func.min(stage.c.date).label("start"),
            func.count(matches.table.c.seq).label("matched"),
        )
        joined = stage.outerjoin(matches.table, matches.table.c.seq == stage.c.seq)
        file = left.select_from(joined).where(stage.c.order_id.is_not(None)).group_by(stage.c.order_id).subquery()
        right = select(
            rows.c.order_id,
            func.count().label("lines"),
            func.max(rows.c.revenue).label("most"),
            func.max(rows.c.date).label("end"),
        )
        known = rows.c.order_id.in_(select(stage.c.order_id).where(matches.left_over()))
        store = right.where(known).group_by(rows.c.order_id).subquery()
        refunds = and_(file.c.most < 0, store.c.most > 0)
        later = and_(func.date(file.c.start) > func.date(store.c.end), file.c.lines < store.c.lines)
        query = select(file.c.order_id).join_from(file, store, file.c.order_id == store.c.order_id)
        found = self._connection.execute(query.where(file.c.matched == 0, or_(refunds, later))).scalars().all()
        if found:
            raise InvalidInput.of(
                "on_duplicate",
                f"{plural(len(found), 'order')} would be replaced by nothing but refunds or later lines ({found[0]}): "
                "its sale would be gone; nothing was imported. Append them (--on-duplicate append), or import them "
                "apart from the corrections",
            )

    def by_import(self) -> Counter[int]:
        """How many such rows there are, by the import that brought what they contradict."""
        rows = self._layout.table
        newest = select(func.max(rows.c.import_id)).where(equal(rows, self._stage, self._layout.group))
        by = newest.scalar_subquery().label("by")
        found = select(by).select_from(self._stage).where(self._contradicts()).subquery()
        query = select(found.c.by, func.count()).where(found.c.by.is_not(None)).group_by(found.c.by)
        return Counter(dict(map(tuple, self._connection.execute(query))))

    def leave_out(self) -> int:
        """Drops such rows; returns how many."""
        return execute_counted(self._connection, delete(self._stage).where(self._contradicts()))
