"""Query: any metrics by any dimensions and steps of time, as a table."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from google.protobuf import struct_pb2

from bi.v1 import data_pb2 as pb
from bi_server.analysis import calendar_steps, periods
from bi_server.analysis.calendar_steps import Step
from bi_server.analysis.periods import Basis, Compared, Days
from bi_server.answers import convert, filters, notes, query_groups, ranges, requests
from bi_server.answers.filters import View
from bi_server.answers.ordering import Cell, ordered
from bi_server.answers.query_groups import MAX_TOP, TOP_OF_WIDE, Groups
from bi_server.errors import InvalidInput, Violation
from bi_server.semantic.calendar import Calendar
from bi_server.semantic.dimensions import Dimension
from bi_server.semantic.figures import Ratio, change, points
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import Cube
from bi_server.store.selection import EVERYTHING

MAX_QUERIES = 50
DEFAULT_LIMIT, MAX_LIMIT = 10_000, 100_000

T = TypeVar("T")


class Question(NamedTuple):
    """What is asked, checked."""

    view: View
    days: Days
    steps: list[Step] | None  # None: the range as a whole
    metrics: list[Metric]
    by: list[Dimension]
    compared: Compared | None
    top: int  # 0: all
    order: str
    limit: int


def batch(request: pb.BatchQueryRequest, cube: Cube) -> pb.BatchQueryResponse:
    """The answers of one snapshot. Raises InvalidInput that names the question for the first that is wrong."""
    if not 1 <= len(request.queries) <= MAX_QUERIES:
        raise InvalidInput.of("queries", f"{len(request.queries)} questions are outside 1 to {MAX_QUERIES}")
    answers = []
    for place, one in enumerate(request.queries):
        try:
            answers.append(query(one, cube))
        except InvalidInput as error:
            wrong = [Violation(f"queries[{place}].{v.field}", v.description) for v in error.violations]
            raise InvalidInput(wrong) from None
    return pb.BatchQueryResponse(answers=answers)


def query(request: pb.QueryRequest, cube: Cube) -> pb.QueryResponse:
    """The whole answer. Raises InvalidInput with everything that is wrong in the question."""
    asked = _question(request, cube)
    spans = [asked.days] if asked.steps is None else [Days(step.start, step.end) for step in asked.steps]
    if asked.top and asked.compared is None:
        groups = query_groups.top_of(asked.view, asked.by, asked.days, spans, asked.metrics, asked.top)
    else:
        groups = query_groups.of(asked.view, asked.by, spans, asked.metrics)
    sides = _sides(asked, groups)
    if asked.compared is not None:
        names = sorted({name for side in (groups, *sides) for name in side.names})
        groups, *sides = (side.aligned(names) if side.names != names else side for side in (groups, *sides))
        if 0 < asked.top < len(names):
            most = groups.most(asked.metrics[0], asked.top, asked.days)
            groups, *sides = (side.top(most) for side in (groups, *sides))
    total, *total_sides = (
        query_groups.of(asked.view, [], side.spans[:1], asked.metrics) for side in (_one(asked, groups), *sides)
    )
    columns = _columns(asked)
    rows = _ordered(list(_rows(asked, groups, sides)), columns, asked.order, groups)
    kept = [*_cells(asked, total, total_sides, 0, 0)]
    answer = pb.QueryResponse(
        columns=columns,
        rows=[_list(row) for row in rows[: asked.limit]],
        total=_list([*[None] * (len(columns) - len(kept)), *kept]),
        range=convert.date_range(asked.days),
        other_groups=groups.others,
        total_rows=len(rows),
        data_version=cube.version,
    )
    if asked.compared is not None:
        answer.compared_range.CopyFrom(convert.date_range(asked.compared.base))
        answer.notes.extend(notes.on_change(asked.compared, cube))
    return answer


def _question(request: pb.QueryRequest, cube: Cube) -> Question:
    mistakes: list[Violation] = []

    def checked(read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except InvalidInput as error:
            mistakes.extend(error.violations)
            return otherwise

    nothing = Days(1, 1)
    no_base: tuple[Days, Basis] = (nothing, "dates")
    compares = bool(request.compare.strip() or request.compare_start or request.compare_end)
    days, base = checked(lambda: ranges.with_base(request, cube), (nothing, no_base))
    view = checked(lambda: filters.view(request, cube), View(cube, EVERYTHING, {}, cube))
    metrics = [checked(lambda name=name: cube.model.check(name), None) for name in request.metric or ["revenue"]]  # type: ignore[misc]
    none: list[Dimension] = []
    by = checked(lambda: filters.split(request.group_by, cube), none)
    text = request.granularity
    steps = checked(lambda: _steps(text, days, cube.model.calendar), None) if text.strip() else None
    top = checked(lambda: requests.whole_number("top", request.top, 0, MAX_TOP), 0)
    if any(dimension.wide for dimension in by):
        top = top or TOP_OF_WIDE
    asked_limit = request.limit if request.HasField("limit") else DEFAULT_LIMIT
    limit = checked(lambda: requests.whole_number("limit", asked_limit, 1, MAX_LIMIT), DEFAULT_LIMIT)
    known = list(dict.fromkeys(metric for metric in metrics if metric is not None))
    for metric in known:
        checked(lambda metric=metric: filters.require_parts(metric, view, by), None)  # type: ignore[misc]
    if compares and text.strip():
        mistakes.append(Violation("compare", "goes with the range as a whole; leave out granularity"))
    if mistakes:
        raise InvalidInput(mistakes)
    compared = periods.compared(days, cube.first_day, cube.last_complete_day, base) if compares else None
    return Question(view, days, steps, known, by, compared, top, request.order, limit)


def _steps(granularity: str, days: Days, calendar: Calendar) -> list[Step]:
    return calendar_steps.steps(days, calendar_steps.parse_granularity(granularity, days, calendar), calendar)


def _sides(asked: Question, groups: Groups) -> list[Groups]:
    """The groups in the days that are compared, and in those they compare with; none where nothing is."""
    if asked.compared is None or not asked.compared.current.length:
        return []
    current, base = asked.compared.current, asked.compared.base
    now = groups if current == asked.days else query_groups.of(asked.view, asked.by, [current], asked.metrics)
    return [now, query_groups.of(asked.view, asked.by, [base], asked.metrics)]


def _one(asked: Question, groups: Groups) -> Groups:
    return query_groups.of(asked.view, [], [asked.days], asked.metrics) if asked.steps is not None else groups


def _columns(asked: Question) -> list[pb.QueryColumn]:
    columns = [] if asked.steps is None else [pb.QueryColumn(id="date", title="Date", type="date")]
    columns += [pb.QueryColumn(id=d.id, title=d.title, type="name") for d in asked.by]
    for metric in asked.metrics:
        columns.append(pb.QueryColumn(id=metric.id, title=metric.title, type="number", format=metric.format))
        if asked.compared is not None:
            unit = "percentage_points" if metric.format == "percentage" else "percent"
            before, moved = f"{metric.id}_previous", f"{metric.id}_change"
            title = f"{metric.title}, compared"
            columns.append(pb.QueryColumn(id=before, title=title, type="number", format=metric.format))
            columns.append(pb.QueryColumn(id=moved, title=f"{metric.title}, change", type="number", format=unit))
    return columns


def _rows(asked: Question, groups: Groups, sides: Sequence[Groups]) -> Iterator[list[Cell]]:
    for span in range(len(groups.spans)):
        dates: list[Cell] = [] if asked.steps is None else [convert.iso(asked.steps[span].unit_start)]
        for place, names in enumerate(groups.names):
            yield [*dates, *names, *_cells(asked, groups, sides, span, place)]


def _cells(asked: Question, groups: Groups, sides: Sequence[Groups], span: int, place: int) -> Iterator[Cell]:
    """The metrics of one group in one span, with what they are compared with."""
    for metric in asked.metrics:
        yield groups.value(metric, span, place)
        if asked.compared is None:
            continue
        if not sides:
            yield from (None, None)
            continue
        now, before = (Ratio(side.value(metric, 0, place)) for side in sides)
        if metric.format == "percentage":
            moved = points(now, before)
        else:
            moved = change(now, before, has_base=bool(sides[1].sums[0, :, place].any()))
        yield before.value
        yield convert.rounded(moved.percent)


def _ordered(rows: list[list[Cell]], columns: Sequence[pb.QueryColumn], order: str, groups: Groups) -> list[list[Cell]]:
    """Rows of all groups in each span, as they are asked for."""
    place = {column.id: place for place, column in enumerate(columns)}
    last = len(groups.names) - 1 if groups.others else None
    told = [(row, i % len(groups.names) == last) for i, row in enumerate(rows)]
    found = ordered(told, order, tuple(place), lambda one, name: one[0][place[name]], lambda one: one[1])
    return [row for row, _ in found]


def _list(cells: Sequence[Cell]) -> struct_pb2.ListValue:
    values = []
    for cell in cells:
        if cell is None:
            values.append(struct_pb2.Value(null_value=struct_pb2.NULL_VALUE))
        elif isinstance(cell, str):
            values.append(struct_pb2.Value(string_value=cell))
        else:
            values.append(struct_pb2.Value(number_value=cell))
    return struct_pb2.ListValue(values=values)
