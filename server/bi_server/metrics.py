"""What a process does and how it is, for Prometheus. Labels are names of ours alone: of methods, codes, queues."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from prometheus_client import CollectorRegistry, Histogram, make_wsgi_app, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bi_server import __version__
from bi_server.errors import InvalidInput
from bi_server.reach import is_loopback, own_names
from bi_server.rpc.cache import AnswerCache
from bi_server.settings import Settings
from bi_server.store.store import Store
from bi_server.workers import WorkersByCost

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Watched(NamedTuple):
    """What is looked at when somebody asks; it counts by itself."""

    store: Store
    cache: AnswerCache
    workers: WorkersByCost
    imported: Mapping[str, int]  # `imports`, and their rows by what became of them
    worded: Mapping[str, int]  # answers that a model was asked for, by what became of them


class Metrics:
    """Answers for this process, in a thread, at METRICS_HOST and METRICS_PORT. Raises InvalidInput where it cannot be
    had."""

    def __init__(self, watched: Watched, settings: Settings) -> None:
        host, port, registry = settings.metrics_host, settings.metrics_port, CollectorRegistry()
        try:
            self._server, self._thread = start_http_server(port, host, registry)
        except OSError as error:
            raise InvalidInput.of("METRICS_PORT", f"{port} on {host} cannot be had: {error.strerror}") from None
        if is_loopback(host):
            self._server.set_app(_by_own_names(make_wsgi_app(registry), settings.allowed_hosts))
        registry.register(_State(watched))  # only now: there is nothing to be read before names are looked at
        self._calls = Histogram(
            "bi_rpc_seconds", "How long calls took.", ["method", "code"], buckets=SECONDS, registry=registry
        )
        self._observed: dict[tuple[str, str], Histogram] = {}

    def observe(self, method: str, code: str, seconds: float) -> None:
        """One call that has ended."""
        child = self._observed.get((method, code))
        if child is None:
            child = self._observed[method, code] = self._calls.labels(method, code)
        child.observe(seconds)

    def close(self) -> None:
        """Answers no more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _by_own_names(app: "WSGIApplication", allowed: Iterable[str]) -> "WSGIApplication":
    """Answers who calls it by a name of ours; others are pages whose name was made to stand for this machine."""
    ours = re.compile(own_names(allowed))

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if ours.fullmatch(environ.get("HTTP_HOST", "")):
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"the Host header is no name of this service; ALLOWED_HOSTS names others\n"]

    return answer


class _State(Collector):
    def __init__(self, watched: Watched) -> None:
        self._watched = watched

    def collect(self) -> Iterator[Metric]:
        store, cache, workers, imported, worded = self._watched
        yield _gauge("bi_build_info", "Which version runs.", {__version__: 1}, "version")
        cube, contact = store.last, store.contact
        yield _gauge("bi_database_away", "1 while the database does not answer.", int(bool(contact.problem)))
        if cube is not None and store.answers:
            yield _gauge("bi_snapshot_age_seconds", "Since the data was known to be the newest.", contact.age)
            yield _gauge("bi_snapshot_version", "Grows with every change of the data.", cube.version)
            yield _gauge("bi_rows", "Rows of sales in the store.", cube.row_count)
        pools = {"charts": workers.charts, "imports": workers.imports, "sign_ins": workers.sign_ins}
        taken = {name: pool.taken for name, pool in pools.items()} | {"analyses": workers.analyses.taken}
        refused = {name: pool.refused for name, pool in pools.items()} | {"analyses": workers.analyses.refused}
        yield _gauge("bi_queue_length", "Work that runs or waits.", taken, "queue")
        yield _counter("bi_queue_refused", "Work that found no place.", refused, "queue")
        looked = {"hit": cache.hits, "miss": cache.misses}
        yield _counter("bi_answer_cache", "Answers looked for in the cache.", looked, "found")
        yield _gauge("bi_answer_cache_bytes", "What the cache holds.", cache.bytes)
        rows = {name: count for name, count in imported.items() if name != "imports"}
        yield _counter("bi_imports", "Imports that succeeded here, over HTTP or gRPC.", imported.get("imports", 0))
        yield _counter("bi_imported_rows", "Their rows.", rows, "outcome")
        yield _counter("bi_worded_insights", "Answers that a model was asked to word.", dict(worded), "outcome")


def _gauge(name: str, about: str, value: float | Mapping[str, float], label: str = "") -> Metric:
    family = GaugeMetricFamily(name, about, labels=[label] if label else [])
    return _filled(family, value)


def _counter(name: str, about: str, value: float | Mapping[str, float], label: str = "") -> Metric:
    family = CounterMetricFamily(name, about, labels=[label] if label else [])
    return _filled(family, value)


def _filled(family: GaugeMetricFamily | CounterMetricFamily, value: float | Mapping[str, float]) -> Metric:
    for label, number in value.items() if isinstance(value, Mapping) else [("", value)]:
        family.add_metric([label] if label else [], number)
    return family
