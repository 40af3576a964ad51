"""Encodings of texts: told by a byte order mark or the bytes themselves, never guessed where two would differ."""

import codecs
import io
import re
from typing import Any

from bi_server.errors import InvalidInput, Violation
from bi_server.questions import Choice, Question, Unclear

UTF8 = "utf-8"
GUESSED = "cp1252"  # where all bytes are letters that mean the same in the encodings of western and central Europe

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1a"))
_CANDIDATES = ("cp1252", "cp1250", "cp1251", "mac_roman", "shift_jis", "gb18030")


def _same(byte: int) -> bool:
    letters = {bytes([byte]).decode(encoding, "replace") for encoding in ("cp1252", "cp1250", "iso8859-9")}
    return len(letters) == 1 and (letters.copy().pop().isalpha() or byte in b"\xa0\xa7\xb0\xab\xbb")


_MARKS_OF_1252 = b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99"  # the Euro sign, quotes and dashes
_KNOWN = bytes([*range(128), *_MARKS_OF_1252, *filter(_same, range(160, 256))])
# On a Mac those are letters; and no western word has three letters beyond ASCII in a row.
_ALIEN = re.compile(rb"[A-Za-z][\x80-\x99]|[\x80-\x99][A-Za-z]|[\xc0-\xff]{3}")


def known(encoding: str) -> str:
    """The encoding that was declared. Raises InvalidInput for one that Python does not know."""
    try:
        b"a".decode(encoding, "ignore")
    except (LookupError, ValueError):
        raise InvalidInput.of("encoding", f"{encoding!r} is unknown; use such as utf-8, latin-1, cp1252") from None
    return "utf-8-sig" if codecs.lookup(encoding).name == UTF8 else encoding


def detect(head: bytes, is_all: bool) -> str:
    """The encoding of a file that begins like this. Raises InvalidInput where several would read it differently."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    start = head[:4096]
    nuls, controls = start.count(0), len(start) - len(start.translate(None, _CONTROLS))
    if nuls * 3 >= len(start):
        return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    if controls * 50 > len(start):  # fewer are slips in a text: a NUL has its row rejected
        raise InvalidInput.of("file", "is no text, and of no kind that is read (CSV, Excel, Parquet, JSON lines)")
    try:
        codecs.getincrementaldecoder(UTF8)().decode(head, final=is_all)
        return "utf-8-sig"
    except UnicodeDecodeError as error:
        refuse_unknown(head, error.start)
        return GUESSED


def refuse_unknown(data: bytes, near: int = 0) -> None:
    """Raises InvalidInput for bytes that are not the same letters wherever they are such of Europe."""
    odd = data.translate(None, _KNOWN)
    if not odd and not (alien := _ALIEN.search(data)):
        return
    at = data.find(odd[:1]) if odd else alien.start() if alien else near
    start = max(data.rfind(b"\n", 0, at), at - 15) + 1
    word = re.split(rb"[\r\n]", data[start : at + 15])[0]
    readings: dict[str, str] = {}
    for encoding in _CANDIDATES:
        try:
            readings.setdefault(word.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    told = ", ".join(f"{text!r} ({encoding})" for text, encoding in readings.items())
    reason = f"the file is not UTF-8: it may read {told}; declare its encoding"
    choices = tuple(Choice(f"{text!r} ({encoding})", {"encoding": encoding}) for text, encoding in readings.items())
    question = Question("encoding", "The file is not UTF-8. How does this read?", choices)
    raise Unclear([Violation("encoding", reason)], [question])


class Recoded(io.BufferedIOBase):
    """A stream of text in any encoding as one of UTF-8, from the character `skip` on."""

    def __init__(self, stream: Any, encoding: str, skip: int, guessed: bool) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._skip = skip
        self._guessed = guessed
        self._left = b""
        self._at_end = False

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        size = 1 << 62 if size is None or size < 0 else size
        while len(self._left) < size and not self._at_end:
            data = self._stream.read(min(size, 1 << 18))
            self._at_end = not data
            if self._guessed:
                refuse_unknown(data)
            text = self._decoder.decode(data, final=self._at_end)
            self._left += text[self._skip :].encode(UTF8)
            self._skip -= min(self._skip, len(text))
        data, self._left = self._left[:size], self._left[size:]
        return data

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size if size >= 0 else io.DEFAULT_BUFFER_SIZE)
