"""Computes off the event loop, so that long work does not keep short requests waiting: one pool for each class of cost.

Analyses have processes, which can be ended and keep the interpreter of nobody else; the others have threads.
"""

from dataclasses import dataclass

from bi_server.workers.in_place import Analyses, InPlace
from bi_server.workers.processes import Processes
from bi_server.workers.template import Template
from bi_server.workers.threads import Threads

__all__ = ["InPlace", "Processes", "Template", "Threads", "WorkersByCost"]


@dataclass(frozen=True)
class WorkersByCost:
    """Nobody who asks for a chart waits behind analyses, or they behind imports."""

    charts: Threads
    analyses: Analyses
    imports: Threads
    sign_ins: Threads

    def close(self) -> None:
        """Lets what is running end; takes nothing new."""
        for pool in (self.charts, self.analyses, self.imports, self.sign_ins):
            pool.close()
