"""Away from this computer nothing is sent to a server whose certificate is not its own or of nobody we trust."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.errors import KnownError, TransientError
from app.sync.address import StoreAddress
from app.sync.postgres import store

PASSWORD = "correct horse"
SSL_REQUEST = 8  # bytes


def certificate(folder: Path, host: str) -> tuple[Path, Path]:
    """A certificate that vouches for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    public, private = folder / f"{host}.pem", folder / f"{host}.key"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )  # fmt: skip
    return public, private


class TlsServer:
    """Answers as a PostgreSQL with TLS does, notes what comes through it, and hangs up."""

    def __init__(self, public: Path, private: Path) -> None:
        self.heard: list[bytes] = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(public, private)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._socket.accept()
            except OSError:
                return
            with link, suppress(OSError):
                link.settimeout(10)
                link.recv(SSL_REQUEST)
                link.sendall(b"S")
                with self._context.wrap_socket(link, server_side=True) as safe:
                    self.heard.append(safe.recv(4096))

    def stop(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(10)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[str], tuple[TlsServer, Path]]]:
    """Start a server whose certificate is of a host."""
    servers: list[TlsServer] = []

    def start(host: str) -> tuple[TlsServer, Path]:
        public, private = certificate(tmp_path, host)
        servers.append(TlsServer(public, private))
        return servers[-1], public

    yield start
    for server in servers:
        server.stop()


def address(server: TlsServer, authority: Path | None = None) -> StoreAddress:
    named = str(authority) if authority else ""
    return StoreAddress("postgres", "localhost", server.port, "ringbook", "", "anna", "verify-full", named)


Serve = Callable[[str], tuple[TlsServer, Path]]


def test_a_named_authority_is_trusted(serve: Serve) -> None:
    server, public = serve("localhost")
    with pytest.raises(TransientError):  # it hangs up, but first it was told who comes
        store.connect(address(server, public), PASSWORD)
    assert b"anna" in server.heard[0]


def test_the_authorities_of_the_system_are_trusted(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    server, public = serve("localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(public))
    with pytest.raises(TransientError):
        store.connect(address(server), PASSWORD)
    assert b"anna" in server.heard[0]


def test_nothing_is_sent_to_a_server_nobody_vouches_for(serve: Serve) -> None:
    server, _ = serve("localhost")
    with pytest.raises(KnownError, match="not safe, so nothing was sent"):
        store.connect(address(server), PASSWORD)
    assert not any(server.heard)


def test_nothing_is_sent_to_a_server_with_anothers_certificate(serve: Serve) -> None:
    server, public = serve("other.example.com")
    with pytest.raises(KnownError, match="not safe, so nothing was sent"):
        store.connect(address(server, public), PASSWORD)
    assert not any(server.heard)


def test_a_server_without_encryption_is_sent_nothing(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as plain:
        heard: list[bytes] = []

        def answer() -> None:
            link, _ = plain.accept()
            with link, suppress(OSError):
                heard.append(link.recv(SSL_REQUEST))
                link.sendall(b"N")
                link.settimeout(10)
                heard.append(link.recv(4096))

        thread = threading.Thread(target=answer)
        thread.start()
        server, public = serve("localhost")
        with pytest.raises(KnownError, match="not safe, so nothing was sent"):
            store.connect(replace(address(server, public), port=plain.getsockname()[1]), PASSWORD)
        thread.join(10)
    assert heard[1:] in ([], [b""])
