"""`bi-server report`: the reports of the server, written to a file."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message

from bi.v1 import analytics_pb2, dashboard_pb2, data_pb2, report_pb2
from bi_server.errors import InvalidInput
from bi_server.settings import Settings

Asked = TypeVar("Asked", bound=Message)


class Kind(NamedTuple):
    """A kind of report: the question that it takes, and as what files it comes."""

    request: type[Message]
    title: str
    extensions: tuple[str, ...]
    help: str


KINDS = {
    "dashboard": Kind(dashboard_pb2.GetDashboardRequest, "Dashboard", ("pdf", "xlsx", "csv"), "the whole screen"),
    "kpis": Kind(dashboard_pb2.GetKpisRequest, "Kpis", ("csv", "xlsx"), "KPIs"),
    "chart-data": Kind(dashboard_pb2.GetChartDataRequest, "ChartData", ("csv", "xlsx"), "a time series"),
    "comparison": Kind(analytics_pb2.ComparePeriodsRequest, "Comparison", ("csv", "xlsx"), "two ranges side by side"),
    "query": Kind(data_pb2.QueryRequest, "Query", ("csv", "xlsx"), "any metrics by any dimensions"),
    "rows": Kind(report_pb2.ExportRowsCsvRequest, "Rows", ("csv", "xlsx"), "the rows behind a figure"),
}
NUMBERS = {FieldDescriptor.CPPTYPE_INT32: int, FieldDescriptor.CPPTYPE_DOUBLE: float}


def add_to(commands: Any) -> None:
    """Adds the command to argparse's sub-parsers; it sets `run`, a function of the settings and its arguments."""
    report = commands.add_parser("report", help="write a report to a file: PDF, XLSX or CSV")
    kinds = report.add_subparsers(dest="kind", required=True)
    for name, kind in KINDS.items():
        parser = kinds.add_parser(name, help=f"{kind.help}, as {' or '.join(kind.extensions)}", allow_abbrev=False)
        parser.set_defaults(run=_report)
        known = " or ".join(f".{extension}" for extension in kind.extensions)
        parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=f"where to write it: a {known}")
        add_question(parser, kind.request, f"/api/reports/{name}")


def add_question(parser: argparse.ArgumentParser, request: type[Message], route: str) -> None:
    """The parameters of a route as options."""
    for field in request.DESCRIPTOR.fields:
        more: dict[str, Any] = {"action": "append"} if field.is_repeated else {}
        text = f"as {field.name} of {route}" + ("; may repeat" if field.is_repeated else "")
        option = f"--{field.name.replace('_', '-')}"
        parser.add_argument(option, dest=field.name, type=NUMBERS.get(field.cpp_type, str), help=text, **more)


def question(request: type[Asked], args: argparse.Namespace) -> Asked:
    """What was asked by such options."""
    given = {field.name: getattr(args, field.name) for field in request.DESCRIPTOR.fields}
    return request(**{name: value for name, value in given.items() if value is not None})


def _report(settings: Settings, args: argparse.Namespace) -> int:
    from bi_server.services.offline import write  # takes a second, which other commands shall not wait for

    kind, out = KINDS[args.kind], args.out
    extension = out.suffix.removeprefix(".").lower()
    if extension not in kind.extensions:
        known = " or ".join(f".{one}" for one in kind.extensions)
        raise InvalidInput.of("--out", f"{out.name!r} is no name of a {args.kind} report; end it with {known}")
    if not out.absolute().parent.is_dir():
        raise InvalidInput.of("--out", f"there is no folder {str(out.absolute().parent)!r}; make it first")
    request = question(kind.request, args)
    unfinished = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            name = write(settings, f"Export{kind.title}{extension.title()}", request, file)
        size = unfinished.stat().st_size
        unfinished.replace(out)  # all of it or nothing, where a report of before is replaced
    finally:
        unfinished.unlink(missing_ok=True)
    print(f"{out}: {size:,} bytes, {name}", file=sys.stderr)
    return 0
