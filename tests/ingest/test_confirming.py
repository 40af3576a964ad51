"""At a terminal, a real one, an import shows what it guessed, and asks before it writes."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select as rows_of
from tests.ingest.rows import HEADER

from bi_server.store.engine import opened
from bi_server.store.tables import sales_data

QUESTION = "Import it like that? y/n: "
PATIENCE = 120.0
GUESSED = "Order Date,Sales,Qty,Category,State,Order ID\n2024-03-01,12.50,1,Books,Ohio,A1\n2024-03-02,5,1,Toys,Iowa,A2"


class Terminal:
    """The command in a folder of its own, with a terminal for input and output."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.shown, self._read = "", 0
        self._screen, other = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bi_server", "import", *command],
            cwd=folder,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{folder}/shop.db"},
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
        )
        os.close(other)

    def until(self, text: str) -> None:
        """Waits until it is shown once more."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.shown[self._read :]:
            assert time.monotonic() < deadline, self.shown
            assert self._look(), self.shown
        self._read = self.shown.index(text, self._read) + len(text)

    def _look(self) -> bool:
        """Takes in what has come to be shown, after a second at most; whether there may be more."""
        if not select.select([self._screen], [], [], 1.0)[0]:
            return True
        try:
            piece = os.read(self._screen, 65536)
        except OSError:  # how Linux says that nobody holds the other end
            piece = b""
        self.shown += piece.decode()
        return bool(piece)

    def type(self, text: str) -> None:
        os.write(self._screen, f"{text}\n".encode())

    def status(self) -> int:
        """The exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._look():
            assert time.monotonic() < deadline, self.shown
        os.close(self._screen)
        return self._process.wait(PATIENCE)


def revenue(folder: Path) -> list[float]:
    with opened(f"sqlite:///{folder}/shop.db") as engine, engine.connect() as connection:
        return sorted(connection.execute(rows_of(sales_data.c.revenue)).scalars())


@pytest.mark.parametrize(("answers", "taken"), [(["what", "y"], [5.0, 12.5]), (["n"], []), ([""], [])])
def test_what_was_guessed_is_shown_and_agreed_to(tmp_path: Path, answers: list[str], taken: list[float]) -> None:
    (tmp_path / "sales.csv").write_text(GUESSED)
    terminal = Terminal(tmp_path, "sales.csv")
    for answer in answers:
        terminal.until(QUESTION)
        terminal.type(answer)
    assert terminal.status() == (0 if taken else 1)
    assert "revenue is the column 'Sales'" in terminal.shown
    assert ("nothing was imported" in terminal.shown) == (not taken)
    assert revenue(tmp_path) == taken


def test_nobody_is_asked_where_he_said_it_or_where_nothing_was_guessed(tmp_path: Path) -> None:
    (tmp_path / "sales.csv").write_text(GUESSED)
    (tmp_path / "plain.csv").write_text(HEADER + "2024-03-01,7,1,Books,Ohio,,B1\n")
    for command in (["sales.csv", "--yes"], ["plain.csv"], ["sales.csv", "--dry-run"]):
        terminal = Terminal(tmp_path, *command)
        assert (terminal.status(), QUESTION in terminal.shown) == (0, False)
    assert revenue(tmp_path) == [5.0, 7.0, 12.5]


def test_each_candidate_is_named_and_the_answer_shown_again(tmp_path: Path) -> None:
    (tmp_path / "till.csv").write_text("Date,Amount,Total,Qty,Category,State\n2024-03-01,10,12,1,Books,Ohio\n")
    terminal = Terminal(tmp_path, "till.csv")
    terminal.until("Which column is revenue?")
    terminal.until("2  the column Total")
    terminal.type("2")
    terminal.until(QUESTION)
    terminal.type("yes")
    assert (terminal.status(), revenue(tmp_path)) == (0, [12.0])
