"""The image and its composition, as far as can be told without Docker: what is copied makes the packages, which run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from bi_server.settings import Settings

ROOT = Path(__file__).parents[2]
IMAGE = (
    (ROOT / "Dockerfile").read_text().rpartition("\nFROM ")[2]
)  # the last stage; the one before builds the dashboard
PATIENCE = 300


def run(*command: str, folder: Path, **environment: str) -> None:
    """A Python command that succeeds."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def copied() -> list[tuple[list[str], str]]:
    """What is copied from the checkout, and where to."""
    lines = [line.split()[1:] for line in IMAGE.splitlines() if line.startswith("COPY ")]
    return [(names[:-1], names[-1]) for names in lines if not names[0].startswith("--")]


def test_the_packages_are_made_of_what_is_copied_and_run(tmp_path: Path) -> None:
    image, site = tmp_path / "bi", tmp_path / "site"
    for names, place in copied():
        for name in names:
            target = image / place / (Path(name).name if place.endswith("/") else "")
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, target)
    shutil.rmtree(image / "clients/python/bi", ignore_errors=True)  # .dockerignore keeps it back
    install = re.search(r"pip (install --no-cache-dir --no-deps .*?) \\\n", IMAGE)
    assert install
    run("-m", "pip", *install[1].split(), "--quiet", "--target", str(site), folder=image)
    settings = {"PYTHONPATH": str(site), "DATABASE_URL": f"sqlite:///{tmp_path}/bi.db"}
    where = f"""if True:
        import bi.v1.data_pb2, bi_client, bi_gateway, bi_server
        assert all(one.__file__.startswith({str(site)!r}) for one in (bi.v1.data_pb2, bi_client, bi_gateway, bi_server))
    """
    run("-c", where, folder=tmp_path, **settings)
    run("-m", "bi_server", "migrate", folder=tmp_path, **settings)
    run("-m", "bi_gateway", "--validate", folder=tmp_path, **settings)


def test_the_composition_sets_what_is_a_setting() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    given = {name: value for name, value in services["bi"]["environment"].items() if name != "DATABASE_URL"}
    assert {name.lower() for name in given} <= set(Settings.model_fields)
    said = {name.lower(): json.loads(value) if value.startswith("[") else value for name, value in given.items()}
    settings = Settings(host="0.0.0.0", **said)
    assert services["bi"]["ports"] == [
        f"127.0.0.1:{settings.http_port}:{settings.http_port}"
    ]  # open, so this machine's alone
