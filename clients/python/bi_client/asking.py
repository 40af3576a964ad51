"""Questions as methods: `client.kpis("mtd")` is answered, `await client.kpis("mtd")` of an AsyncClient too."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, overload

from google.protobuf.message import Message

from bi_client import questions
from bi_client.answers import Answer
from bi_client.questions import Question

if TYPE_CHECKING:
    from bi_client.aio import AsyncClient
    from bi_client.client import Client

P = ParamSpec("P")
A = TypeVar("A", bound=Message)


class asks(Generic[P, A]):  # noqa: N801 - reads as a decorator does
    """A method that asks the question which `make` makes of its arguments."""

    def __init__(self, make: Callable[P, Question[A]]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, client: "Client", owner: type) -> Callable[P, Answer[A]]: ...
    @overload
    def __get__(self, client: "AsyncClient", owner: type) -> Callable[P, Awaitable[Answer[A]]]: ...
    @overload
    def __get__(self, client: None, owner: type) -> "asks[P, A]": ...
    def __get__(self, client: Any, owner: type) -> Any:
        if client is None:
            return self

        @wraps(self._make)
        def asked(*args: P.args, **kwargs: P.kwargs) -> Any:
            return client.ask(self._make(*args, **kwargs))

        return asked


class Questions:
    """What both clients ask."""

    kpis = asks(questions.kpis)
    chart = asks(questions.chart)
    query = asks(questions.query)
    forecast = asks(questions.forecast)
    comparison = asks(questions.comparison)
    trends = asks(questions.trends)
    insights = asks(questions.insights)
    anomalies = asks(questions.anomalies)
    rows = asks(questions.rows)
    metadata = asks(questions.metadata)
    imports = asks(questions.imports)
    undo_import = asks(questions.undo_import)
