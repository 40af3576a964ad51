"""Holds the protos to buf's rules, and to what was released: `make lint` and continuous integration.

Linted is the descriptor set that `generate.py` makes, because buf itself would fetch google/api from the network.
Compared is with the newest tag, or with the commit before this one where nothing is tagged yet.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "proto" / "buf.yaml"
IMAGE = ROOT / "clients" / "python" / "bi" / "v1" / "api.binpb"
BUF = str(Path(sys.executable).parent / "buf")


def main() -> int:
    """Exit code: 0 fine, otherwise buf's; what is wrong has been printed."""
    lint = subprocess.run([BUF, "lint", str(IMAGE), "--config", str(RULES), "--path", "bi"], check=False)
    if lint.returncode != 0:
        return lint.returncode
    before = released()
    if before is None:
        print("protos: nothing to compare with")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        old = image_of(before, Path(folder))
        if old is None:
            print(f"protos: {before} has none to compare with")
            return 0
        arguments = [BUF, "breaking", str(IMAGE), "--against", str(old), "--config", str(RULES), "--path", "bi"]
        return subprocess.run(arguments, check=False).returncode


def released() -> str | None:
    """The revision to compare with; None in a checkout without history."""
    for command in (["describe", "--tags", "--abbrev=0"], ["rev-parse", "--verify", "--quiet", "HEAD~1"]):
        found = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.strip()
    return None


def image_of(revision: str, folder: Path) -> Path | None:
    """The descriptor set of another revision's protos; None where it has none."""
    archive = subprocess.run(["git", "archive", revision, "proto"], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode != 0:
        return None
    subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
    sys.path.insert(0, str(ROOT / "clients" / "python"))
    import generate

    image = folder / "old.binpb"
    generate.compile_protos(folder / "proto", [f"--descriptor_set_out={image}", "--include_imports"])
    return image


if __name__ == "__main__":
    sys.exit(main())
