"""`bi-server backup | restore`."""

import argparse
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from bi_server.errors import InvalidInput
from bi_server.settings import Settings
from bi_server.store.away import reaching
from bi_server.store.backup import back_up, restore


def add_to(commands: Any) -> None:
    """Adds the commands to argparse's sub-parsers; each sets `run`, a function of the settings and its arguments."""
    parser = commands.add_parser("backup", help="copy the store into a file, while servers run, and check the copy")
    parser.set_defaults(run=_backup)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--force", action="store_true", help="replace FILE where it is there already")
    parser = commands.add_parser("restore", help="put a backup into the place of the store; running servers notice")
    parser.set_defaults(run=_restore)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--force", action="store_true", help="replace a store that has rows; it is kept beside")


def _backup(settings: Settings, args: argparse.Namespace) -> int:
    file = _sqlite_file(settings, f"pg_dump --format=custom --file={args.file}")
    with reaching():
        contents = back_up(file, args.file, replace=args.force)
    print(f"{args.file}: {contents}; checked")
    return 0


def _restore(settings: Settings, args: argparse.Namespace) -> int:
    file = _sqlite_file(settings, f"pg_restore --clean --if-exists --single-transaction {args.file} --dbname=")
    with reaching():
        contents, kept = restore(args.file, file, replace=args.force)
    print(f"{file}: {contents}; checked" + (f"\nthe store of before is {kept}" if kept else ""))
    return 0


def _sqlite_file(settings: Settings, command: str) -> Path:
    url = make_url(settings.database_url)
    if not settings.is_sqlite:
        address = url.set(drivername="postgresql").render_as_string()
        raise InvalidInput.of("DATABASE_URL", f"PostgreSQL has its own: {command} '{address}'".replace("= '", "='"))
    return Path(url.database or "").absolute()
