"""`bi-server` commands without a process of their own: to start one takes two seconds."""

import io
import logging
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.gateway.stack import environment

from bi_server.__main__ import main


class Done(NamedTuple):
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


def command(folder: Path, *arguments: str, given: str = "", **settings: object) -> Done:
    """Runs a command in a folder, with these settings alone; `given` is its standard input."""
    out, err, handlers = io.StringIO(), io.StringIO(), logging.root.handlers[:]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(folder)
        patch.setattr(os, "environ", environment(folder, **settings))
        patch.setattr(sys, "stdin", io.StringIO(given))
        try:
            code = main(list(arguments))
        finally:
            logging.root.handlers[:] = handlers
    return Done(code, out.getvalue(), err.getvalue())
