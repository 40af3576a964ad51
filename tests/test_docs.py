"""What the README and `.env.example` claim, held to the truth."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from google.api import annotations_pb2
from google.protobuf import descriptor_pb2
from pydantic import SecretStr

from bi_server import __version__
from bi_server.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text()


def table(heading: str) -> list[list[str]]:
    """Cells of the first table under a heading, without its head."""
    section = README.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip()[1:-1].split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def bindings() -> dict[str, str]:
    """`GET /path` -> `Service.Rpc`, from the protos."""
    files = descriptor_pb2.FileDescriptorSet.FromString((ROOT / "clients/python/bi/v1/api.binpb").read_bytes())
    found = {}
    for file in files.file:
        for service in file.service:
            for method in service.method:
                rule = method.options.Extensions[annotations_pb2.http]
                verb = rule.WhichOneof("pattern")
                if verb:
                    found[f"{verb.upper()} {getattr(rule, verb)}"] = f"{service.name}.{method.name}"
    return found


def test_readme_lists_every_route_with_its_rpc() -> None:
    listed = {}
    for route, rpc, *_ in table("Routes"):
        for one in re.findall(r"`([A-Z]+ [^`]+)`", route):
            listed[one] = rpc.strip("`")
    pages = {route for route, rpc in listed.items() if not rpc}
    assert pages == {"GET /docs", "GET /openapi.json", "GET /api/descriptors.binpb", "GET /app/"}
    assert {route: rpc for route, rpc in listed.items() if rpc} == bindings()


def test_readme_lists_every_setting_with_its_default() -> None:
    listed = {name.strip("`"): default.strip("`") for name, default, *_ in table("Settings")}
    assert listed == {name.upper(): default(name) for name in Settings.model_fields}


def test_env_example_lists_every_setting_with_its_default() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    listed = dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))
    assert set(listed) == {name.upper() for name in Settings.model_fields}
    for name in Settings.model_fields:
        value, expected = listed[name.upper()], default(name)
        assert value == expected or float(value) == float(expected), name


def default(name: str) -> str:
    value = Settings.model_fields[name].default
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return json.dumps(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "clients/python/README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
    ],
)
def test_links_inside_the_repository_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text()
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if not target.startswith("http"):
            assert (ROOT / document).parent.joinpath(target).exists(), target


def test_the_packages_have_one_version() -> None:
    """The files that `make typescript` is said to write are named by it, too."""
    python = tomllib.loads((ROOT / "clients/python/pyproject.toml").read_text())["project"]["version"]
    typescript = json.loads((ROOT / "clients/typescript/package.json").read_text())["version"]
    assert (python, typescript) == (__version__, __version__)
    for path in ("docs/clients.md", "clients/typescript/README.md", "Makefile"):
        assert set(re.findall(r"bi-client-([\d.]+)\.tgz", (ROOT / path).read_text())) == {__version__}, path
