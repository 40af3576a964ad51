"""What the README shows under "Your own data", word for word, in a shell."""

import os
import re
import subprocess
import sys
from pathlib import Path

from scripts.till_export import TARGET, sales, text
from sqlalchemy import create_engine
from tests.ingest.rows import stored

ROOT = Path(__file__).parents[2]


def test_the_example_that_ships_is_the_one_of_its_script() -> None:
    assert TARGET.read_bytes() == text().encode("utf-8-sig")


def test_the_example_of_the_readme(tmp_path: Path) -> None:
    section = (ROOT / "README.md").read_text().partition("## Your own data")[2]
    block = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert block is not None
    commands = block[1].replace("make run\n", "")
    (tmp_path / "server").symlink_to(ROOT / "server")
    program = tmp_path / ".venv/bin/bi-server"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bi_server "$@"\n')
    program.chmod(0o755)
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    done = subprocess.run(
        ["sh", "-ec", commands], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=280, check=False
    )
    assert done.returncode == 0, done.stderr
    meant = [sale for sale in sales() if sale.status == "ok"]
    engine = create_engine(f"sqlite:///{tmp_path}/data/till.db")
    taken = stored(engine)
    engine.dispose()
    assert len(taken) == len(meant)
    assert sum(row[1] for row in taken) == sum(sale.cents for sale in meant)
    assert sum(row[2] for row in taken) == sum(sale.units for sale in meant)
    assert {row[3].lower() for row in taken} == {sale.line.lower() for sale in meant}  # the first spelling stays
    assert len({row[6] for row in taken}) == len({sale.receipt for sale in meant})
    assert {row[5] for row in taken if row[5]} == {s.customer for s in meant if s.customer.startswith("K")}
    assert "31/02/2025" in done.stdout
