"""The short form of `make chaos`: some faults under load, and every promise; how long is a matter of the machine."""

from tests.scripts.short_forms import NEEDS_PROC, printed

FAULTS = "of one of the servers,of one of the envoy,of one of the workers,SQLite locked"


@NEEDS_PROC
def test_what_was_promised_holds_under_faults() -> None:
    options = ["--seconds", "15", "--seed", "7", "--only", FAULTS, "--most-seconds", "90"]
    told = printed("scripts.chaos", *options)
    assert "kept   every row of an accepted file is there exactly once" in told
