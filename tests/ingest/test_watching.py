"""A folder whose files are taken in: whole ones, once, whatever ends in between."""

from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.ingest.rows import HEADER, stored

from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.watching import Folder, alone


class Inbox:
    """A folder, and what is told of it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self.told: list[str] = []
        self.away = False
        self._engine = engine
        path.mkdir()
        self.restart()

    def restart(self) -> None:
        self.folder = Folder(self.path, self._engine, "sales", self._take, self.told.append)

    def _take(self, path: Path) -> None:
        if self.away:
            raise StoreUnavailable("the database is away")
        import_file(self._engine, path, ImportOptions())

    def write(self, name: str, *orders: str) -> None:
        rows = (f"2024-05-13,10.50,1,Books,N,C1,{order}\n" for order in orders)
        (self.path / name).write_text(HEADER + "".join(rows))

    def names(self, folder: str = "") -> set[str]:
        return {path.name for path in (self.path / folder).iterdir() if path.is_file()}


@pytest.fixture
def inbox(tmp_path: Path, engine: Engine) -> Inbox:
    return Inbox(tmp_path / "inbox", engine)


def test_a_file_is_taken_when_nobody_writes_to_it(inbox: Inbox, engine: Engine) -> None:
    inbox.write("may.csv", "A1")
    inbox.write("june.csv.part", "A7")
    inbox.folder.look()
    inbox.write("may.csv", "A1", "A2")  # still growing
    inbox.folder.look()
    assert stored(engine) == []
    inbox.folder.look()
    assert [row[6] for row in stored(engine)] == ["A1", "A2"]
    assert (inbox.names("imported"), inbox.names()) == ({"may.csv"}, {"june.csv.part"})


def test_a_refused_file_lies_beside_its_reason(inbox: Inbox, engine: Engine) -> None:
    for _ in range(2):
        (inbox.path / "bad.csv").write_text("a,b\n1,2\n")
        inbox.write("good.csv", "A1")
        inbox.folder.look()
        inbox.folder.look()
    assert inbox.names("refused") == {"bad.csv", "bad.csv.txt", "bad-2.csv", "bad-2.csv.txt"}
    assert "the file has no such column" in (inbox.path / "refused/bad.csv.txt").read_text()
    assert any("bad.csv is refused" in line for line in inbox.told)
    assert len(stored(engine)) == 1


def test_a_file_that_was_taken_before_the_end_is_not_taken_again(inbox: Inbox, engine: Engine) -> None:
    inbox.write("may.csv", "", "")  # without ids: a second time would be refused
    import_file(engine, inbox.path / "may.csv", ImportOptions())  # and the process ended before it had moved
    inbox.restart()
    inbox.folder.look()
    inbox.folder.look()
    assert inbox.names("imported") == {"may.csv"}
    assert len(stored(engine)) == 2


def test_files_wait_for_a_store_that_is_away(inbox: Inbox, engine: Engine) -> None:
    inbox.write("may.csv", "A1")
    inbox.away = True
    for _ in range(4):
        inbox.folder.look()
    assert (inbox.names(), inbox.told) == ({"may.csv"}, ["may.csv waits: the database is away"])
    inbox.away = False
    inbox.folder.look()
    assert len(stored(engine)) == 1


def test_a_folder_has_one_watcher(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no folder"), alone(tmp_path / "none"):
        pass
    with alone(tmp_path), pytest.raises(InvalidInput, match="another process"), alone(tmp_path):
        pass
