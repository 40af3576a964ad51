"""What each command of `bi` asks and prints."""

import json
from argparse import Namespace
from typing import Any

from google.protobuf.json_format import MessageToDict

from bi.v1.dashboard_pb2 import Kpi
from bi_client.client import Client
from bi_client.terminal import printing
from bi_client.terminal.plot import plotted
from bi_client.terminal.printing import Currency, change, days, figure, money, print_columns

MOST_PARTS = 5
DEFAULT_RANGE = "last_30_days"


def kpis(bi: Client, args: Namespace) -> None:
    answer = bi.kpis(_range(args), compare=args.compare, filters=_filters(args))
    if printing.for_programs(answer, args):
        return
    currency = Currency.of(bi.metadata().message)
    print_columns(
        [
            kpi.title,
            _value(kpi, currency),
            change(kpi.change, kpi.change_unit) if kpi.HasField("change") else f"({kpi.change_reason})",
            f"vs {days(kpi.compared_range)}" if kpi.HasField("change") else "",
        ]
        for kpi in answer.message.kpis
    )


def _value(kpi: Kpi, currency: Currency) -> str:
    return figure(kpi.value, kpi.format, currency) if kpi.HasField("value") else f"({kpi.value_reason})"


def chart(bi: Client, args: Namespace) -> None:
    asked = {"metric": args.metric, "granularity": args.step, "group_by": args.by, "filters": _filters(args)}
    answer = bi.chart(_range(args), **asked)
    if not printing.for_programs(answer, args):
        digits = _digits(bi, args.metric or "revenue")
        print_columns(
            [point.date, *_parts(point), f"{point.value:,.{digits}f}" if point.HasField("value") else "-"]
            for point in answer.message.chart_data
        )


def _digits(bi: Client, metric: str) -> int:
    """How many decimals values of a metric are printed with."""
    known = bi.metadata().message
    is_money = any(one.id == metric and one.format == "currency" for one in known.metrics)
    return Currency.of(known).decimals if is_money else 2


def _parts(point: Any) -> list[str]:
    return [name for name in (point.category, point.region, *point.segment.values()) if name]


def forecast(bi: Client, args: Namespace) -> None:
    answer = bi.forecast(args.periods, metric=args.metric, granularity=args.step, filters=_filters(args))
    if printing.for_programs(answer, args):
        return
    points, digits = answer.message.forecast, _digits(bi, answer.message.metric)
    if args.plot:
        print("\n".join(plotted(points, digits)))
    else:
        print_columns(
            [one.date, f"{one.value:,.{digits}f}", f"{one.lower_80:,.{digits}f} to {one.upper_80:,.{digits}f}"]
            for one in points
        )
    print(f"\n{answer.message.model}: {answer.message.model_reason} {answer.message.degraded_reason}".rstrip())


def why(bi: Client, args: Namespace) -> None:
    first = bi.kpis(_range(args), compare=args.compare, filters=_filters(args)).message.kpis[0]
    if not first.HasField("current_range") or not first.HasField("compared_range"):
        raise ValueError(f"there is nothing to compare: {first.change_reason or first.value_reason}")
    now, before = first.current_range, first.compared_range
    answer = bi.comparison((now.start_date, now.end_date), (before.start_date, before.end_date), filters=_filters(args))
    if printing.for_programs(answer, args):
        return
    message, currency = answer.message, Currency.of(bi.metadata().message)
    drivers = message.drivers
    print(
        f"Revenue moved by {money(drivers.total_change, currency)}: from "
        f"{money(message.previous.revenue, currency, signed=False)} ({days(before)}) to "
        f"{money(message.current.revenue, currency, signed=False)} ({days(now)})\n"
    )
    mix = drivers.price_volume_mix
    named = {
        "Volume": mix.volume,
        "Price": mix.price,
        "Mix": mix.mix,
        "New": mix.new_segments,
        "Lost": mix.lost_segments,
    }
    print_columns([name, money(moved, currency)] for name, moved in named.items() if moved)
    for title, found in (("By category", drivers.categories), ("By region", drivers.regions)):
        moved = sorted(found, key=lambda one: -abs(one.change))[:MOST_PARTS]
        print(f"\n{title}")
        print_columns(
            [
                f"  {one.segment.category or one.segment.region}",
                money(one.change, currency),
                f"{one.previous:,.{currency.decimals}f} -> {one.current:,.{currency.decimals}f}",
            ]
            for one in moved
        )
    for note in message.notes:
        print(f"\n{note}")


def insights(bi: Client, args: Namespace) -> None:
    answer = bi.insights(_range(args), limit=args.limit, filters=_filters(args))
    if not printing.for_programs(answer, args):
        for one in answer.message.insights:
            print(f"- {one.text}")


def import_file(bi: Client, args: Namespace) -> None:
    answer = bi.import_file(args.file, map=args.map, set=args.set, dry_run=args.dry_run, order_lines=args.order_lines)
    if args.json:
        told = MessageToDict(answer, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)
        print(json.dumps(told, ensure_ascii=False))
        return
    print(
        f"{answer.rows_read:,.0f} rows read: {answer.inserted:,.0f} new, {answer.updated:,.0f} replaced, "
        f"{answer.skipped:,.0f} known, {answer.rejected:,.0f} rejected"
    )
    for row in answer.first_rejects:
        print(f"line {row.line}, {row.column} {row.value!r}: {row.reason}")


def watch(bi: Client, args: Namespace) -> None:
    currency = Currency.of(bi.metadata().message)
    for seen, version in enumerate(bi.watch(), 1):
        answer = bi.kpis(_range(args), filters=_filters(args))
        first = answer.message.kpis[0]
        if args.json:
            print(json.dumps({"data_version": version, **answer.dict()}, ensure_ascii=False), flush=True)
        elif args.csv:
            print(f"{version},{first.id},{first.value if first.HasField('value') else ''}", flush=True)
        else:
            moved = change(first.change, first.change_unit) if first.HasField("change") else ""
            print(f"version {version}: {first.title} {_value(first, currency)} {moved}".rstrip(), flush=True)
        if seen == args.times:
            return


def _range(args: Namespace) -> Any:
    return tuple(args.range) if isinstance(args.range, list) else args.range or DEFAULT_RANGE


def _filters(args: Namespace) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for dimension, name in args.filter:
        found.setdefault(dimension, []).append(name)
    return found
