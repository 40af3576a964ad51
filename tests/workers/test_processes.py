"""Worker processes: what they share, and that nothing they do or suffer outlives those who wait for it."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.workers import tasks

from bi_server.errors import InvalidInput, Overloaded
from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.store import ingest, migrate
from bi_server.store.cube import Cube
from bi_server.store.engine import opened
from bi_server.store.rows import open_rows
from bi_server.store.selection import EVERYTHING
from bi_server.store.store import Store
from bi_server.workers import Processes, Template
from bi_server.workers.breeding import spawned_template

PATIENCE = 60


@pytest.fixture(scope="module")
def template() -> Iterator[Template]:
    """Workers for all tests."""
    template = spawned_template()
    yield template
    template.close()


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with sample data."""
    url = f"sqlite:///{tmp_path_factory.mktemp('workers')}/bi.db"
    sales = generate_sample_data(500)
    with opened(url) as engine:
        migrate.upgrade(engine)
        with engine.execution_options(writes=True).begin() as connection:
            ingest.append(connection, sales, generate_sample_traffic(sales))
    return url


@pytest.fixture(scope="module")
def cube(url: str) -> Iterator[Cube]:
    """Its snapshot."""
    with opened(url) as engine:
        store = Store(engine)
        yield store.refresh()
        store.close()


@pytest.fixture
def workers(template: Template, url: str) -> Callable[..., Any]:
    """Makes a pool of one worker and runs a test with it."""

    @asynccontextmanager
    async def pool(queue: int = 4) -> AsyncIterator[Processes]:
        running = Processes("analyses", template, 1, queue, partial(open_rows, url, 20.0, with_ids=False))
        try:
            yield running
        finally:
            running.close()

    return pool


def test_they_see_the_snapshot_and_cannot_change_it(workers: Any, cube: Cube) -> None:
    async def ask() -> None:
        async with workers() as pool:
            assert await pool.run(tasks.version, None, cube) == cube.version
            assert await pool.run(tasks.sums, None, cube) == (cube.view(EVERYTHING)[-1].tolist(), False)
            assert await pool.run(tasks.rows_of_last_day, None, cube) > 0

    run(ask())


def test_one_worker_computes_one_after_the_other(workers: Any, cube: Cube) -> None:
    async def ask() -> None:
        async with workers() as pool:
            pids = await asyncio.gather(*(pool.run(tasks.pid, None, cube) for _ in range(5)))
            assert len(set(pids)) == 1
            with pytest.raises(Overloaded):
                await asyncio.gather(*(pool.run(tasks.pid, None, cube) for _ in range(6)))

    run(ask())


@pytest.mark.parametrize("task", [tasks.endless, tasks.endless_in_c])
def test_work_that_nobody_waits_for_ends(task: Any, workers: Any, cube: Cube, tmp_path: Path) -> None:
    async def ask() -> None:
        async with workers() as pool:
            begun = tmp_path / "begun"
            asked = asyncio.create_task(pool.run(task, str(begun), cube))
            queued = asyncio.create_task(pool.run(tasks.killed, None, cube))
            while not begun.exists():
                await asyncio.sleep(0.01)
            queued.cancel()
            asked.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asked
            assert await pool.run(tasks.version, None, cube) == cube.version

    run(ask())


def test_a_worker_that_comes_back_to_a_closed_pool_is_ended(workers: Any, cube: Cube, tmp_path: Path) -> None:
    async def ask() -> None:
        begun = tmp_path / "begun"
        async with workers() as pool:
            asked = asyncio.create_task(pool.run(tasks.endless, str(begun), cube))
            while not begun.exists():
                await asyncio.sleep(0.01)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked

    run(ask())
    gc.collect()  # a socket that is left open is told, which fails the test


def test_work_past_its_time_ends(workers: Any, cube: Cube, tmp_path: Path) -> None:
    async def ask() -> None:
        async with workers() as pool:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1):
                    await pool.run(tasks.endless, str(tmp_path / "begun"), cube)
            assert await pool.run(tasks.version, None, cube) == cube.version

    run(ask())


def test_a_worker_that_is_killed_is_replaced_and_its_work_done(workers: Any, cube: Cube, tmp_path: Path) -> None:
    async def ask() -> None:
        async with workers() as pool:
            assert await pool.run(tasks.killed_once, str(tmp_path / "flag"), cube) == "done"
            with pytest.raises(Overloaded, match="ended from outside"):
                await pool.run(tasks.killed, None, cube)
            assert await pool.run(tasks.version, None, cube) == cube.version

    run(ask())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is limited where the system tells of it")
def test_work_that_takes_too_much_memory_is_refused(workers: Any, cube: Cube) -> None:
    async def ask() -> None:
        async with workers() as pool:
            with pytest.raises(Overloaded, match="ANALYSIS_MEMORY_BYTES"):
                await pool.run(tasks.greedy, None, cube)
            assert await pool.run(tasks.version, None, cube) == cube.version

    run(ask())


def test_errors_arrive_as_they_were_raised(workers: Any, cube: Cube) -> None:
    async def ask() -> None:
        async with workers() as pool:
            with pytest.raises(InvalidInput) as refused:
                await pool.run(tasks.wrong, None, cube)
            assert [(v.field, v.description) for v in refused.value.violations] == [("level", "is too high")]
            with pytest.raises(ZeroDivisionError) as raised:
                await pool.run(tasks.broken, None, cube)
            assert "in broken" in "".join(raised.value.__notes__), "the log tells where it came from"

    run(ask())


def test_without_a_template_work_is_refused(url: str, cube: Cube) -> None:
    async def ask() -> None:
        template = spawned_template()
        pool = Processes("analyses", template, 1, 4, partial(open_rows, url, 20.0, with_ids=False))
        assert await pool.run(tasks.version, None, cube) == cube.version
        template.close()
        with pytest.raises(Overloaded):
            await pool.run(tasks.version, None, cube)
        pool.close()

    run(ask())


def run(test: Coroutine[Any, Any, None]) -> None:
    """The test, which is not to hang."""
    asyncio.run(asyncio.wait_for(test, PATIENCE))
