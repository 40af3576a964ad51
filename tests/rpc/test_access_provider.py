"""Tokens of an identity provider, against a real server."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import grpc
import pytest
from tests.rpc.access_checks import NOTHING, forged, read, refused
from tests.rpc.callers import AUDIENCE, ISSUER, Provider, bearer, key_set, token
from tests.rpc.serving import Servers


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "EdDSA"])
def test_tokens_of_a_provider_are_taken(servers: Servers, tmp_path: Path, algorithm: str) -> None:
    provider, stranger = Provider(algorithm, "one"), Provider(algorithm, "one")
    file = tmp_path / "keys.json"
    file.write_text(key_set(provider))
    names = {"auth_jwks": str(file), "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
    with servers.serving(servers.database(), NOTHING, **names, auth_role_claim="realm.roles") as client:
        nested = {"role": None, "realm": {"roles": ["x", "viewer"]}}
        read(client, bearer(provider.token(**nested)))
        refused(client, bearer(stranger.token(**nested)))
        refused(client, bearer(provider.token(**nested, aud="other app")))
        refused(client, bearer(token(**nested)))  # there is no secret
        # The public key is public: it must not do as the secret of HS256.
        public = json.dumps(provider.public).encode()
        refused(client, bearer(forged({"alg": "HS256", "kid": "one"}, public)))


class Published:
    """A key set at an URL of this machine, and how often it was fetched."""

    def __init__(self) -> None:
        self.text, self.fetched = "", 0
        published = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                published.fetched += 1
                self.send_response(200 if published.text else 500)
                self.end_headers()
                self.wfile.write(published.text.encode())

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/keys"
        self._thread = Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def published() -> Iterator[Published]:
    found = Published()
    yield found
    found.close()


def test_new_keys_of_a_provider_are_found(
    servers: Servers, published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bi_server.access.key_sets.PAUSE_SECONDS", 0.0)
    first, second = Provider("ES256", "one"), Provider("ES256", "two")
    names = {"auth_jwks": published.url, "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
    with servers.serving(servers.database(), NOTHING, **names) as client:
        refused(client, bearer(first.token()), grpc.StatusCode.UNAVAILABLE)  # the provider is away
        published.text = key_set(first)
        read(client, bearer(first.token()))
        fetched = published.fetched
        for i in range(5):
            read(client, bearer(first.token(jti=str(i))))
        assert published.fetched == fetched
        refused(client, bearer(second.token()))
        published.text = key_set(second)
        read(client, bearer(second.token()))
        refused(client, bearer(first.token(jti="new")))
        published.text = ""  # what is known still holds
        read(client, bearer(second.token(jti="new")))


def test_made_up_key_ids_do_not_become_requests_to_the_provider(servers: Servers, published: Published) -> None:
    provider = Provider("ES256", "one")
    published.text = key_set(provider)
    names = {"auth_jwks": published.url, "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
    with servers.serving(servers.database(), NOTHING, **names) as client:
        read(client, bearer(provider.token()))
        for i in range(20):
            refused(client, bearer(Provider("ES256", f"made up {i}").token()))
        assert published.fetched < 10
