"""`bi-server doctor`: looks at everything the service rests on, and says what is wrong and what to do about it."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, func, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from bi_server import tls
from bi_server.errors import BiError, InvalidInput
from bi_server.ingest import spool
from bi_server.semantic import read_model
from bi_server.settings import Settings
from bi_server.store import backup, migrate, rollups
from bi_server.store.away import reason, words
from bi_server.store.engine import opened
from bi_server.store.extent import Extent, extent
from bi_server.store.sql.sqlite.files import sqlite_file
from bi_server.store.sql.sqlite.stage import left_behind
from bi_server.store.tables import imports, sales_data

LEAST_FREE_BYTES = 256 * 2**20
LEAST_DAYS = 14  # that a certificate should hold for
RESTORE = "`bi-server restore FILE --force` brings a backup back"


class Finding(NamedTuple):
    """One line: what was looked at, what was found, and, where that is wrong, what to do."""

    what: str
    found: str
    remedy: str = ""
    is_mended: bool = False

    def __str__(self) -> str:
        state = "mended" if self.is_mended else "WRONG" if self.remedy else "ok"
        return f"{state:7} {self.what:11} {self.found}" + (f"; {self.remedy}" if self.remedy else "")


def add_to(commands: Any) -> None:
    """Adds the command to argparse's sub-parsers."""
    parser = commands.add_parser(
        "doctor", help="look at store, files, disk and settings; say what is wrong and the remedy"
    )
    parser.set_defaults(run=_doctor)
    parser.add_argument(
        "--fix", action="store_true", help="mend what is safe to: remove left-over files, make sums anew from the rows"
    )


def _doctor(settings: Settings, args: argparse.Namespace) -> int:
    sick = 0
    for finding in examine(settings, fix=args.fix):
        print(finding, flush=True)
        sick += bool(finding.remedy)
    return int(sick > 0)


def examine(settings: Settings, *, fix: bool = False) -> Iterator[Finding]:
    """Everything in turn; what cannot be looked at because of what was found before is left out."""
    yield Finding("settings", f"read; the store is {make_url(settings.database_url).render_as_string()}")
    yield from _certificate(settings)
    yield from _left_over(fix, "uploads", Path(tempfile.gettempdir()), lambda: spool.left_behind(remove=fix))
    with opened(settings.database_url, make_file=False, model=read_model(settings.model, settings.currency)) as engine:
        if settings.is_sqlite:
            file = sqlite_file(engine)
            if not file.exists():
                yield Finding("database", f"{file} is not there", f"{RESTORE}, `bi-server migrate` makes a new one")
                return
            yield from _disk(file)
            wrong = backup.damage(file)
            if wrong:
                yield Finding("integrity", f"{file} is damaged ({'; '.join(wrong)})", RESTORE)
                return
            yield Finding("integrity", "sound")
            yield from _left_over(fix, "stages", file.parent, lambda: left_behind(engine, remove=fix))
        try:
            yield from _store(engine, settings, fix)
        except (BiError, SQLAlchemyError) as error:
            told = error.message if isinstance(error, BiError) else f"{reason(error)} ({words(error)})"
            yield Finding("database", told, "start it, or correct DATABASE_URL")


def _certificate(settings: Settings) -> Iterator[Finding]:
    if not settings.tls_cert:
        return
    try:
        files = tls.read(settings)
    except InvalidInput as error:
        yield Finding("TLS", error.message, "correct the file or the setting")
        return
    days, ends = tls.days_left(files), f"{settings.tls_cert} ends on {files.ends:%Y-%m-%d}"
    renew = "put the next one in its place; running processes take it up"
    yield Finding("TLS", ends, "" if days > LEAST_DAYS else renew)


def _left_over(fix: bool, what: str, folder: Path, find: Callable[[], int]) -> Iterator[Finding]:
    count = find()
    if not count:
        yield Finding(what, f"none left over in {folder}")
    elif fix:
        yield Finding(what, f"{count} left over in {folder} removed", is_mended=True)
    else:
        yield Finding(what, f"{count} files of dead processes in {folder}", "`bi-server doctor --fix` removes them")


def _disk(file: Path) -> Iterator[Finding]:
    for folder in dict.fromkeys((file.parent, Path(tempfile.gettempdir()))):
        free, needed = shutil.disk_usage(folder).free, max(LEAST_FREE_BYTES, file.stat().st_size)
        text = f"{free / 2**20:,.0f} MiB free in {folder}"
        low = "imports and backups may fail: make room, or move the store (DATABASE_URL) or TMPDIR"
        yield Finding("disk", text, low if free < needed else "")
    if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
        yield Finding("rights", f"{file} can be written")
    else:
        yield Finding(
            "rights", f"{file} or its folder cannot be written", "imports will fail: give this user the right to"
        )


def _store(engine: Engine, settings: Settings, fix: bool) -> Iterator[Finding]:
    revision, known = migrate.revision(engine), migrate.revisions()
    if revision != known[0]:
        newer = revision is not None and revision not in known
        remedy = "a newer bi made it: update this one" if newer else "`bi-server migrate` brings it up to date"
        yield Finding("schema", f"at {revision or 'nothing'}, not {known[0]}", remedy)
        return
    yield Finding("schema", f"{revision}, the newest")
    with engine.connect() as connection:
        reach = extent(connection)
        problem = reach.problem(settings.max_store_cells)
        yield Finding("extent", problem, _undo(connection)) if problem else Finding("extent", _words(reach))
    yield from _rollups(engine, fix)


def _words(reach: Extent) -> str:
    if not reach.segments:
        return "no rows yet"
    first, last = date.fromordinal(reach.first_day), date.fromordinal(reach.last_day)
    return f"{first} to {last}, {reach.segments:,} {reach.described}"


def _undo(connection: Connection) -> str:
    """The imports that stretch the store: of its first and last rows, and the one with most names of its own."""
    row = sales_data.c
    names = func.count(func.distinct(row.product_category + "\n" + row.region))
    by_names = select(row.import_id).where(row.import_id.is_not(None)).group_by(row.import_id).order_by(names.desc())
    found = {
        "the first day": select(row.import_id).order_by(row.date).limit(1),
        "the last day": select(row.import_id).order_by(row.date.desc()).limit(1),
        "most names": by_names.limit(1),
    }
    told = []
    for what, query in found.items():
        number = connection.execute(query).scalar()
        if number is not None:
            name = connection.execute(select(imports.c.file_name).where(imports.c.id == number)).scalar()
            told.append(f"{what}: import {number} ({name})")
    return (
        f"`bi-server imports undo ID` takes one back ({', '.join(told) or 'rows of another tool'}), or raise the limit"
    )


def _rollups(engine: Engine, fix: bool) -> Iterator[Finding]:
    with engine.connect() as connection:
        differences = rollups.verify(connection)
        waiting = rollups.has_uncovered_rows(connection)
    if not differences:
        yield Finding("rollups", "every daily sum equals its rows")
    elif fix:
        with engine.execution_options(writes=True).begin() as connection:
            rollups.rebuild(connection)
        yield Finding("rollups", f"{len(differences):,} daily sums made anew from the rows", is_mended=True)
    else:
        text = (
            "rows of another tool wait to be summed up" if waiting else f"{len(differences):,} sums are not of the rows"
        )
        yield Finding("rollups", text, "`bi-server doctor --fix` makes them anew from the rows")
