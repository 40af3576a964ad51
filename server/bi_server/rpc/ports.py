"""Where a server listens: at its own port, and with TLS at the socket of the gateway."""

import grpc

from bi_server import tls
from bi_server.settings import Settings, authority


def open_ports(server: grpc.aio.Server, settings: Settings) -> int:
    """Binds HOST:GRPC_PORT, and returns the port. Raises OSError where it cannot be had, InvalidInput where the
    certificate cannot be used."""
    address, certificates = authority(settings.host, settings.grpc_port), tls.of(settings)
    try:
        if certificates is None:
            return server.add_insecure_port(address)
        port = server.add_secure_port(address, _credentials(certificates))
        server.add_insecure_port(f"unix:{tls.gateway_socket(settings.host, port)}")
        return port
    except RuntimeError as error:
        raise OSError(f"port {settings.grpc_port} on {settings.host} cannot be had: {error}") from None


def _credentials(certificates: tls.Certificates) -> grpc.ServerCredentials:
    """Every handshake looks whether the files have changed."""

    def renewed() -> grpc.ServerCertificateConfiguration | None:
        files = certificates.renewed()
        return None if files is None else _configuration(files)

    return grpc.dynamic_ssl_server_credentials(
        _configuration(certificates.files),
        renewed,  # type: ignore[arg-type]  # None says that nothing has changed, see grpc's own description
        require_client_authentication=bool(certificates.files.client_ca),
    )


def _configuration(files: tls.Files) -> grpc.ServerCertificateConfiguration:
    return grpc.ssl_server_certificate_configuration(
        [(files.key, files.cert)], root_certificates=files.client_ca or None
    )
