"""The arrows between the packages, as `[tool.importlinter]` in pyproject.toml draws them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def test_arrows_point_one_way() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    found = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_what_depends_on_the_kind_of_database_has_one_place() -> None:
    server = ROOT / "server/bi_server"
    # A migration says for good what it did.
    elsewhere = [path for path in server.rglob("*.py") if not path.is_relative_to(server / "store/sql")]
    live = [path for path in elsewhere if "versions" not in path.parts]
    branch = re.compile(r"dialect\.name\s*[=!]=|dialects import|(?:import|from) adbc_driver_sqlite")
    assert [str(path) for path in live if branch.search(path.read_text("utf-8"))] == []


def test_the_client_needs_neither_pandas_nor_the_server() -> None:
    code = (
        "import sys, bi_client; print([m for m in ('pandas', 'numpy', 'bi_server', 'sqlalchemy') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_server_starts_without_what_it_may_never_need() -> None:
    later = (
        "scipy.stats",
        "statsmodels",
        "reportlab",
        "xlsxwriter",
        "psycopg",
        "jwt",
        "openai",
        "bi_server.narration.fact_check",
    )
    code = f"import sys, bi_server.app; print([m for m in {later} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("module", ["bi_server.__main__", "bi_gateway.__main__"])
def test_what_looks_after_servers_and_the_gateway_compute_nothing(module: str) -> None:
    code = f"import sys, {module}; print([m for m in ('numpy', 'pandas', 'grpc', 'sqlalchemy') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
