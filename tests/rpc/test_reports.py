"""Reports over gRPC."""

import logging

import pytest
from tests.rpc.serving import Client

from bi.v1 import dashboard_pb2, report_pb2_grpc


def test_a_file_has_a_name_and_the_log_tells_who_fetched_it(sample: Client, caplog: pytest.LogCaptureFixture) -> None:
    stub = report_pb2_grpc.ReportServiceStub(sample.channel)
    request = dashboard_pb2.GetKpisRequest(range="last_month")
    with caplog.at_level(logging.INFO, "bi_server.audit"):
        body, call = stub.ExportKpisCsv.with_call(request)
    assert body.content_type == "text/csv; charset=utf-8"
    assert body.data.startswith(b"id,title,value,")
    assert ("content-disposition", 'attachment; filename="kpis-2024-11-01_2024-11-30.csv"') in call.trailing_metadata()
    assert any(record.message.startswith("ReportService/ExportKpisCsv OK by") for record in caplog.records)
