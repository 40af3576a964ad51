"""Names of dimensions as a file spells them: trimmed, in the spelling of the store, and what is wrong with them."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

_SUMS = ("total", "grand total", "subtotal", "sub-total", "gesamt", "gesamtsumme", "summe", "total general", "totale")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # nobody sees a difference by them
_IS_SUM = "reads like a row of sums, which would count twice; rename it where it is a name"


class Name(NamedTuple):
    """The store's spelling of a name, and why a row with it cannot be taken (empty: it can)."""

    canonical: str
    problem: str


class Names:
    """The names of one column. Each is looked at once, however many rows and batches have it.

    `canonical` gives the store's spelling, `blank` is what stands where there is no name.
    """

    def __init__(self, canonical: Callable[[str], str], blank: str, length: int, *, required: bool) -> None:
        self._canonical = canonical
        self._length = length
        self._known: dict[str | None, Name] = {None: Name(blank, "is blank" if required else "")}
        self._blank = self._known[None]

    @property
    def blank(self) -> Name:
        """What a row without a name has."""
        return self._blank

    def read(self, texts: Sequence[str | None]) -> list[Name]:
        """The name behind each text."""
        known = self._known
        known.update({text: self._read(text or "") for text in texts if text not in known})
        return [known[text] for text in texts]

    def _read(self, text: str) -> Name:
        name = unicodedata.normalize("NFC", " ".join(text.translate(_UNSEEN).split()))
        if not name:
            return self._blank
        problem = ""
        if len(name) > self._length:
            problem = f"is longer than {self._length} characters"
        elif len(text.strip().splitlines()) > 1:
            problem = "has a line end in it"
        elif name.casefold().strip(": ") in _SUMS:
            problem = _IS_SUM
        elif "\0" in name:
            problem = "has a NUL character"
        return Name(self._canonical(name), problem)
