"""Rows that their file calls cancelled, unpaid or returned, and whose amounts count as sales: to be told."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.ingest.binding import squeezed

_COLUMNS = (
    "status", "orderstatus", "paymentstatus", "financialstatus", "itemstatus", "invoicestatus", "transactionstatus",
    "type", "transactiontype", "eventtype", "ordertype", "recordtype", "documenttype", "belegart", "vorgangsart",
    "statut", "estado", "stato",
)  # fmt: skip
_WORDS = (
    "cancelled", "canceled", "cancellation", "void", "voided", "refund", "refunded", "returned", "return", "failed",
    "declined", "pending", "draft", "unpaid", "expired", "quote", "estimate", "storniert", "storno", "gutschrift",
    "angebot", "entwurf", "retoure", "offen", "annulé", "annulée", "remboursé", "cancelado", "cancelada", "anulado",
    "reembolsado", "devuelto", "annullato", "rimborsato", "geannuleerd",
)  # fmt: skip


class Unsold:
    """Of one file, batch by batch. `column` says what became of a row; empty where there is none, or several."""

    def __init__(self, columns: Sequence[str]) -> None:
        found = [name for name in columns if squeezed(name) in _COLUMNS]
        self.column = found[0] if len(found) == 1 else ""
        self._rows: Counter[str] = Counter()

    def note(self, states: Any, counting: NDArray[np.bool_]) -> None:
        """Looks at an Arrow column, and which of its rows are taken with an amount above zero."""
        encoded = states if pa.types.is_dictionary(states.type) else states.dictionary_encode()
        names = [str(name or "").strip() for name in encoded.dictionary.to_pylist()]
        if not any(name.casefold() in _WORDS for name in names):
            return
        codes = pc.fill_null(encoded.indices, len(names)).to_numpy(zero_copy_only=False)[counting]
        for name, rows in zip(names, np.bincount(codes, minlength=len(names)).tolist(), strict=False):
            if rows and name.casefold() in _WORDS:
                self._rows[name] += rows

    def told(self) -> list[str]:
        """What to look at, in words; nothing where there are none."""
        if not self._rows:
            return []
        names = ", ".join(f"{name} ({rows:,})" for name, rows in self._rows.items())
        remedy = f"{self.column}!={'|'.join(self._rows)}"
        return [f"rows whose {self.column} is {names} count as sales; where {remedy} leaves them out"]
