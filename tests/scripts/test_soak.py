"""The short form of `make soak`: under load descriptors and threads stay as many, and nothing is left at the end."""

from tests.scripts.short_forms import NEEDS_PROC, printed


@NEEDS_PROC
def test_load_leaves_nothing_open_and_no_process_behind() -> None:
    options = ["--seconds", "20", "--every", "1", "--judge", "descriptors,threads"]
    told = printed("scripts.soak", *options)
    assert "flat       descriptors of servers" in told
