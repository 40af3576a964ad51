"""Which rows of a file are meant at all: paid ones, not cancelled ones."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.errors import InvalidInput

_FORM = re.compile(r"\s*([^=!]+?)\s*(!?=)\s*(.*?)\s*", re.DOTALL)


class RowFilter:
    """A condition such as `Status=paid|shipped` or `Status!=cancelled`; case and blanks around do not matter.

    `Status=` are rows without a value, `Status!=` those with one. Raises InvalidInput for a text of another form.
    """

    def __init__(self, text: str) -> None:
        match = _FORM.fullmatch(text)
        if match is None:
            raise InvalidInput.of("where", f"{text!r} is no condition; write COLUMN=VALUE|VALUE or COLUMN!=VALUE")
        self.text = text.strip()
        self.column = match[1]
        self._is_not = match[2] == "!="
        self._values = {_folded(value) for value in match[3].split("|")}

    def left_out(self, column: Any) -> NDArray[np.bool_]:
        """Which rows of an Arrow column do not fulfil it."""
        encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        known = [
            _folded("" if value is None else str(value)) in self._values for value in encoded.dictionary.to_pylist()
        ]
        codes = pc.fill_null(encoded.indices, len(known)).to_numpy(zero_copy_only=False)
        equal: NDArray[np.bool_] = np.array([*known, "" in self._values], dtype=np.bool_)[codes]
        return equal if self._is_not else ~equal


def filters(texts: Sequence[str], columns: Sequence[str]) -> list[RowFilter]:
    """The conditions, of which all must hold. Raises InvalidInput for one of a column that the file does not have."""
    found = [RowFilter(text) for text in texts]
    for one in found:
        if columns.count(one.column) != 1:
            raise InvalidInput.of("where", f"the file has no column {one.column!r}; it has {', '.join(columns)}")
    return found


def _folded(value: str) -> str:
    return value.strip().casefold()
