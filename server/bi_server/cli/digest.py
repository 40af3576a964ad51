"""`bi-server digest`: the newest figures to people by e-mail, to programs by a signed webhook."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from bi.v1 import dashboard_pb2
from bi_server.cli.report import add_question, question
from bi_server.errors import InvalidInput
from bi_server.settings import Settings


def add_to(commands: Any) -> None:
    """Adds the command to argparse's sub-parsers; it sets `run`, a function of the settings and its arguments."""
    digest = commands.add_parser(
        "digest", help="send KPIs and insights: by e-mail with the pages (PDF), by a signed webhook", allow_abbrev=False
    )
    digest.set_defaults(run=_digest)
    digest.add_argument("--to", action="append", default=[], metavar="ADDRESS", help="who gets the e-mail; may repeat")
    digest.add_argument("--webhook", action="append", default=[], metavar="URL", help="where it is posted; may repeat")
    digest.add_argument("--dry-run", action="store_true", help="only print what the e-mail would say")
    add_question(digest, dashboard_pb2.GetDashboardRequest, "/api/dashboard")


def _digest(settings: Settings, args: argparse.Namespace) -> int:
    # These take a second, which other commands shall not wait for.
    from bi_server.delivery import mail
    from bi_server.delivery.webhook import Webhook
    from bi_server.reports import digest
    from bi_server.services import offline

    if not (args.to or args.webhook or args.dry_run):
        raise InvalidInput.of("--to", "say where it goes: --to ADDRESS, --webhook URL, or --dry-run to read it here")
    # What is wrong with the settings is told before anything is computed, or sent half.
    message = mail.envelope(settings, args.to) if args.to and not args.dry_run else None
    webhooks = [Webhook.of(settings, url) for url in args.webhook if not args.dry_run]
    screen, pages = offline.digest(settings, question(dashboard_pb2.GetDashboardRequest, args))
    if args.dry_run:
        print(f"{digest.subject(screen)}\n\n{digest.text(screen)}", end="")
        return 0
    failed = 0
    if message is not None:
        message["Subject"] = " ".join(digest.subject(screen).split())
        message.set_content(f"{digest.text(screen)}\nThe pages are attached: {pages.name}\n")
        message.add_alternative(digest.html(screen), subtype="html")
        message.add_attachment(pages.body, maintype="application", subtype="pdf", filename=pages.name)
        failed += not _sent(", ".join(args.to), partial(mail.send, settings, message))
    for webhook in webhooks:
        failed += not _sent(webhook.address.host, partial(webhook.post, "digest", digest.as_json(screen)))
    return 1 if failed else 0


def _sent(where: str, send: Callable[[], None]) -> bool:
    """Whether it was: a way that is shut does not shut the others."""
    try:
        send()
    except (InvalidInput, OSError) as error:
        print(f"bi-server: {error}", file=sys.stderr)
        return False
    print(f"sent to {where}", file=sys.stderr)
    return True
