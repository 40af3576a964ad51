"""A small process that worker processes are forked from: they start in milliseconds and share its memory.

It is forked itself, from a server that has imported everything and has no threads yet: later, gRPC's would be lost in
the copy, and what they held would stay locked. It alone signals the workers, which are its children: no other process
can have taken the number of one that has ended.
"""

import gc
import os
import signal
import socket
import struct
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import IntEnum
from typing import NoReturn, TypeAlias

ORDER = struct.Struct("!BQ")
NICENESS = 10  # its own and its workers': the processor is first for those who answer short requests
END_SECONDS = 2.0  # the template may take so long to end; then it is killed

Work: TypeAlias = Callable[[socket.socket], None]  # what a worker does with its socket, until it ends


class Order(IntEnum):
    """What the server asks of the template, by the number that it has given the worker."""

    START = 1  # the worker's socket goes with it
    INTERRUPT = 2
    KILL = 3


class Template:
    """The server's side of it. Where the template has ended, so have its workers, and new ones are born dead until it
    is replaced.

    `command` makes one from a new interpreter: its last act is to `breed` at the socket whose file descriptor is its
    last argument.
    """

    def __init__(self, control: socket.socket, pid: int, command: Sequence[str]) -> None:
        self._control = control
        self.pid = pid
        self._command = command
        self._last = 0

    @classmethod
    def fork(cls, work: Work, warm_up: Callable[[], None], command: Sequence[str]) -> "Template":
        """Forks it from this process, which must have no threads and no event loop; workers run `work`."""
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            ours.close()
            breed(theirs, work, warm_up)
        theirs.close()
        return cls(ours, pid, command)

    @classmethod
    def spawn(cls, command: Sequence[str]) -> "Template":
        """Makes it from a new interpreter, where this process has threads already: its memory is its own then."""
        return cls(*_spawned(command), command)

    def replace(self) -> None:
        """Makes another in the place of one that has ended; who asks for a worker meanwhile waits for it."""
        self._control.close()
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        self._control, self.pid = _spawned(self._command)

    def fileno(self) -> int:
        """Readable once the template has ended: workers cannot be had until it is replaced."""
        return self._control.fileno()

    def start(self) -> tuple[int, socket.socket]:
        """A new worker's number, and our end of its socket."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        self._last += 1
        with theirs, suppress(OSError):
            socket.send_fds(self._control, [ORDER.pack(Order.START, self._last)], [theirs.fileno()])
        return self._last, ours

    def interrupt(self, number: int) -> None:
        """Makes a worker leave its work at the next step of the interpreter."""
        self._tell(Order.INTERRUPT, number)

    def kill(self, number: int) -> None:
        """Ends a worker whatever it does; also clears away one that has ended by itself."""
        self._tell(Order.KILL, number)

    def _tell(self, order: Order, number: int) -> None:
        with suppress(OSError):
            self._control.sendall(ORDER.pack(order, number))

    def give_up(self) -> None:
        """Ends a template that does not do what it is told."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """Ends it, and every worker with it."""
        self._control.close()
        with suppress(ChildProcessError):
            end = time.monotonic() + END_SECONDS
            while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
                if time.monotonic() > end:
                    self.give_up()
                time.sleep(0.005)


def _spawned(command: Sequence[str]) -> tuple[socket.socket, int]:
    """Our end of the socket, and the process."""
    ours, theirs = socket.socketpair()
    with theirs:
        theirs.set_inheritable(True)
        return ours, os.posix_spawn(command[0], [*command, str(theirs.fileno())], os.environ)


def breed(control: socket.socket, work: Work, warm_up: Callable[[], None]) -> NoReturn:
    """The template itself; ends when the server closes its end or is no more."""
    status = 1
    try:
        os.nice(NICENESS)
        # Linux shares the processor among sessions before it looks at who in them is nice: in the server's own session
        # workers would take as much from Envoy and the other servers as anybody.
        os.setsid()
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)  # are for the server, which ends this in its own time
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)  # see Order.INTERRUPT; a worker listens once it is ready
        warm_up()
        gc.freeze()  # what is here is every worker's: the garbage collector would make copies of it
        peer = _until_one_is_born(control)
        if peer is not None:
            control.close()
            work(peer)
        status = 0
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(status)


def _until_one_is_born(control: socket.socket) -> socket.socket | None:
    """Does as the server says. Returns in each worker, with its socket, and at the end in the template, with None."""
    children: dict[int, int] = {}
    while True:
        message, files, _, _ = socket.recv_fds(control, ORDER.size, 1)
        if not message:
            break
        order, number = ORDER.unpack(message)
        if order == Order.START:
            pid = os.fork()
            if pid == 0:
                return socket.socket(fileno=files[0])
            os.close(files[0])
            children[number] = pid
        elif number in children and order == Order.INTERRUPT:
            os.kill(children[number], signal.SIGUSR1)
        elif number in children:
            _end(children.pop(number))
    for pid in children.values():
        _end(pid)
    return None


def _end(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
