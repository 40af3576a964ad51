"""One true table, written in many ways: nothing is read wrong. `scripts/fuzz_import.py` tries ten thousand more."""

from scripts.fuzz_import import fuzz


def test_no_way_to_write_a_table_is_read_wrong() -> None:
    outcomes, wrong = fuzz(150, seed=20)
    assert wrong == []
    assert outcomes["right"] > 75
