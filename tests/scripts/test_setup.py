"""The steps of `make setup`: repeated when their inputs change, done again when interrupted."""

import importlib.util
import os
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.lock", "requirements-dev.lock")
SETUP = Path(__file__).parents[2] / "scripts" / "setup.py"


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """scripts/setup.py at work in an empty folder."""
    spec = importlib.util.spec_from_file_location("setup", SETUP)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    marks = tmp_path / ".venv" / "setup"
    marks.parent.mkdir()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "MARKS", marks)
    return module


def test_a_step_is_done_once_for_the_same_inputs(setup: ModuleType, tmp_path: Path) -> None:
    lock, done = tmp_path / "lock", []
    for text, times in [("a", 1), ("a", 1), ("b", 2), ("b", 2), ("a", 3)]:
        lock.write_text(text)
        setup.step("packages", [lock], lambda: done.append(1))
        assert len(done) == times


def test_an_interrupted_step_leaves_no_mark(setup: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("a")
    setup.step("packages", [lock], lambda: None)
    lock.write_text("b")

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        setup.step("packages", [lock], interrupted)
    assert not (setup.MARKS / "packages").exists()
    lock.write_text("a")
    done: list[int] = []
    setup.step("packages", [lock], lambda: done.append(1))
    assert done


def test_a_new_input_counts_as_a_change(setup: ModuleType, tmp_path: Path) -> None:
    first, second, done = tmp_path / "a.proto", tmp_path / "b.proto", []
    first.write_text("x")
    second.write_text("x")
    setup.step("ours", [first], lambda: done.append(1))
    setup.step("ours", [first, second], lambda: done.append(1))
    assert len(done) == 2


def test_a_python_that_is_too_old_is_told(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "NEEDED", (9, 9))
    with pytest.raises(setup.SetupError, match=r"Python 9\.9 or newer is needed, this is 3\..*make PYTHON="):
        setup.suitable_python()


def test_a_failing_pip_is_told_and_leaves_no_mark(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    venv = tmp_path / ".venv"
    monkeypatch.setattr(setup, "VENV", venv)
    (tmp_path / "requirements.lock").touch()
    (tmp_path / "requirements-dev.lock").touch()
    (venv / "setup").mkdir()
    (venv / "setup" / "packages").write_text("of an older lock")
    python = venv / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\n[ "$1" = -c ]\n')  # runs, but has no pip
    python.chmod(0o755)
    assert setup.main() == 1
    assert "setup: pip failed" in capfd.readouterr().err
    assert not (venv / "setup" / "packages").exists()


@pytest.mark.parametrize("works", [True, False])
def test_packages_come_by_uv_and_by_pip_where_it_fails(
    works: bool, setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    done = tmp_path / "done"
    for program, code in (("uv", 0 if works else 2), (".venv/bin/python", 0)):
        path = tmp_path / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/sh\n[ "$4" = list ] || echo {path.name} "$@" >> {done}; exit {code}\n')
        path.chmod(0o755)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    setup.install_packages("some.lock")
    said = done.read_text().splitlines()
    assert said[0].startswith("uv pip install")
    assert [line.split()[0] for line in said] == (["uv"] if works else ["uv", "python"])
    assert all(line.endswith("--require-hashes --requirement some.lock") for line in said)
    assert ("once more with pip" in capfd.readouterr().out) is not works


def test_uv_installs_from_where_pip_would(setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_", "SSL_CERT"))]:
        monkeypatch.delenv(name)
    settings = tmp_path / "pip.conf"
    settings.write_text(
        "[global]\nindex-url = https://packages.test/simple\nfind-links =\n  /a\n  /b\ntimeout = 9\n"
        "trusted-host = packages.test\n[install]\ncert = /ca.pem\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    monkeypatch.setenv("UV_INSECURE_HOST", "its.own")
    monkeypatch.setattr(setup, "VENV", Path(sys.prefix))
    environment = setup.uv_environment()
    assert environment["UV_DEFAULT_INDEX"] == "https://packages.test/simple"
    assert environment["UV_FIND_LINKS"] == "/a,/b"
    assert environment["SSL_CERT_FILE"] == "/ca.pem"
    assert environment["UV_INSECURE_HOST"] == "its.own"


def test_the_locked_uv_is_found_with_its_hashes(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def pip(*arguments: str) -> bool:
        asked.append(Path(arguments[-1]).read_text())
        return True

    monkeypatch.setattr(setup, "ROOT", SETUP.parents[1])
    monkeypatch.setattr(setup, "pip", pip)
    monkeypatch.setattr(setup.shutil, "which", lambda _name: None)
    assert setup.find_uv() == str(setup.VENV / "bin" / "uv")
    first, *hashes = asked[0].splitlines()
    assert first.startswith("uv==")
    assert len(hashes) > 10
    assert all(line.strip().startswith("--hash=sha256:") for line in hashes)


def test_a_venv_without_its_python_is_made_anew(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    setup.MARKS.mkdir()
    (setup.MARKS / "packages").write_text("finished with a Python that is gone")

    def made() -> None:
        raise setup.SetupError("made anew")

    monkeypatch.setattr(setup, "make_venv", made)
    assert setup.main() == 1


def test_to_serve_takes_no_packages_of_tests(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in LOCKS:
        (tmp_path / name).touch()
    installed: list[str] = []
    monkeypatch.setattr(setup, "succeeds", lambda _command: True)
    monkeypatch.setattr(setup, "make_venv", lambda: None)
    monkeypatch.setattr(setup, "install_packages", installed.append)
    for name in ("pyproject.toml", "clients/python/pyproject.toml", "clients/python/generate.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for name in ("install_ours", "make_dashboard"):
        monkeypatch.setattr(setup, name, lambda: None)
    assert setup.main(to_serve=True) == 0
    assert installed == ["requirements.lock"]
    assert setup.main() == 0
    assert installed == ["requirements.lock", "requirements-dev.lock"]


def pinned(lock: str) -> dict[str, set[str]]:
    """The versions of each package; of some there are several, for several systems."""
    found: dict[str, set[str]] = {}
    for line in (SETUP.parents[1] / lock).read_text().splitlines():
        if line and line[0].isalnum():
            name, _, rest = line.partition("==")
            found.setdefault(canonicalize_name(name), set()).add(rest.split()[0])
    return found


def test_what_serves_is_locked_without_what_tests() -> None:
    serving, all_of_them = pinned("requirements.lock"), pinned("requirements-dev.lock")
    assert not {"pytest", "mypy", "ruff", "hypothesis", "uv", "trustme"} & serving.keys()
    assert {name: all_of_them.get(name) for name in serving} == serving


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_pins_with_hashes(lock: str) -> None:
    lines = (SETUP.parents[1] / lock).read_text().splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("--")]
    packages = [i for i, line in enumerate(lines) if line and line[0].isalnum()]
    assert packages
    assert all("==" in lines[i] and "--hash=sha256:" in lines[i + 1] for i in packages)


@pytest.mark.parametrize(("lock", "extras"), [(LOCKS[0], ["build"]), (LOCKS[1], ["build", "dev"])])
def test_a_lock_has_all_that_pyproject_asks_for(lock: str, extras: list[str]) -> None:
    project = tomllib.loads((SETUP.parents[1] / "pyproject.toml").read_text())["project"]
    asked = [Requirement(text) for text in project["dependencies"]]
    asked += [Requirement(text) for extra in extras for text in project["optional-dependencies"][extra]]
    versions = pinned(lock)
    for requirement in asked:
        name = canonicalize_name(requirement.name)
        if name == "bi-client":  # of this repository
            continue
        assert name in versions, f"{name} is missing; run `make lock`"
        assert all(requirement.specifier.contains(version) for version in versions[name]), f"{name}; run `make lock`"
