"""The adapter over real TCP and TLS, against the replay server and against PBXs that misbehave."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.events import CallEvent, PbxHeard, PbxState
from app.settings import PbxSettings
from app.telephony.adapters.asterisk import AsteriskSource
from app.telephony.ami.link import Timings
from app.telephony.replay_server import ReplayServer
from app.telephony.source import PbxEvent
from models.enums import PbxStatus
from tests.app.telephony.recordings import FOLDER, broken_lives

FAST = Timings(connect=2, login=0.5, boot=0.3, idle=0.3, pong=0.3, backoff_first=0.05, backoff_last=0.2, refused=0.3)
SECRET = "correct horse"


class Ear:
    """Collects what an adapter posts and waits for what is wanted."""

    def __init__(self) -> None:
        self.posted: queue.Queue[PbxEvent] = queue.Queue()
        self.all: list[PbxEvent] = []

    def until(self, wanted: Callable[[PbxEvent], bool], seconds: float = 15) -> PbxEvent:
        end = time.monotonic() + seconds
        while True:
            event = self.posted.get(timeout=max(0.01, end - time.monotonic()))
            self.all.append(event)
            if wanted(event):
                return event

    def state(self, status: PbxStatus) -> PbxState:
        found = self.until(lambda event: isinstance(event, PbxState) and event.status is status)
        assert isinstance(found, PbxState)
        return found

    def call(self, step: str, extension: str) -> CallEvent:
        found = self.until(lambda e: isinstance(e, CallEvent) and (e.event, e.extension) == (step, extension))
        assert isinstance(found, CallEvent)
        return found

    def calls(self) -> list[CallEvent]:
        return [event for event in self.all if isinstance(event, CallEvent)]


Connect = Callable[..., Ear]


@pytest.fixture
def connect() -> Iterator[Connect]:
    sources: list[AsteriskSource] = []

    def begin(port: int, *, secret: str = SECRET, timings: Timings = FAST, **settings: object) -> Ear:
        values = {"host": "127.0.0.1", "port": port, "tls": False, "username": "console", **settings}
        source = AsteriskSource(PbxSettings(**values), secret, "TW", timings)  # type: ignore[arg-type]
        sources.append(source)
        ear = Ear()
        ear.source = source  # type: ignore[attr-defined]
        source.start(ear.posted.put)
        return ear

    yield begin
    for source in sources:
        source.stop()


@pytest.fixture
def play() -> Iterator[Callable[..., ReplayServer]]:
    servers: list[ReplayServer] = []

    def begin(*names: str, **options: object) -> ReplayServer:
        server = ReplayServer([FOLDER / f"{name}.ami" for name in names], **options)  # type: ignore[arg-type]
        servers.append(server)
        server.start()
        return server

    yield begin
    for server in servers:
        server.stop()


Play = Callable[..., ReplayServer]


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Make a self-signed certificate for `name` and 127.0.0.1; return its file and that of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName(name), x509.IPAddress(IPv4Address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / f"{name}.pem", folder / f"{name}.key"
    cert_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    key_file.write_bytes(key.private_bytes(pem, pkcs8, serialization.NoEncryption()))
    return cert_file, key_file


def server_tls(cert: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


def test_a_call_is_told_over_tcp(connect: Connect, play: Play) -> None:
    ear = connect(play("a_direct_answered", speed=10).port)
    ear.state(PbxStatus.CONNECTED)
    ended = ear.call("ended", "1001")
    assert (ended.number, ended.e164, ended.outcome) == ("0934445566", "+886934445566", "answered")
    assert [event.event for event in ear.calls()] == ["ringing", "answered", "ended"]


def test_only_the_own_extension_is_told(connect: Connect, play: Play) -> None:
    ear = connect(play("c_queue_ringall", speed=20).port, extension="1002")
    ear.call("ended", "1002")
    assert {event.extension for event in ear.calls()} == {"1002"}


def test_what_is_heard_comes_masked(connect: Connect, play: Play) -> None:
    ear = connect(play("h_number_formats", speed=50).port)
    ear.call("ringing", "1001")
    ear.until(lambda event: isinstance(event, PbxHeard) and event.text == "Hangup PJSIP/1001 Interworking, unspecified")
    heard = [event.text for event in ear.all if isinstance(event, PbxHeard)]
    assert "Newstate PJSIP/1001 Ringing" in heard
    assert not [text for text in heard if "0934445566" in text]


def test_tls_with_the_issuers_file_connects(connect: Connect, play: Play, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path, "pbx.example")
    server = play("a_direct_answered", speed=20, tls=server_tls(cert, key))
    ear = connect(server.port, tls=True, ca_file=str(cert))
    ear.state(PbxStatus.CONNECTED)
    ear.call("ended", "1001")


def test_tls_with_a_stranger_is_refused(connect: Connect, play: Play, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path, "pbx.example")
    other, _ = certificate(tmp_path, "other.example")
    server = play("a_direct_answered", tls=server_tls(cert, key))
    state = connect(server.port, tls=True, ca_file=str(other)).state(PbxStatus.REFUSED)
    assert "is not trusted" in state.message
    assert server.clients == 0


def test_tls_for_another_host_is_refused(connect: Connect, play: Play, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path, "pbx.example")
    server = play("a_direct_answered", tls=server_tls(cert, key))
    ear = connect(server.port, tls=True, ca_file=str(cert), host="localhost")
    assert "is not trusted" in ear.state(PbxStatus.REFUSED).message


def test_a_certificate_file_that_is_none_is_named(connect: Connect, play: Play, tmp_path: Path) -> None:
    (tmp_path / "no.pem").write_text("nothing")
    ear = connect(play("a_direct_answered").port, tls=True, ca_file=str(tmp_path / "no.pem"))
    state = ear.state(PbxStatus.REFUSED)
    assert dict(state.values)["path"] == str(tmp_path / "no.pem")


def test_a_wrong_password_is_told_once_and_tried_again_later(connect: Connect, play: Play, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path, "pbx.example")
    server = play("a_direct_answered", secret=SECRET, tls=server_tls(cert, key))
    ear = connect(server.port, secret="wrong", tls=True, ca_file=str(cert))
    state = ear.state(PbxStatus.REFUSED)
    assert state.message.format(**dict(state.values)).startswith("The PBX refused the user console")
    with pytest.raises(queue.Empty):
        ear.until(lambda _: True, seconds=1.0)


def test_a_password_with_a_line_break_is_refused_before_it_is_sent(connect: Connect, play: Play) -> None:
    ear = connect(play("a_direct_answered").port, username="x\r\nAction: Logoff")
    assert "line break" in ear.state(PbxStatus.REFUSED).message


def test_nobody_at_the_port_is_unreachable_and_tried_again(connect: Connect, play: Play) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    ear = connect(port)
    ear.state(PbxStatus.UNREACHABLE)
    play("a_direct_answered", port=port, speed=20)
    ear.state(PbxStatus.CONNECTED)


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener


def test_a_pbx_that_accepts_and_says_nothing_is_given_up(connect: Connect, silent: socket.socket) -> None:
    state = connect(silent.getsockname()[1]).state(PbxStatus.UNREACHABLE)
    assert "does not answer" in state.message


def test_a_pbx_that_falls_silent_is_left(connect: Connect, silent: socket.socket) -> None:
    asked = queue.Queue[bytes]()

    def accept_and_fall_silent() -> None:
        peer, _ = silent.accept()
        with peer:
            peer.sendall(b"Asterisk Call Manager/11.0.0\r\n")
            for answer in (b"Challenge: 1\r\n", b"Message: Authentication accepted\r\n"):
                peer.recv(4096)
                peer.sendall(b"Response: Success\r\n" + answer + b"\r\n")
            while data := peer.recv(4096):
                asked.put(data)

    threading.Thread(target=accept_and_fall_silent, daemon=True).start()
    ear = connect(silent.getsockname()[1])
    ear.state(PbxStatus.CONNECTED)
    ear.state(PbxStatus.UNREACHABLE)
    assert b"Action: Ping" in b"".join(asked.queue)


def test_junk_instead_of_a_pbx_does_not_break_it(connect: Connect, silent: socket.socket) -> None:
    def talk_junk() -> None:
        for _ in range(2):
            peer, _ = silent.accept()
            with peer:
                peer.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n\xff\xfe" + b"x" * 200_000)

    threading.Thread(target=talk_junk, daemon=True).start()
    connect(silent.getsockname()[1]).state(PbxStatus.UNREACHABLE)


def test_without_tls_the_password_does_not_go_over_the_line(connect: Connect, silent: socket.socket) -> None:
    sent = queue.Queue[bytes]()

    def listen() -> None:
        peer, _ = silent.accept()
        with peer:
            sent.put(peer.recv(4096))
            peer.sendall(b"Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nChallenge: 42\r\n\r\n")
            sent.put(peer.recv(4096))

    threading.Thread(target=listen, daemon=True).start()
    connect(silent.getsockname()[1])
    said = sent.get(timeout=5) + sent.get(timeout=5)
    assert b"AuthType: MD5" in said
    assert SECRET.encode() not in said


def test_a_connection_that_breaks_in_mid_call_is_made_again_and_the_call_goes_on(connect: Connect, play: Play) -> None:
    server = play("j_hold", speed=2)
    ear = connect(server.port)
    ear.call("answered", "1001")
    server.drop()
    ear.state(PbxStatus.UNREACHABLE)
    ear.state(PbxStatus.CONNECTED)
    assert ear.call("ended", "1001").outcome == "answered"
    assert [event.event for event in ear.calls()].count("answered") == 1
    assert broken_lives(ear.calls(), whole=True) == []


def test_a_ring_missed_while_away_is_found_in_the_list(connect: Connect, play: Play) -> None:
    ear = connect(play("m_reconnect", speed=4).port)
    ear.state(PbxStatus.CONNECTED)
    ear.state(PbxStatus.UNREACHABLE)
    assert ear.call("ringing", "1002").number == "+886912345678"
    ear.call("ended", "1001")
    ear.call("ended", "1002")
    assert broken_lives(ear.calls(), whole=True) == []


def test_a_restart_of_the_pbx_leaves_no_call_behind(connect: Connect, play: Play) -> None:
    ear = connect(play("o_restart_now", speed=4).port)
    ear.until(lambda e: isinstance(e, CallEvent) and e.number == "0955555555" and e.event == "ended")
    assert broken_lives(ear.calls(), whole=True) == []


def test_a_bug_is_loud_and_the_connection_made_again(
    connect: Connect, play: Play, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ear = connect(play("a_direct_answered", speed=5).port)
    tracker = ear.source._tracker  # type: ignore[attr-defined]
    real, calls = tracker.feed, []

    def fails_once(*args: object) -> list[CallEvent]:
        calls.append(args)
        if len(calls) == 4:
            raise RuntimeError("a bug")
        return real(*args)  # type: ignore[no-any-return]

    monkeypatch.setattr(tracker, "feed", fails_once)
    ear.until(lambda event: isinstance(event, PbxState) and "unknown reason" in event.message)
    ear.state(PbxStatus.CONNECTED)
    assert "a bug broke the connection" in caplog.text


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.3])
def test_stop_ends_the_thread_and_nothing_is_posted_afterwards(connect: Connect, play: Play, moment: float) -> None:
    server = play("p_burst", speed=5)
    ear = connect(server.port)
    if moment:
        ear.until(lambda event: isinstance(event, PbxHeard))
        threading.Event().wait(moment)
    ear.source.stop()  # type: ignore[attr-defined]
    assert not ear.source._thread.is_alive()  # type: ignore[attr-defined]
    posted = ear.posted.qsize()
    threading.Event().wait(0.3)
    assert ear.posted.qsize() == posted


def test_stop_while_connecting_to_a_silent_pbx_waits_for_nothing(connect: Connect, silent: socket.socket) -> None:
    ear = connect(silent.getsockname()[1], timings=Timings(connect=3600, login=3600))
    ear.state(PbxStatus.CONNECTING)
    ear.source.stop()  # type: ignore[attr-defined]
    assert not ear.source._thread.is_alive()  # type: ignore[attr-defined]


def test_the_password_is_neither_named_nor_logged(
    connect: Connect, play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    ear = connect(play("a_direct_answered", speed=20).port)
    ear.call("ended", "1001")
    assert SECRET not in repr(ear.source) + str(vars(ear.source).keys()) + caplog.text  # type: ignore[attr-defined]
    assert "0934445566" not in caplog.text
