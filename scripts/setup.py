"""Makes `.venv` ready: packages as locked, ours as editable, generated code. `make setup` runs it with any Python 3;
`make run` with `--to-serve`, which leaves out what only tests and checks take.

A step is repeated only when what it depends on has changed, and an interrupted one is done again from the start. An
older Python must be able to read this file, to say that it is too old: nothing newer than 3.6 here.
"""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable  # noqa: UP035 - see above: collections.abc has it only since 3.9

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
MARKS = VENV / "setup"  # one file for each finished step, with the digest of its inputs
CLIENTS = ROOT / "clients"  # where npm is at home: the TypeScript package, and the dashboard that asks with it
APP = ROOT / "envoy" / "bi_gateway" / "app"  # the dashboard as built from there
NEEDED = (3, 11)
CANDIDATES = ["python3.13", "python3.12", "python3.11", "python3.14"]  # tried when this Python is too old
PIP_TO_UV = {  # where to install from is often set for pip, whose settings uv does not read
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "no-index": "UV_NO_INDEX",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
}


def main(to_serve: bool = False) -> int:
    """Exit code: 0 ready, 1 with one line that says what to do."""
    try:
        # Made anew: a .venv that was never finished, which may hold half a package, and one whose Python is gone.
        if not (MARKS / "packages").exists() or not succeeds([str(VENV / "bin" / "python"), "-c", ""]):
            make_venv()
        step("packages", [ROOT / "requirements.lock"], lambda: install_packages("requirements.lock"))
        if not to_serve:
            lock = "requirements-dev.lock"  # holds all of the other, too: pip finds it there
            step("development", [ROOT / lock], lambda: install_packages(lock))
        protos = [*(ROOT / "proto").rglob("*.proto"), ROOT / "clients/python/generate.py"]
        step("ours", [ROOT / "pyproject.toml", ROOT / "clients/python/pyproject.toml", *protos], install_ours)
        make_dashboard()
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nsetup: interrupted; the next run does the unfinished step again", file=sys.stderr)
        return 1
    return 0


class SetupError(Exception):
    """What is missing, and the remedy."""


def step(name: str, inputs: "list[Path]", action: Callable[[], None]) -> None:
    """Do `action` unless it was done with these very inputs. Its mark is taken away first and set again last."""
    digest = hashlib.sha256()
    for path in sorted(inputs):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    mark = MARKS / name
    if mark.exists():
        if mark.read_text() == digest.hexdigest():
            return
        mark.unlink()
    action()
    MARKS.mkdir(exist_ok=True)
    mark.write_text(digest.hexdigest())


def make_venv() -> None:
    """An empty .venv, in place of any that is there."""
    print("Creating .venv ...", flush=True)
    run([suitable_python(), "-m", "venv", "--clear", str(VENV)], "`python3 -m venv` failed; its message is above")


def install_packages(lock: str) -> None:
    """All packages of a lock."""
    print(f"Installing packages of {lock} ...", flush=True)
    install("--require-hashes", "--requirement", lock)


def install_ours() -> None:
    """bi-client, whose build generates bi.v1 from the protos, and bi-server, both editable."""
    print("Installing bi-client and bi-server ...", flush=True)
    install("--no-deps", "--no-build-isolation", "--editable", "clients/python", "--editable", ".")


def make_dashboard() -> None:
    """What /app/ serves, built by Node.js where that is there. Nothing else needs it, so nothing stops without it."""
    if not has_node():
        print("setup: no Node.js 20.19 or newer with npm, so the dashboard at /app/ is left out; all else is there")
        return
    if not (APP / "index.html").exists() and (MARKS / "dashboard").exists():
        (MARKS / "dashboard").unlink()
    kept = ["package.json", "package-lock.json", ".npmrc", "typescript/package.json"]
    kept += ["web/index.html", "web/package.json", "web/vite.config.ts"]
    folders = [CLIENTS / name for name in ("typescript/src", "web/src", "web/public")]
    sources = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    try:
        inputs = [CLIENTS / name for name in kept]
        inputs += [path for path in sources if path.name != "schema.ts"]  # types alone, made for the check
        step("dashboard", inputs, build_dashboard)
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)


def build_dashboard() -> None:
    print("Building the dashboard ...", flush=True)
    problem = "the dashboard at /app/ could not be built (npm's message is above); all else is there"
    shutil.rmtree(str(CLIENTS / "web" / "node_modules"), ignore_errors=True)  # of before: a second React
    run(["npm", "ci", "--omit=dev", "--silent", "--prefix", str(CLIENTS)], problem)
    build = ["npm", "run", "build", "--silent", "--workspace", "web", "--prefix", str(CLIENTS)]
    run([*build, "--", "--logLevel", "error"], problem)


def has_node() -> bool:
    """Whether there is npm, and a Node.js that Vite runs on."""
    version = "const [a, b] = process.versions.node.split('.');"
    new_enough = version + "process.exit(a > 22 || a == 22 && b >= 12 || a == 20 && b >= 19 ? 0 : 1)"
    return succeeds(["npm", "--version"]) and succeeds(["node", "-e", new_enough])


def suitable_python() -> str:
    """A Python that is new enough and can make a .venv."""
    found = [path for path in map(shutil.which, [sys.executable, *CANDIDATES]) if path]
    new_enough = f"import sys; sys.exit(sys.version_info < {NEEDED})"
    path = next((path for path in found if succeeds([path, "-c", new_enough])), None)
    if path is None:
        wanted, this = ".".join(map(str, NEEDED)), ".".join(map(str, sys.version_info[:3]))
        remedy = "install one, or name it: make PYTHON=/path/to/python3 run"
        raise SetupError(f"Python {wanted} or newer is needed, this is {this}; {remedy}")
    if not succeeds([path, "-c", "import ensurepip, venv"]):
        raise SetupError(f"{path} cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv")
    return path


def succeeds(command: "list[str]") -> bool:
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:  # there is no such program
        return False


def install(*arguments: str) -> None:
    """Into .venv, by uv in seconds; by pip in minutes where there is no uv, or where it fails."""
    uv = find_uv()
    if uv:
        command = [uv, "pip", "install", "--quiet", "--python", str(VENV / "bin" / "python"), *arguments]
        if subprocess.call(command, cwd=str(ROOT), env=uv_environment()) == 0:
            return
        print("setup: uv failed (its message is above); once more with pip, which takes longer", flush=True)
    if not pip(*arguments):
        raise SetupError("pip failed; its message is above. Check the network, then run this again")


def find_uv() -> "str | None":
    """The machine's own uv, or the locked one, which is put into .venv first; None where there is none to be had."""
    uv = str(VENV / "bin" / "uv")
    if shutil.which("uv") or shutil.which(uv):
        return shutil.which("uv") or uv
    pinned = re.search(r"^uv==(?:.*\\\n)*.*", (ROOT / "requirements-dev.lock").read_text(), re.MULTILINE)
    if not pinned:
        return None
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as lock:  # it alone, with its hashes
        lock.write(pinned.group())
        lock.flush()
        return uv if pip("--only-binary=uv", "--require-hashes", "--requirement", lock.name) else None


def uv_environment() -> "dict[str, str]":
    """This environment, with pip's settings as uv's where uv has none of its own."""
    command = [str(VENV / "bin" / "python"), "-m", "pip", "config", "list"]
    listed = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    found = dict(line.split("=", 1) for line in listed.splitlines() if "=" in line)  # global.index-url='...'
    environment = dict(os.environ)
    for section in (":env:", "install", "global"):  # the first counts, as it does for pip
        for option, name in PIP_TO_UV.items():
            words = ast.literal_eval(found.get(f"{section}.{option}", "''")).split()
            if words:
                environment.setdefault(name, ("," if option == "find-links" else " ").join(words))
    return environment


def pip(*arguments: str) -> bool:
    """Whether pip did it."""
    command = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.call([*command, *arguments], cwd=str(ROOT)) == 0


def run(command: "list[str]", problem: str) -> None:
    if subprocess.call(command, cwd=str(ROOT)) != 0:
        raise SetupError(problem)


if __name__ == "__main__":
    sys.exit(main("--to-serve" in sys.argv))
