"""`bi-server keys add | list | revoke`."""

import argparse
from typing import Any

from bi_server.access import keys
from bi_server.access.principal import ROLES
from bi_server.settings import Settings
from bi_server.store import migrate
from bi_server.store.engine import opened


def add_to(commands: Any) -> None:
    """Adds the command to argparse's sub-parsers; each part sets `run`, a function of settings and arguments."""
    command = commands.add_parser("keys", help="API keys of services: make, show, revoke")
    parts = command.add_subparsers(dest="part", required=True)
    adding = parts.add_parser("add", help="make a key and print it; it cannot be shown again")
    adding.set_defaults(run=_add)
    adding.add_argument("name", help="who uses it, for the log")
    adding.add_argument("--role", choices=list(ROLES), default="viewer", help="what it may do (default: viewer)")
    adding.add_argument("--days", type=int, help="how long it holds (default: until it is revoked)")
    parts.add_parser("list", help="every key, without its secret").set_defaults(run=_list)
    revoking = parts.add_parser("revoke", help="end a key; servers know within ten seconds")
    revoking.set_defaults(run=_revoke)
    revoking.add_argument("id", help="as `list` shows it")


def _add(settings: Settings, args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False) as engine:
        migrate.require_current(engine)
        print(keys.add(engine, args.name, args.role, args.days))
    return 0


def _list(settings: Settings, _args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False) as engine:
        migrate.require_current(engine)
        for key in keys.listed(engine):
            used = f"last used {key.last_used:%Y-%m-%d %H:%M}" if key.last_used else "never used"
            until = f"until {key.expires:%Y-%m-%d %H:%M}" if key.expires else "without end"
            state = f"revoked {key.revoked:%Y-%m-%d %H:%M}" if key.revoked else until
            print(f"{key.id}  {key.role:6}  {state:24}  {used:26}  {key.name}")
    return 0


def _revoke(settings: Settings, args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False) as engine:
        migrate.require_current(engine)
        keys.revoke(engine, args.id)
    print(f"{args.id} is revoked; servers know within {keys.FRESH_SECONDS:g} seconds")
    return 0
