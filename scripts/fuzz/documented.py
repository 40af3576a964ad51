"""Schemathesis: requests made from our own OpenAPI document, held to it by all of its checks but two."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.fuzz.figures import ORIGIN, Figures
from scripts.fuzz.target import Target

ROOT = Path(__file__).resolve().parents[2]

# A range that ends before it begins fits the document and is refused all the same; QUERY without a content type is 400
# by its own definition, before any route could say 405 (which the tests hold for other verbs).
EXCEPT = "positive_data_acceptance,unsupported_method"


def run(target: Target, figures: Figures, seconds: float, seed: int) -> None:
    """For so long."""
    with tempfile.TemporaryDirectory(prefix="bi-fuzz-") as folder:
        counted = Path(folder) / "figures.json"
        command = [sys.executable, "-m", "schemathesis.cli", "run", f"{target.url}/openapi.json", "--checks=all"]
        command += [f"--exclude-checks={EXCEPT}", f"--seed={seed}", f"--max-time={max(1, int(seconds))}"]
        command += ["--phases=examples,coverage,fuzzing", "--continue-on-failure", "--no-color", "--no-shrink"]
        command += ["--generation-database=none", "--warnings=off", f"--header=Origin: {ORIGIN}"]
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))  # where the hooks are found
        env = {**os.environ, "PYTHONPATH": path, "FUZZ_FIGURES": str(counted)}
        env["SCHEMATHESIS_HOOKS"] = "scripts.fuzz.schemathesis_hooks"
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
        if counted.exists():
            for status, count in json.loads(counted.read_text()).items():
                figures.statuses["document"][status] += count
        if done.returncode:
            told = (done.stdout + done.stderr).partition("= FAILURES =")[2] or done.stdout + done.stderr
            figures.failures.append(f"document:\n{told[-6000:]}")
