"""Well-framed calls with any bytes in them, at both ports: what is said of them must be ours."""

from typing import Any

import grpc
from hypothesis import strategies as st
from scripts.fuzz.examples import feed
from scripts.fuzz.figures import INSIDES, Figures
from scripts.fuzz.target import Target
from scripts.fuzz.wire import changed

from bi.v1 import dashboard_pb2
from bi_gateway.api import Api

OURS = {
    grpc.StatusCode.OK,
    grpc.StatusCode.INVALID_ARGUMENT,
    grpc.StatusCode.NOT_FOUND,  # an import
    grpc.StatusCode.UNAUTHENTICATED,  # whoever signs in at random
    grpc.StatusCode.FAILED_PRECONDITION,
    grpc.StatusCode.RESOURCE_EXHAUSTED,
    grpc.StatusCode.UNAVAILABLE,
}


def run(target: Target, figures: Figures, seconds: float, seed: int) -> None:
    """For so long, half of it at each port."""
    methods = [(f"/{route.name.rpartition('.')[0]}/{route.rpc.name}", route.rpc) for route in Api.load().routes]
    range_of_days = dashboard_pb2.GetKpisRequest(start_date="2024-01-01", end_date="2024-01-31", category=["Books"])
    messages = st.one_of(changed([range_of_days.SerializeToString()]), st.binary(max_size=60))
    for name, port in (("HTTP", target.http_port), ("gRPC", target.grpc_port)):
        with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:

            def call(asked: Any, name: str = name, channel: Any = channel) -> None:
                (method, rpc), message = asked
                code, text = grpc.StatusCode.OK, ""
                try:
                    if rpc.client_streaming:
                        channel.stream_unary(method)(iter([message]), timeout=60)
                    elif rpc.server_streaming:  # one of them has no end of its own
                        answers = channel.unary_stream(method)(message, timeout=60)
                        next(answers, None)
                        answers.cancel()
                    else:
                        channel.unary_unary(method)(message, timeout=60)
                except grpc.RpcError as error:
                    code, text = error.code(), str(error.details())
                broken = [] if code in OURS else [f"answered {code.name}: {text}"]
                broken += ["tells of our insides"] if INSIDES.search(text) else []
                figures.note(f"protobuf, {name} port", code.name, f"{method} {message!r}", broken)

            feed(st.tuples(st.sampled_from(methods), messages), call, seconds / 2, seed)
