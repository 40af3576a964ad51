"""`bi-server backup` and `restore` beside a server that runs."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.rpc.faults import file_of
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers, write
from tests.rpc.test_database_away import SALES, health, revenue, take_in, until

from bi.v1.data_pb2 import GetMetadataRequest
from bi_server.__main__ import main
from bi_server.store import migrate, rollups
from bi_server.store.backup import contents_of
from bi_server.store.engine import opened

Run = Callable[..., int]


@pytest.fixture
def url(servers: Servers) -> str:
    return servers.database()


@pytest.fixture
def run(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command over the store."""
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: main([str(argument) for argument in arguments])


def version(client: Client) -> int:
    found: int = client.data.GetMetadata(GetMetadataRequest()).data_version
    return found


def test_what_was_backed_up_is_restored_under_a_running_server(
    servers: Servers, url: str, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(url, SALES)
    file = tmp_path / "bi.backup"
    with servers.serving(url, SALES) as client, servers.serving(url, SALES) as other:
        before = revenue(client)
        assert run("backup", file) == 0
        assert f"{len(SALES.sales)} rows of sales" in capsys.readouterr().out
        take_in(client, 1)
        changed = version(client)
        assert revenue(other) == round(before + 1, 2)

        assert run("restore", file) == 1
        assert "--force" in capsys.readouterr().err
        assert revenue(client) == round(before + 1, 2)
        assert run("restore", file, "--force") == 0
        assert revenue(client) == revenue(other) == before, "seen at once: the old file says so to who watches it"
        assert version(client) == version(other) > changed, "newer than anything that was ever told"
        assert take_in(other, 2).inserted == 1
        assert revenue(client) == revenue(other) == round(before + 2, 2)
    with opened(url) as engine, engine.connect() as connection:
        assert rollups.verify(connection) == []
    kept = next(file_of(url).parent.glob(f"{file_of(url).name}.before-*"))
    assert contents_of(kept).rows["sales_data"] == len(SALES.sales) + 1


WRITING = """
import sys
from pathlib import Path
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store.engine import opened
with opened(sys.argv[1]) as engine:
    number = 0
    while True:
        path = Path(sys.argv[2])
        rows = [f"2024-05-{1 + i % 28:02},1,1,Books,North,R{number}-{i}" for i in range(50)]
        path.write_text("date,revenue,units_sold,product_category,region,order_id\\n" + "\\n".join(rows) + "\\n")
        import_file(engine, path, ImportOptions())
        number += 1
        print(number, flush=True)
"""


def test_a_backup_is_of_one_moment_whoever_writes_meanwhile(url: str, run: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITING, url, str(tmp_path / "rows.csv")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for number in range(4):
            writer.stdout.readline()
            file = tmp_path / f"{number}.backup"
            assert run("backup", file) == 0
            with opened(f"sqlite:///{file}") as engine, engine.connect() as connection:
                assert rollups.verify(connection) == []
            found = contents_of(file)
            assert found.rows["sales_data"] == 50 * found.rows["imports"] > 0
        writer.kill()
    assert not list(tmp_path.glob("*.part*"))


def test_nothing_is_replaced_by_what_is_no_store(
    url: str, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(url, SALES)
    good, wrong = tmp_path / "good", tmp_path / "wrong"
    assert run("backup", good) == 0
    assert run("backup", good) == 1, "it is there already"
    assert run("backup", good, "--force") == 0
    before = file_of(url).read_bytes()
    capsys.readouterr()

    def refused() -> str:
        assert run("restore", wrong, "--force") == 1
        assert file_of(url).read_bytes() == before
        return capsys.readouterr().err

    assert "not there" in refused()
    wrong.write_text("date,revenue\n")
    assert "no store" in refused()
    with closing(sqlite3.connect(wrong := tmp_path / "other")) as other:
        other.execute("CREATE TABLE t (v)")
    assert "no store" in refused()
    wrong = tmp_path / "damaged"
    shutil.copyfile(good, wrong)
    with wrong.open("r+b") as stream:  # a page of rows, far from the head
        stream.seek(wrong.stat().st_size // 2)
        stream.write(b"\xff" * 3 * 4096)
    assert "damaged" in refused()
    wrong = tmp_path / "newer"
    shutil.copyfile(good, wrong)
    with closing(sqlite3.connect(wrong)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    assert "newer" in refused()
    assert run("restore", file_of(url), "--force") == 1, "the store itself"


def test_an_older_backup_is_brought_up_to_date(url: str, run: Run, servers: Servers, tmp_path: Path) -> None:
    write(url, SALES)
    old = tmp_path / "old"
    assert run("backup", old) == 0
    with opened(f"sqlite:///{old}") as engine:
        migrate.downgrade(engine, "0002")
    assert run("restore", old, "--force") == 0
    with servers.serving(url, SALES) as client:
        assert revenue(client)


@pytest.mark.parametrize("state", ["gone", "damaged"])
def test_a_store_that_is_lost_is_brought_back_under_a_running_server(
    servers: Servers, url: str, run: Run, tmp_path: Path, state: str
) -> None:
    write(url, SALES)
    file = tmp_path / "bi.backup"
    with servers.serving(url, SALES) as client:
        before = revenue(client)
        assert run("backup", file) == 0
        if state == "gone":
            file_of(url).unlink()
        else:
            file_of(url).write_bytes(b"this is no database" * 9999)
        until(lambda: health(client).components[0].status == "away")
        assert revenue(client) == before
        assert run("restore", file, "--force") == 0
        until(lambda: health(client).components[0].status == "healthy")
        assert take_in(client, 3).inserted == 1
        assert revenue(client) == round(before + 3, 2)


def test_postgres_has_commands_of_its_own(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://bi:secret@db/bi")
    assert main(["backup", "x"]) == main(["restore", "x"]) == 1
    told = capsys.readouterr().err
    assert "pg_dump --format=custom --file=x 'postgresql://bi:***@db/bi'" in told
    assert "pg_restore" in told


def test_an_empty_store_needs_no_force(url: str, run: Run, servers: Servers, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "empty") == 0
    assert run("restore", tmp_path / "empty") == 0
    with servers.serving(url, Books()) as client:
        assert not client.data.GetMetadata(GetMetadataRequest()).categories
