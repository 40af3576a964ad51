"""Distinct customers of every day, and of ranges of days, against sets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.store.customers import CustomerDays

ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2), st.integers(0, 5)), max_size=60)  # day, segment, who


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, chosen=st.none() | st.tuples(st.booleans(), st.booleans(), st.booleans()), level=st.integers(0, 2))
@pytest.mark.parametrize(("start", "end"), [(100, 109), (95, 103), (104, 104), (107, 120), (50, 60)])
def test_days_and_ranges_count_as_sets_do(
    rows: list[tuple[int, int, int]], chosen: tuple[bool, bool, bool] | None, level: int, start: int, end: int
) -> None:
    rows = sorted(set(rows))
    rows.sort(key=lambda row: (row[1], row[0]))
    day, segment, customer = np.array(rows, dtype=np.int32).reshape(-1, 3).T
    starts = np.searchsorted(segment, np.arange(4))
    people_known = np.arange(6, dtype=np.uint64)
    known = CustomerDays(level, 100, 10, starts, day.astype(np.uint8), customer, people_known)
    people = {
        d: {c for at, s, c in rows if at == d - 100 and (chosen is None or chosen[s])} for d in range(start, end + 1)
    }
    segments = None if chosen is None else np.array(chosen)
    visits = known.visits(segments)
    assert visits.daily(start, end).tolist() == [len(people[d]) << level for d in range(start, end + 1)]
    for prepared in (False, True):
        if prepared:
            visits.prepare()
        for first, last in [(start, end), (start, start), (100, end), (end, end)]:
            within = {c for at, s, c in rows if first <= at + 100 <= last and (chosen is None or chosen[s])}
            assert visits.distinct(first, last) == len(within) << level
            every = np.ones(3, dtype=bool) if segments is None else segments
            assert known.distinct(first, last, every) == len(within) << level
