"""Uploaded files on disk, of processes that live and of those that were killed."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bi_server.ingest.spool import remove_left_behind, spooled

HOLD = """
from bi_server.ingest.spool import spooled
with spooled() as file:
    print(file.name, flush=True)
    input()
"""


def test_a_killed_upload_leaves_nothing_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdout is not None
        left = Path(killed.stdout.readline().strip())
        assert left.parent == tmp_path
        assert remove_left_behind() == 0, "it is still in use"
        killed.kill()
    with spooled() as ours:
        assert remove_left_behind() == 1
        assert not left.exists()
        assert Path(ours.name).exists()
    assert not list(tmp_path.iterdir())
