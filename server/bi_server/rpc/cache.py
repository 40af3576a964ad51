"""A bounded cache of finished answers."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import NamedTuple

Key = tuple[str, bytes, Hashable]  # method, request as it came, state of the data


class Answer(NamedTuple):
    """A finished answer: the message's bytes, the trailers that go with it, whether it follows from its key alone."""

    body: bytes
    trailers: tuple[tuple[str, str], ...]
    is_final: bool


class AnswerCache:
    """Least recently used answers go first when the limit of bytes is reached. For one event loop; not for threads."""

    OVERHEAD = 500  # bytes an entry costs beside its body

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key: Key) -> Answer | None:
        """The answer, which then counts as used; None when there is none."""
        answer = self._answers.get(key)
        if answer is None:
            self.misses += 1
        else:
            self.hits += 1
            self._answers.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keeps an answer; one that is larger than a quarter of the cache is not kept."""
        size = self._size(key, answer)
        if size > self._max_bytes // 4 or key in self._answers:
            return
        self._answers[key] = answer
        self._bytes += size
        while self._bytes > self._max_bytes:
            self._bytes -= self._size(*self._answers.popitem(last=False))

    @property
    def bytes(self) -> int:
        """What is held now."""
        return self._bytes

    def _size(self, key: Key, answer: Answer) -> int:
        return len(answer.body) + len(key[1]) + self.OVERHEAD
