"""DataService: what the store holds."""

from bi.v1 import data_pb2 as pb
from bi_server.analysis.metrics import METRICS
from bi_server.analysis.periods import GRANULARITIES
from bi_server.rpc import convert
from bi_server.store.cube import Cube


class DataService:
    """Answers of one snapshot each."""

    def __init__(self, currency: str) -> None:
        self._currency = currency

    async def GetMetadata(self, _request: pb.GetMetadataRequest, cube: Cube) -> pb.GetMetadataResponse:
        return pb.GetMetadataResponse(
            metrics=[
                pb.MetricInfo(id=m.id, title=m.title, format=m.format, additive=m.additive) for m in METRICS.values()
            ],
            categories=cube.categories,
            regions=cube.regions,
            data_range=convert.data_range(cube),
            currency=self._currency,
            data_version=cube.version,
            granularities=[*GRANULARITIES, "auto"],
        )
