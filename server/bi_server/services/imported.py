"""The answer to an import."""

from bi.v1 import data_pb2 as pb
from bi.v1.common_pb2 import DateRange
from bi_server.ingest.result import ImportResult, Understood


def imported(done: ImportResult) -> pb.ImportFileResponse:
    """What became of the rows, and how the file was read."""
    return pb.ImportFileResponse(
        import_id=done.import_id,
        table=done.table,
        rows_read=done.rows_read,
        inserted=done.inserted,
        updated=done.updated,
        skipped=done.skipped,
        rejected=done.rejected,
        removed=done.removed,
        same=done.same,
        appended=done.appended,
        added_up=done.added_up,
        first_rejects=[
            pb.RejectedRow(line=row.line, column=row.column, value=row.value, reason=row.reason, file=row.file)
            for row in done.first_rejects
        ],
        data_version=done.data_version,
        repeats=done.repeats,
        understood=_understood(done.understood),
    )


def _understood(told: Understood) -> pb.UnderstoodFile:
    return pb.UnderstoodFile(
        columns=[pb.ColumnRead(target=c.target, source=c.source, how=c.how) for c in told.columns],
        date_form=told.date_form,
        date_example=told.date_example,
        date_read=told.date_read,
        range=DateRange(start_date=str(told.first_day), end_date=str(told.last_day)) if told.first_day else None,
        rows=told.rows,
        orders=told.orders,
        sums=[_sum(told, name) for name in told.sums],
        dimensions=[pb.DimensionRead(name=d.name, distinct=d.distinct, values=d.values) for d in told.dimensions],
        without_order_id=told.without_order_id,
        without_customer_id=told.without_customer_id,
        guessed=told.guessed,
    )


def _sum(told: Understood, name: str) -> pb.MeasureSum:
    rounded = told.rounded.get(name)
    return pb.MeasureSum(
        measure=name,
        sum=told.sums[name],
        format="currency" if name in told.money else "number",
        rounded_rows=rounded.rows if rounded else 0,
        rounding=round(rounded.added, told.money_decimals) if rounded else 0,
    )
