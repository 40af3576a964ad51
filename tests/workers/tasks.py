"""What workers are made to do in tests, each as `Processes.run` wants it: (request, cube, ...)."""

import itertools
import os
import signal
from pathlib import Path
from typing import Any

import numpy as np

from bi_server.errors import InvalidInput
from bi_server.store.cube import Cube
from bi_server.store.selection import EVERYTHING


def version(_request: Any, cube: Cube) -> int:
    return cube.version


def sums(_request: Any, cube: Cube) -> tuple[list[int], bool]:
    """The running totals at the end, and whether their memory can be written to."""
    return cube.view(EVERYTHING)[-1].tolist(), bool(cube.running.flags.writeable)


def rows_of_last_day(_request: Any, cube: Cube) -> int:
    assert cube.rows is not None
    return sum(alike.times * alike.kinds for alike in cube.rows.alike(cube.last_day))


def pid(_request: Any, _cube: Cube) -> int:
    return os.getpid()


def endless(begun: str, _cube: Cube) -> None:
    """Steps of the interpreter, for ever; the file says that it has begun."""
    Path(begun).touch()
    while True:
        pass


def endless_in_c(begun: str, _cube: Cube) -> None:
    """A single step of the interpreter, for ever."""
    Path(begun).touch()
    sum(itertools.repeat(0))


def greedy(_request: Any, _cube: Cube) -> int:
    return len(np.ones(10**9))


def wrong(_request: Any, _cube: Cube) -> None:
    raise InvalidInput.of("level", "is too high")


def broken(_request: Any, _cube: Cube) -> None:
    raise ZeroDivisionError


def killed(_request: Any, _cube: Cube) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_once(flag: str, _cube: Cube) -> str:
    """The first to come is killed."""
    try:
        Path(flag).touch(exist_ok=False)
    except FileExistsError:
        return "done"
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"
