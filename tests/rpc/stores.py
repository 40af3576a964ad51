"""Hand-made stores, each with its own oddity."""

from datetime import date, timedelta

from tests.rpc.rows import Books, Sale, Visit

JAN = date(2024, 1, 1)


def _days(first: date, count: int, every: int = 1) -> list[date]:
    return [first + timedelta(days=i) for i in range(0, count, every)]


def _visits(first: date, count: int, segments: list[tuple[str, str]], skip: tuple[date, ...] = ()) -> tuple[Visit, ...]:
    return tuple(
        Visit(day, c, r, 20 + (day.toordinal() * 7 + n) % 13)
        for day in _days(first, count)
        for n, (c, r) in enumerate(segments)
        if day not in skip
    )


PAIRS = [("Books", "North"), ("Books", "South"), ("Sports", "North")]  # Sports never sold in South


def _regular() -> tuple[Sale, ...]:
    """Fourteen months over a leap day, every third day, a few customers who come back."""
    return tuple(
        Sale(day, 1000 + 37 * (i % 11) + n, 1 + i % 3, c, r, f"C{(i + n) % 17}")
        for i, day in enumerate(_days(date(2023, 1, 2), 425, 3))
        for n, (c, r) in enumerate(PAIRS)
    )


def _refunds() -> tuple[Sale, ...]:
    """Signs mix within days, within months and between segments; some days cancel out to nothing."""
    rows = []
    for i, day in enumerate(_days(JAN, 120)):
        rows.append(Sale(day, 5001 if i % 2 else -5001, 1 if i % 2 else -1, "Books", "North", f"C{i % 5}"))
        if i % 3 == 0:
            rows.append(Sale(day, -1999, 0, "Books", "North", ""))
        if 31 <= i < 60:
            rows += [Sale(day, 700, 2, "Sports", "South"), Sale(day, -700, -2, "Sports", "South", "C1")]
    return tuple(rows)


STORES = {
    "empty": Books(),
    "one_row": Books((Sale(date(2024, 2, 29), 1, 1, "Books", "North", "C1"),)),
    "regular": Books(_regular(), _visits(date(2023, 1, 1), 425, PAIRS)),
    "no_traffic": Books(_regular()),
    # Traffic begins in June 2023, and its recording stood still for ten days in October.
    "traffic_from_june": Books(
        _regular(), _visits(date(2023, 6, 1), 280, PAIRS, skip=tuple(_days(date(2023, 10, 5), 10)))
    ),
    # Sports has no traffic at all; Books in South from September on.
    "traffic_of_some": Books(
        _regular(), _visits(date(2023, 1, 1), 425, PAIRS[:1]) + _visits(date(2023, 9, 1), 180, PAIRS[1:2])
    ),
    # Visits before and after the sales, and in a segment that never sold.
    "traffic_beyond": Books(
        tuple(Sale(day, 999, 1, "Books", "North", "C1") for day in _days(JAN, 20, 2)),
        _visits(date(2023, 12, 1), 90, [("Books", "North"), ("Toys", "East")]),
    ),
    # Visits by region alone; from September on of the whole business, and by category and region as well.
    "traffic_by_region": Books(_regular(), _visits(date(2023, 1, 1), 425, [("", "North"), ("", "South")])),
    "traffic_not_split": Books(
        _regular(),
        _visits(date(2023, 1, 1), 400, [("", "")]) + _visits(date(2023, 9, 1), 180, [*PAIRS[:1], ("Sports", "")]),
    ),
    "refunds": Books(_refunds()),
    # Half of what is sold is a further line of an order; one category only has further lines.
    "order_lines": Books(
        tuple(
            Sale(day, 100 * i + 1, i, c, "North", f"C{i}", first_line=line == 1 and c != "Extras")
            for i, day in enumerate(_days(JAN, 45))
            for line, c in ((1, "Books"), (2, "Books"), (2, "Extras"))
        )
    ),
    # Business ends at 18:00; on the last day the last sale came at 9:00.
    "going_on": Books(
        tuple(
            Sale(day, 2500, 1, "Books", "North", "C1", time="09:00:00" if day == date(2024, 2, 12) else "18:00:00")
            for day in _days(JAN, 43)
        ),
        last_day_is_over=False,
    ),
    "gaps": Books(
        (
            *(Sale(day, 333, 1, "Ärzte", "Süd", "C1") for day in (*_days(JAN, 20), *_days(date(2024, 4, 10), 20))),
            Sale(date(2024, 3, 31), 1_000_000_000_001, 5, "zebra", "Nord"),
        )
    ),
}
