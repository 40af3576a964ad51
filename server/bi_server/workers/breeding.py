"""Where the processes come from that analyses run in: the server's template, and another where it is lost."""

import asyncio
import importlib
import logging
import socket
import sys
from functools import partial
from typing import NoReturn

from bi_server.settings import Settings
from bi_server.workers.template import Template, breed
from bi_server.workers.worker import work

log = logging.getLogger(__name__)

REPLACE_SECONDS = 5.0  # between two templates: one that cannot start shall not take the processor


def warm_up() -> None:
    """What workers need and a start should not wait for: the seasons of trends, and the drawing of reports."""
    for module in ("scipy.stats", "statsmodels.tsa.seasonal", "bi_server.reports.pages.document", "xlsxwriter"):
        importlib.import_module(module)


def breed_at(limit: int, descriptor: int) -> NoReturn:
    """The template of a new interpreter, whose workers may have so many bytes; see `template_command`."""
    breed(socket.socket(fileno=descriptor), partial(work, max_bytes=limit), warm_up)


def template_command(limit: int) -> list[str]:
    """What makes a template from a new interpreter; it takes two seconds to start."""
    # The application is imported for what its analyses need.
    program = "import sys, bi_server.app, bi_server.workers.breeding as it; it.breed_at(*map(int, sys.argv[1:]))"
    return [sys.executable, "-c", program, str(limit)]


def spawned_template() -> Template:
    """A template as `main` forks it, with the default limit, for who runs servers in a process that has threads."""
    return Template.spawn(template_command(Settings.model_fields["analysis_memory_bytes"].default))


def forked_template(limit: int) -> Template:
    """The template of this process, which must have no threads yet."""
    return Template.fork(partial(work, max_bytes=limit), warm_up, template_command(limit))


def keep_replacing(template: Template) -> None:
    """Makes another template wherever one ends, for as long as the running loop looks at it."""
    loop, at_least = asyncio.get_running_loop(), 0.0

    def lost() -> None:
        loop.remove_reader(template)
        log.error("the process that analyses are forked from has ended; another takes its place")
        if loop.time() >= at_least:
            replace()  # before those whose workers have ended with it ask for others
        else:
            loop.call_at(at_least, replace)

    def replace() -> None:
        nonlocal at_least
        at_least = loop.time() + REPLACE_SECONDS
        template.replace()
        loop.add_reader(template, lost)

    loop.add_reader(template, lost)
