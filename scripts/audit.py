"""Known holes in what is locked, by pip-audit: `make audit`.

Exit code 0: none is known. 1: some are, and they are listed. 2: no database of holes could be asked; in continuous
integration (CI=true) that is said and fails nothing, as a network is not the fault of a change.
"""

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PIP_AUDIT = "pip-audit==2.10.1"
ANSWER_SECONDS = 10  # of one question
ALL_SECONDS = 300
# By the names that pip-audit gives them.
DATABASES = {"pypi": "https://pypi.org", "osv": "https://api.osv.dev"}


def main(databases: Mapping[str, str] = DATABASES) -> int:
    """`databases` are where to ask, by what pip-audit calls them."""
    told = []
    for service, url in databases.items():
        problem = unable(service, url)
        if not problem:
            return audited(service, url)
        told.append(f"{url}: {problem}")
    return not_audited("; ".join(told))


def unable(service: str, url: str) -> str:
    """Why a database cannot tell of one package; empty where it can. A mirror of PyPI has the files alone, and
    pip-audit passes over what it is not told of."""
    locked = re.search(r"^([\w.-]+)==(\S+)", (ROOT / LOCKS[0]).read_text(), re.MULTILINE)
    assert locked
    name, version = locked.groups()
    asked = urllib.request.Request(f"{url}/pypi/{name}/{version}/json")
    if service == "osv":
        package = {"package": {"name": name, "ecosystem": "PyPI"}, "version": version}
        asked = urllib.request.Request(f"{url}/v1/query", json.dumps(package).encode())
    try:
        with urllib.request.urlopen(asked, timeout=ANSWER_SECONDS) as answer:
            told = json.load(answer)
    except (OSError, ValueError) as error:  # HTTPError and TimeoutError are OSErrors
        return str(error)
    return "" if service == "osv" or "vulnerabilities" in told else "it says nothing of holes"


def audited(service: str, url: str) -> int:
    """Asks of everything that is locked."""
    files = [part for lock in LOCKS for part in ("-r", lock)]
    uv = str(Path(sys.executable).with_name("uv"))
    command = [uv, "tool", "run", PIP_AUDIT, "--disable-pip", "--require-hashes", "--format", "json", "-s", service]
    command += ["--osv-url", f"{url}/v1/query"] if service == "osv" else []
    try:
        done = subprocess.run(
            [*command, *files], cwd=ROOT, capture_output=True, text=True, check=False, timeout=ALL_SECONDS
        )
        found = json.loads(done.stdout)["dependencies"]
    except subprocess.TimeoutExpired:
        return not_audited(f"pip-audit has not ended within {ALL_SECONDS} s")
    except ValueError:
        return not_audited(f"pip-audit failed: {done.stderr.strip()[-300:]}")
    skipped = [one["name"] for one in found if "skip_reason" in one]
    holes = {
        f"{one['name']} {one['version']}: {hole['id']}; mended in {', '.join(hole['fix_versions']) or 'no version yet'}"
        for one in found
        for hole in one.get("vulns", ())
    }
    print(*sorted(holes), f"{len(found) - len(skipped)} packages asked of, {len(holes)} known holes.", sep="\n")
    if skipped:
        print(f"Not known to the database: {', '.join(sorted(set(skipped)))}.")
    return 1 if holes else 0


def not_audited(why: str) -> int:
    """Says so: that nothing was found means nothing."""
    print(f"NOT AUDITED: no database of known holes could be asked ({why}).")
    return 0 if os.environ.get("CI") == "true" else 2


if __name__ == "__main__":
    sys.exit(main())
