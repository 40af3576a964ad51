"""`bi-server keys add | list | revoke` and `bi-server users add | list | passwd | limit | disable | enable`."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine

from bi_server.access import keys, scopes, users
from bi_server.access.principal import ROLES
from bi_server.errors import InvalidInput
from bi_server.semantic import read_model
from bi_server.settings import Settings
from bi_server.store import migrate
from bi_server.store.engine import opened
from bi_server.store.scope import Scope
from bi_server.store.segments import SegmentIds, fold


def add_to(commands: Any) -> None:
    """Adds the commands to argparse's sub-parsers; each part sets `run`, a function of settings and arguments."""
    _add_keys(commands)
    _add_users(commands)


def _add_keys(commands: Any) -> None:
    command = commands.add_parser("keys", help="API keys of services: make, show, revoke")
    parts = command.add_subparsers(dest="part", required=True)
    adding = parts.add_parser("add", help="make a key and print it; it cannot be shown again")
    adding.set_defaults(run=_add)
    adding.add_argument("name", help="who uses it, for the log")
    adding.add_argument("--role", choices=list(ROLES), default="viewer", help="what it may do (default: viewer)")
    _add_scope(adding)
    adding.add_argument("--days", type=int, help="how long it holds (default: until it is revoked)")
    parts.add_parser("list", help="every key, without its secret").set_defaults(run=_list)
    revoking = parts.add_parser("revoke", help="end a key; servers know within ten seconds")
    revoking.set_defaults(run=_revoke)
    revoking.add_argument("id", help="as `list` shows it")


def _add_users(commands: Any) -> None:
    command = commands.add_parser("users", help="people who sign in with a password; needs AUTH_SECRET")
    parts = command.add_subparsers(dest="part", required=True)
    parts.add_parser("list", help="every user").set_defaults(run=_list_users)
    for name, run, text in (
        ("add", _add_user, "make a user; the password is asked for, or read from standard input"),
        ("passwd", _change_password, "give a user another password; he has to sign in again"),
        ("limit", _limit_user, "show a user the rows of --scope alone, or everything without; he has to sign in again"),
        ("disable", _changing(users.disable, "is disabled"), "let a user in no more"),
        ("enable", _changing(users.enable, "may sign in"), "let a user in again"),
    ):
        part = parts.add_parser(name, help=text)
        part.set_defaults(run=run)
        part.add_argument("name")
        if name in ("add", "limit"):
            _add_scope(part)
        if name == "add":
            part.add_argument("--role", choices=list(ROLES), default="viewer", help="what he may do (default: viewer)")


def _add_scope(part: argparse.ArgumentParser) -> None:
    part.add_argument(
        "--scope",
        action="append",
        default=[],
        metavar="DIMENSION:NAME",
        help="rows that may be seen, such as region:North; once for each name (default: all)",
    )


@contextmanager
def _store(settings: Settings) -> Iterator[Engine]:
    with opened(settings.database_url, make_file=False, model=read_model(settings.model, settings.currency)) as engine:
        migrate.require_current(engine)
        yield engine


def _scope(engine: Engine, args: argparse.Namespace) -> Scope | None:
    """What `--scope` says; a name that no row has is told, as it may be a slip."""
    scope = scopes.parsed(args.scope, scopes.dimensions_of(engine))
    if scope is not None:
        with engine.connect() as connection:
            known = SegmentIds(connection).names().values()
        for place, dimension in enumerate(scopes.dimensions_of(engine)):
            for name in dict(scope.parts).get(dimension, frozenset()) - {fold(names[place]) for names in known}:
                print(f"no row has the {dimension} {name!r} so far", file=sys.stderr)
    return scope


def _add(settings: Settings, args: argparse.Namespace) -> int:
    with _store(settings) as engine:
        print(keys.add(engine, args.name, args.role, args.days, _scope(engine, args)))
    return 0


def _list(settings: Settings, _args: argparse.Namespace) -> int:
    with _store(settings) as engine:
        for key in keys.listed(engine):
            used = f"last used {key.last_used:%Y-%m-%d %H:%M}" if key.last_used else "never used"
            until = f"until {key.expires:%Y-%m-%d %H:%M}" if key.expires else "without end"
            state = f"revoked {key.revoked:%Y-%m-%d %H:%M}" if key.revoked else until
            print(f"{key.id}  {key.role:6}  {state:24}  {used:26}  {key.name}  {scopes.shown(key.scope)}".rstrip())
    return 0


def _revoke(settings: Settings, args: argparse.Namespace) -> int:
    with _store(settings) as engine:
        keys.revoke(engine, args.id)
    print(f"{args.id} is revoked; servers know within {keys.FRESH_SECONDS:g} seconds")
    return 0


def _add_user(settings: Settings, args: argparse.Namespace) -> int:
    with _store(settings) as engine:
        scope = _scope(engine, args)
        users.add(engine, args.name, args.role, _password(), scope)
    print(f"{args.name} may sign in as {args.role}")
    if not settings.auth_secret.get_secret_value():
        print("AUTH_SECRET is not set: nobody can sign in before it is", file=sys.stderr)
    return 0


def _list_users(settings: Settings, _args: argparse.Namespace) -> int:
    with _store(settings) as engine:
        for user in users.listed(engine):
            state = f"disabled {user.disabled:%Y-%m-%d %H:%M}" if user.disabled else ""
            scope = scopes.shown(user.scope)
            print(f"{user.role:6}  since {user.created:%Y-%m-%d}  {user.name}  {scope}  {state}".rstrip())
    return 0


def _limit_user(settings: Settings, args: argparse.Namespace) -> int:
    with _store(settings) as engine:
        users.limit(engine, args.name, _scope(engine, args))
    print(f"{args.name} sees {' '.join(args.scope) or 'everything'}")
    return 0


def _change_password(settings: Settings, args: argparse.Namespace) -> int:
    with _store(settings) as engine:
        users.change_password(engine, args.name, _password())
    print(f"{args.name} has another password")
    return 0


def _changing(change: Callable[[Engine, str], None], told: str) -> Callable[[Settings, argparse.Namespace], int]:
    def run(settings: Settings, args: argparse.Namespace) -> int:
        with _store(settings) as engine:
            change(engine, args.name)
        print(f"{args.name} {told}")
        return 0

    return run


def _password() -> str:
    """Never an argument: those are seen by whoever lists processes."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != password:
        raise InvalidInput.of("password", "the two differ; nothing has changed")
    return password
