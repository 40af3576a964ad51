"""A thin client of bi: the generated stubs behind one channel with deadlines, retries and typed errors.

from bi.v1.dashboard_pb2 import GetKpisRequest
from bi_client import Client, to_frame

with Client("localhost:50051") as bi:
    answer = bi.dashboard.GetKpis(GetKpisRequest(start_date="2024-01-01", end_date="2024-01-31"))
    table = to_frame(answer.kpis)  # needs pandas: pip install bi-client[pandas]
"""

from bi_client.client import Client
from bi_client.errors import (
    BiError,
    DeadlineExceeded,
    FailedPrecondition,
    InvalidArgument,
    NotFound,
    PermissionDenied,
    Unauthenticated,
    Unavailable,
)
from bi_client.frames import to_frame

__all__ = [
    "BiError",
    "Client",
    "DeadlineExceeded",
    "FailedPrecondition",
    "InvalidArgument",
    "NotFound",
    "PermissionDenied",
    "Unauthenticated",
    "Unavailable",
    "to_frame",
]
