"""The steps of `make setup`: repeated when their inputs change, done again when interrupted."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

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
    (venv / "setup").mkdir()
    (venv / "setup" / "packages").write_text("of an older lock")
    python = venv / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\n[ "$1" = -c ]\n')  # runs, but has no pip
    python.chmod(0o755)
    assert setup.main() == 1
    assert "setup: pip failed" in capfd.readouterr().err
    assert not (venv / "setup" / "packages").exists()


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


def test_the_lock_names_no_host_and_pins_with_hashes() -> None:
    lines = (SETUP.parents[1] / "requirements.lock").read_text().splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("--")]
    packages = [i for i, line in enumerate(lines) if line and line[0].isalnum()]
    assert packages
    assert all("==" in lines[i] and "--hash=sha256:" in lines[i + 1] for i in packages)


def test_the_lock_has_all_that_pyproject_asks_for() -> None:
    import tomllib

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    root = SETUP.parents[1]
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    asked = [Requirement(text) for text in project["dependencies"]]
    asked += [Requirement(text) for extra in ("dev", "build") for text in project["optional-dependencies"][extra]]
    pinned: dict[str, list[str]] = {}
    for line in (root / "requirements.lock").read_text().splitlines():
        if line and line[0].isalnum():
            name, _, rest = line.partition("==")
            pinned.setdefault(canonicalize_name(name), []).append(rest.split()[0])
    for requirement in asked:
        name = canonicalize_name(requirement.name)
        if name == "bi-client":  # of this repository
            continue
        assert name in pinned, f"{name} is missing; run `make lock`"
        assert all(requirement.specifier.contains(version) for version in pinned[name]), f"{name}; run `make lock`"
