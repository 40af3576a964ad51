"""What `bi` takes, and how it ends."""

import argparse
import os
import re
import sys
from typing import Any

from bi_client.client import Client
from bi_client.errors import BiError
from bi_client.terminal import commands

UNITS = {"d": "days", "w": "weeks", "m": "months", "q": "quarters", "y": "years"}
CALLER = ("BI_TOKEN", "BI_API_KEY", "BI_USERNAME", "BI_PASSWORD", "BI_CA", "BI_CLIENT_CERT", "BI_CLIENT_KEY")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns the exit status: 0 done, 1 failed with one line that says why, 2 not understood."""
    args = _parser().parse_args(arguments)
    caller = {name.removeprefix("BI_").lower(): os.environ.get(name, "") for name in CALLER}
    try:
        with Client(args.server, **caller) as bi:  # type: ignore[arg-type]  # texts all of them
            args.run(bi, args)
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read it has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except (BiError, OSError, ValueError) as error:
        print(f"bi: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bi",
        description="Figures of a bi server. Who asks is said by BI_TOKEN, BI_API_KEY, or BI_USERNAME and BI_PASSWORD. "
        "With TLS BI_CA is the file of who issued the server's certificate, BI_CLIENT_CERT and BI_CLIENT_KEY your own.",
    )
    server = os.environ.get("BI_SERVER", "localhost:50051")
    parser.add_argument("--server", default=server, metavar="HOST:PORT", help=f"gRPC port (BI_SERVER; {server})")
    found = parser.add_subparsers(dest="command", required=True)

    kpis = _command(found, "kpis", commands.kpis, "the headline figures and how they changed")
    _add_range(kpis)
    _add_compare(kpis)

    chart = _command(found, "chart", commands.chart, "a metric over time")
    _add_range(chart)
    _add_metric(chart)
    chart.add_argument("--by", default="none", metavar="DIMENSION", help="split by a dimension")

    forecast = _command(found, "forecast", commands.forecast, "what is to be expected, with intervals")
    _add_metric(forecast)
    forecast.add_argument("--periods", type=int, default=14, help="steps ahead (default: 14)")
    forecast.add_argument("--plot", action="store_true", help="draw it: the value, and the 80 %% interval around it")

    why = _command(found, "why", commands.why, "what drove the change of revenue")
    _add_range(why)
    _add_compare(why)

    insights = _command(found, "insights", commands.insights, "what stands out, in words")
    _add_range(insights)
    insights.add_argument("--limit", type=int, help="so many at most")

    importing = _command(found, "import", commands.import_file, "take a file of sales into the store", asks=False)
    importing.add_argument("file")
    importing.add_argument("--dry-run", action="store_true", help="only tell how it would be read")
    importing.add_argument("--order-lines", action="store_true", help="several rows are one order")
    importing.add_argument("--map", action="append", default=[], metavar="OURS=THEIRS", help="columns; may repeat")
    importing.add_argument("--set", action="append", default=[], metavar="OURS=VALUE", help="fixed; may repeat")

    importing.add_argument("--json", action="store_true", help="the whole answer as JSON")

    watch = _command(found, "watch", commands.watch, "the figures, now and whenever the data changes")
    _add_range(watch)
    watch.add_argument("--times", type=int, default=0, metavar="N", help="end after so many (default: never)")
    return parser


def _command(found: Any, name: str, run: Any, text: str, *, asks: bool = True) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    if not asks:
        return parser
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the whole answer as JSON")
    form.add_argument("--csv", action="store_true", help="its rows as CSV")
    parser.add_argument(
        "--filter", action="append", default=[], type=_filter, metavar="DIMENSION:NAME", help="a part; may repeat"
    )
    return parser


def _add_range(parser: argparse.ArgumentParser) -> None:
    given = parser.add_mutually_exclusive_group()
    given.add_argument(
        "--last", dest="range", type=_last, metavar="30d", help="so many days, weeks, months, quarters, years"
    )
    given.add_argument(
        "--range", dest="range", metavar="WORDS", help="mtd, last_month, ytd, ... (default: last_30_days)"
    )
    given.add_argument("--dates", dest="range", nargs=2, metavar=("FIRST", "LAST"), help="two days, YYYY-MM-DD")


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--compare", default="", metavar="WORDS", help="previous (default), previous_year, ...")


def _add_metric(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--metric", default="", help="default: revenue")
    parser.add_argument("--step", default="", metavar="WORDS", help="day, week, month, quarter or year")


def _last(text: str) -> str:
    found = re.fullmatch(r"(\d+)([dwmqy])", text.strip().lower())
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no number with d, w, m, q or y behind it, such as 30d")
    return f"last_{found[1]}_{UNITS[found[2]]}"


def _filter(text: str) -> tuple[str, str]:
    dimension, colon, name = text.partition(":")
    if not colon or not dimension or not name:
        raise argparse.ArgumentTypeError(f"{text!r} is not DIMENSION:NAME, such as region:North")
    return dimension, name
