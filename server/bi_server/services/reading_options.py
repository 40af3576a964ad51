"""The options of an import, as a request has them."""

from typing import Any

from bi.v1 import data_pb2 as pb
from bi_server.ingest import profiles
from bi_server.ingest.options import ImportOptions, parse_assignments
from bi_server.settings import Settings

_TEXTS = "table decimal currency currency_column encoding sheet on_duplicate max_rejects time_zone".split()  # noqa: SIM905
_AS_THEY_ARE = "date_format any_date decimal_comma header_line order_lines order_prefix add_up again dry_run".split()  # noqa: SIM905


def options_of(request: pb.ImportFileRequest, settings: Settings) -> ImportOptions:
    """What was asked for, with the profile that was named. Raises InvalidInput naming the parameter."""
    given: dict[str, Any] = {name: getattr(request, name).strip() for name in _TEXTS}
    given |= {name: getattr(request, name) for name in _AS_THEY_ARE}
    given |= {
        "mapping": parse_assignments("map", list(request.map)),
        "derived": parse_assignments("derive", list(request.derive)),
        "constants": parse_assignments("set", list(request.set)),
        "where": tuple(request.where),
        "fill_down": tuple(request.fill_down),
        "delimiter": "\t" if request.delimiter == "tab" else request.delimiter,
    }
    return profiles.options_of(request.profile.strip(), given, settings)
