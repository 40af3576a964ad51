"""A bare gRPC server whose RPCs do nothing: what gRPC in Python and the gateway cost without the product."""

import asyncio
import os

import grpc

from bi.v1 import system_pb2, system_pb2_grpc


class Nothing(system_pb2_grpc.SystemServiceServicer):
    """Answers `GET /` with a constant."""

    async def GetInfo(self, request: object, context: object) -> system_pb2.GetInfoResponse:  # noqa: ARG002, N802
        return system_pb2.GetInfoResponse(message="nothing", version="0")

    async def GetHealth(self, request: object, context: object) -> system_pb2.GetHealthResponse:  # noqa: ARG002, N802
        return system_pb2.GetHealthResponse(status="healthy")

    async def GetLiveness(self, request: object, context: object) -> system_pb2.GetLivenessResponse:  # noqa: ARG002, N802
        return system_pb2.GetLivenessResponse(status="alive")

    async def GetReadiness(self, request: object, context: object) -> system_pb2.GetReadinessResponse:  # noqa: ARG002, N802
        return system_pb2.GetReadinessResponse(status="ready")


async def serve(port: int) -> None:
    """Runs until it is terminated."""
    server = grpc.aio.server()
    system_pb2_grpc.add_SystemServiceServicer_to_server(Nothing(), server)
    server.add_insecure_port(f"127.0.0.1:{port}")
    await server.start()
    await server.wait_for_termination()


if __name__ == "__main__":
    asyncio.run(serve(int(os.environ["GRPC_PORT"])))
