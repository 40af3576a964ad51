"""Forms with files in them (multipart/form-data), as pages and HTTP libraries send them."""

from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from google.protobuf.descriptor import FieldDescriptor
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from bi.v1 import data_pb2 as pb
from bi_server.errors import InvalidInput
from bi_server.ingest.spool import spooled

FORM = "multipart/form-data"
FIELD_BYTES = 64 << 10
MOST_PARTS = 1000
PIECE_BYTES = 1 << 20


class Form:
    """The parts of a form: files that were taken out of it, and options, which are added to the request."""

    def __init__(self, request: pb.ImportFileRequest, held: ExitStack) -> None:
        self.files: list[tuple[str, Path]] = []  # name, and where it is
        self._request = request
        self._held = held
        self._spools: list[IO[bytes]] = []
        self._header = b""
        self._name = b""
        self._is_file = False
        self._field = bytearray()
        self._part: dict[bytes, bytes] = {}
        self._parts = 0
        self._is_whole = False

    def read(self, form: IO[bytes], content_type: str) -> None:
        """Takes the form apart. Raises InvalidInput for one that is damaged or has no file."""
        boundary = parse_options_header(content_type)[1].get(b"boundary")
        if not boundary:
            raise InvalidInput.of("content-type", f"{content_type[:60]!r} names no boundary between the parts")
        events = ("part_begin", "part_data", "part_end", "header_field", "header_value", "headers_finished", "end")
        callbacks: Any = {f"on_{event}": getattr(self, f"_{event}") for event in events}
        parser = MultipartParser(boundary, callbacks)
        form.seek(0)
        try:
            while piece := form.read(PIECE_BYTES):
                parser.write(piece)
            parser.finalize()
        except MultipartParseError:
            self._is_whole = False
        if not self._is_whole:
            raise InvalidInput.of("file", "is no whole form; send it again")
        for spool in self._spools:
            spool.flush()
        if not self.files:
            raise InvalidInput.of("file", "the form has no file; add a part with a filename")

    def _part_begin(self) -> None:
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise InvalidInput.of("file", f"the form has more than {MOST_PARTS:,} parts; send fewer")
        self._part, self._header, self._field = {}, b"", bytearray()

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._header = data[start:end].lower()

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._part[self._header] = self._part.get(self._header, b"") + data[start:end]

    def _headers_finished(self) -> None:
        said = parse_options_header(self._part.get(b"content-disposition", b""))[1]
        self._name = said.get(b"name", b"")
        self._is_file = b"filename" in said
        if self._is_file:
            spool = self._held.enter_context(spooled())
            self._spools.append(spool)
            name = said[b"filename"].decode("utf-8", "replace")
            self.files.append((Path(name).name or "upload", Path(spool.name)))

    def _part_data(self, data: bytes, start: int, end: int) -> None:
        if self._is_file:
            self._spools[-1].write(data[start:end])
        elif len(self._field) + end - start > FIELD_BYTES:
            raise InvalidInput.of(self._name.decode("utf-8", "replace")[:60], f"is longer than {FIELD_BYTES:,} bytes")
        else:
            self._field += data[start:end]

    def _part_end(self) -> None:
        if not self._is_file:
            self._set(self._name.decode("utf-8", "replace"), self._field.decode("utf-8", "replace"))

    def _end(self) -> None:
        self._is_whole = True

    def _set(self, name: str, text: str) -> None:
        field = pb.ImportFileRequest.DESCRIPTOR.fields_by_name.get(name)
        if field is None or field.message_type is not None:
            raise InvalidInput.of(name[:60] or "file", "is no option of an import, and no file")
        if field.is_repeated:
            getattr(self._request, name).append(text)
        else:
            setattr(self._request, name, _value(field, text.strip() if field.type != field.TYPE_STRING else text))


def _value(field: FieldDescriptor, text: str) -> Any:
    if field.type == field.TYPE_BOOL:
        if text.lower() not in ("true", "false", ""):
            raise InvalidInput.of(field.name, f"{text[:60]!r} is neither true nor false")
        return text.lower() == "true"
    if field.type == field.TYPE_INT32:
        if not text.isdecimal() or len(text) > 9:
            raise InvalidInput.of(field.name, f"{text[:60]!r} is no number")
        return int(text)
    return text
