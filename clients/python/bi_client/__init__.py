"""A client of bi: questions without message classes, and the generated stubs, behind one channel.

It has deadlines, retries and typed errors.

from bi_client import Client

with Client("localhost:50051") as bi:
    table = bi.kpis("mtd", compare="previous_year").df()  # needs pandas: pip install bi-client[pandas]
    for kpi in bi.kpis("mtd").message.kpis:
        print(kpi.title, kpi.value)
"""

from bi_client.aio import AsyncClient
from bi_client.answers import Answer
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
from bi_client.questions import Question

__all__ = [
    "Answer",
    "AsyncClient",
    "BiError",
    "Client",
    "DeadlineExceeded",
    "FailedPrecondition",
    "InvalidArgument",
    "NotFound",
    "PermissionDenied",
    "Question",
    "Unauthenticated",
    "Unavailable",
    "to_frame",
]
