"""TLS of HTTP_PORT: Envoy reads the certificate itself, and again when the gateway moves a file to RENEWED."""

import json
import os
from pathlib import Path
from typing import Any

from bi_server.settings import Settings

RENEWED = "renewed"
TYPES = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3"
NODE = {"id": "bi", "cluster": "bi"}  # Envoy wants a name for whom it reads secrets


def write_secrets(settings: Settings, folder: Path) -> None:
    """The files of the settings, as Envoy is told of them."""
    (folder / RENEWED).mkdir(exist_ok=True)
    watched = {"watched_directory": {"path": str(folder / RENEWED)}}
    pair = {"certificate_chain": _file(settings.tls_cert), "private_key": _file(settings.tls_key), **watched}
    _write(folder, "own", {"tls_certificate": pair})
    if settings.tls_client_ca:
        _write(folder, "clients", {"validation_context": {"trusted_ca": {**_file(settings.tls_client_ca), **watched}}})


def read_again(folder: Path) -> None:
    """Has Envoy read the files anew."""
    mark = folder / "mark"
    mark.touch()
    os.replace(mark, folder / RENEWED / "mark")


def transport_socket(settings: Settings, folder: Path) -> dict[str, Any]:
    """Of the listener."""
    common: dict[str, Any] = {
        "alpn_protocols": ["h2", "http/1.1"],
        "tls_params": {"tls_minimum_protocol_version": "TLSv1_2"},
        "tls_certificate_sds_secret_configs": [_secret(folder, "own")],
    }
    if settings.tls_client_ca:
        common["validation_context_sds_secret_config"] = _secret(folder, "clients")
    context = {
        "@type": f"{TYPES}.DownstreamTlsContext",
        "require_client_certificate": bool(settings.tls_client_ca),
        "common_tls_context": common,
    }
    return {"name": "envoy.transport_sockets.tls", "typed_config": context}


def _write(folder: Path, name: str, secret: dict[str, Any]) -> None:
    resource = {"@type": f"{TYPES}.Secret", "name": name, **secret}
    (folder / f"{name}.json").write_text(json.dumps({"resources": [resource]}))


def _secret(folder: Path, name: str) -> dict[str, Any]:
    source = {"path_config_source": {"path": str(folder / f"{name}.json")}, "resource_api_version": "V3"}
    return {"name": name, "sds_config": source}


def _file(name: str) -> dict[str, Any]:
    return {"filename": str(Path(name).absolute())}
