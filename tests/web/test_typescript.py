"""The TypeScript package as an app has it: packed, installed, compiled, asked from Node.js and shown in Chromium."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.stack import Gateway

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
CLIENTS = ROOT / "clients"
TOOLS = CLIENTS / "node_modules"
PATIENCE = 120  # seconds that a tool may take, on a busy machine
STRICT = ["--strict", "--noEmit", "--skipLibCheck", "--jsx", "react-jsx", "--target", "es2022"]
RESOLUTION = ["--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2023,dom,dom.iterable"]
ROW = "date,revenue,quantity,category,region,order_id\n2024-12-31,1000.25,1,Books,North,APP-1\n"


def run(*command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An app that has the package installed as it would be released, beside React and TanStack Query."""
    if shutil.which("npm") is None or not (TOOLS / "typescript").exists():
        pytest.skip("clients/ has no compiler: `npm ci` there installs it where Node.js is there")
    folder = tmp_path_factory.mktemp("app")
    document = run(sys.executable, "scripts/openapi_document.py", folder=ROOT)
    (folder / "openapi.json").write_text(document.stdout)
    for command in (["run", "schema"], ["pack", "--pack-destination", str(folder)]):
        done = run("npm", *command, "--workspace", "typescript", folder=CLIENTS, OPENAPI=str(folder / "openapi.json"))
        assert done.returncode == 0, done.stdout + done.stderr
    installed = folder / "node_modules"
    installed.mkdir()
    with tarfile.open(next(folder.glob("bi-client-*.tgz"))) as packed:
        packed.extractall(folder, filter="data")
    (folder / "package").rename(installed / "bi-client")
    for name in ("react", "react-dom", "@tanstack", "@types"):
        (installed / name).symlink_to(TOOLS / name)
    return folder


@pytest.fixture(scope="module")
def page_port() -> int:
    return free_ports(1)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, page_port: int) -> Iterator[Gateway]:
    """The product, which pages of `page_port` may read."""
    origins = json.dumps([f"http://127.0.0.1:{page_port}"])
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server")))
        folder = tmp_path_factory.mktemp("gateway")
        yield running.enter_context(stack.envoy(folder, port, cors_origins=origins))


def snippets(language: str) -> list[str]:
    text = (CLIENTS / "typescript" / "README.md").read_text()
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def compiled(app: Path, *files: str) -> subprocess.CompletedProcess[str]:
    return run(str(TOOLS / ".bin" / "tsc"), *STRICT, *RESOLUTION, *files, folder=app)


def test_what_the_readme_shows_compiles(app: Path) -> None:
    files = []
    (app / "node.d.ts").write_text("declare const process: { env: Record<string, string | undefined> };\n")
    for language in ("ts", "tsx"):
        for number, snippet in enumerate(snippets(language)):
            files.append(f"readme{number}.{language}")
            (app / files[-1]).write_text(snippet)
    assert len(files) == 3
    done = compiled(app, "node.d.ts", *files)
    assert done.stdout + done.stderr == ""


def test_a_misspelt_metric_does_not_compile(app: Path) -> None:
    (app / "misspelt.tsx").write_text(
        'import { useApi } from "bi-client/react";\n'
        'export const points = () => useApi("/api/dashboard/chart-data", { metric: "revenu" }).data;\n'
    )
    assert '"revenu"' in compiled(app, "misspelt.tsx").stdout


def test_it_asks_from_node(app: Path, shop: Gateway) -> None:
    shutil.copy(CLIENTS / "typescript" / "tests" / "client.test.mjs", app)
    url = f"http://127.0.0.1:{shop.http_port}"
    done = run("node", "--test", "client.test.mjs", folder=app, BI_URL=url)
    assert done.returncode == 0, done.stdout + done.stderr


def revenue(shop: Gateway) -> str:
    kpis = shop.client.get("/api/dashboard/kpis", params={"range": "mtd"}).json()
    return f"Total Revenue: {next(kpi['value'] for kpi in kpis if kpi['id'] == 'total_revenue')}"


def test_the_page_of_the_readme_shows_what_the_api_says_and_new_data_by_itself(
    app: Path, shop: Gateway, page_port: int, browser: "Browser"
) -> None:
    source = snippets("tsx")[0].replace("http://localhost:8000", f"http://127.0.0.1:{shop.http_port}")
    (app / "main.tsx").write_text(source)
    (app / "index.html").write_text('<div id="root"></div><script type="module" src="main.tsx"></script>')
    done = run(str(TOOLS / ".bin" / "vite"), "build", folder=app)
    assert done.returncode == 0, done.stdout + done.stderr
    handler = partial(SimpleHTTPRequestHandler, directory=str(app / "dist"))
    with ThreadingHTTPServer(("127.0.0.1", page_port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"http://127.0.0.1:{page_port}/")
        before = revenue(shop)
        page.get_by_text(before, exact=True).wait_for()
        taken = shop.client.post("/api/data/import", content=ROW, headers={"content-type": "text/csv"})
        assert taken.json()["inserted"] == 1
        after = revenue(shop)
        assert after != before
        page.get_by_text(after, exact=True).wait_for()
        page.close()
        server.shutdown()
