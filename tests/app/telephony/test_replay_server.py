"""The server that plays recordings: it answers as a PBX does, with the client's own ActionIDs."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import KnownError
from app.telephony.ami.actions import encode
from app.telephony.ami.message import Message
from app.telephony.ami.parser import Parser
from app.telephony.replay_server import ReplayServer
from tests.app.telephony.recordings import FOLDER

Start = Callable[..., ReplayServer]


@pytest.fixture
def start() -> Iterator[Start]:
    servers: list[ReplayServer] = []

    def begin(*names: str, **options: object) -> ReplayServer:
        server = ReplayServer([FOLDER / f"{name}.ami" for name in names], **options)  # type: ignore[arg-type]
        servers.append(server)
        server.start()
        return server

    yield begin
    for server in servers:
        server.stop()


class Client:
    """A client that sends actions and reads until it has what it waits for."""

    def __init__(self, server: ReplayServer) -> None:
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        self.parser = Parser()
        self.heard: list[Message] = []

    def send(self, action: str, action_id: str, **headers: str) -> None:
        self.socket.sendall(encode(action, action_id, *headers.items()))

    def log_in(self) -> Message:
        self.send("Login", "in", Username="x", Secret="y")
        return self.until(lambda message: message.get("ActionID") == "in")

    def until(self, wanted: Callable[[Message], bool]) -> Message:
        while True:
            while self.heard:
                message = self.heard.pop(0)
                if wanted(message):
                    return message
            data = self.socket.recv(65536)
            if not data:
                raise ConnectionResetError
            self.heard += self.parser.feed(data)

    def until_event(self, event: str) -> Message:
        return self.until(lambda message: message.event == event)


def test_a_login_of_anybody_is_good_and_the_pbx_is_booted(start: Start) -> None:
    client = Client(start("b_missed"))
    assert client.until(lambda message: bool(message.get("Banner")))
    assert client.log_in().get("Message") == "Authentication accepted"
    assert client.until_event("fullybooted").number("Uptime") == 40


def test_a_login_by_challenge_is_good(start: Start) -> None:
    client = Client(start("b_missed"))
    client.send("Challenge", "c", AuthType="MD5")
    assert client.until(lambda message: message.get("ActionID") == "c").get("Challenge")
    client.send("Login", "in", AuthType="MD5", Username="x", Key="0" * 32)
    assert client.until(lambda message: message.get("ActionID") == "in").response == "success"


def test_nothing_is_told_before_the_login(start: Start) -> None:
    client = Client(start("b_missed"))
    client.send("CoreShowChannels", "1")
    assert client.until(lambda message: message.get("ActionID") == "1").get("Message") == "Permission denied"


@pytest.mark.parametrize(
    ("action", "complete"),
    [
        ("CoreShowChannels", "coreshowchannelscomplete"),
        ("Status", "statuscomplete"),
        ("QueueStatus", "queuestatuscomplete"),
        ("QueueSummary", "queuesummarycomplete"),
        ("DeviceStateList", "devicestatelistcomplete"),
        ("ExtensionStateList", "extensionstatelistcomplete"),
        ("BridgeList", "bridgelistcomplete"),
    ],
)
def test_lists_are_answered_with_the_clients_own_id(start: Start, action: str, complete: str) -> None:
    client = Client(start("b_missed"))
    client.log_in()
    client.send(action, "mine-7")
    assert client.until(lambda message: message.get("ActionID") == "mine-7").response == "success"
    assert client.until_event(complete).get("ActionID") == "mine-7"


def test_pings_unknown_actions_and_goodbyes_are_answered(start: Start) -> None:
    client = Client(start("b_missed"))
    client.log_in()
    client.send("Ping", "p")
    assert client.until(lambda message: message.get("ActionID") == "p").get("Ping") == "Pong"
    client.send("DoMagic", "m")
    assert client.until(lambda message: message.get("ActionID") == "m").response == "error"
    client.send("Logoff", "bye")
    assert client.until(lambda message: message.get("ActionID") == "bye").response == "goodbye"
    with pytest.raises(ConnectionResetError):
        client.until_event("never")


def test_the_recorded_events_come_in_order_without_the_recorded_answers(start: Start) -> None:
    client = Client(start("q_queue_pause", speed=50))
    client.log_in()
    seen: list[Message] = []
    client.until(lambda message: seen.append(message) or message.get("PausedReason") == "x")  # type: ignore[func-returns-value]
    events = [message.event for message in seen if message.event.startswith(("new", "dial", "hangup"))]
    assert events[:3] == ["newchannel", "newstate", "newchannel"]
    assert events.count("hangup") == 3
    assert not [message for message in seen if message.get("ActionID").startswith("queuepause")]


def test_a_call_in_progress_is_listed_as_a_pbx_lists_it(start: Start) -> None:
    server = start("j_hold", speed=20)
    client = Client(server)
    client.log_in()
    client.until_event("hold")
    client.send("CoreShowChannels", "l")
    channels = [client.until_event("coreshowchannel") for _ in range(2)]
    found = {(c.get("Channel"), c.get("ChannelState"), c.get("Application")) for c in channels}
    assert found == {("PJSIP/trunk-00000076", "6", "Dial"), ("PJSIP/1001-00000077", "6", "AppDial")}
    assert len({c.get("BridgeId") for c in channels}) == 1


def test_several_files_play_one_after_the_other_and_again_with_ids_of_their_own(start: Start) -> None:
    client = Client(start("b_missed", "b3_agent_rejects", speed=100, loop=True))
    client.log_in()
    uids = [client.until_event("hangup").get("Uniqueid") for _ in range(8)]
    assert len(set(uids)) == 8
    assert uids[0].startswith("1795290571")
    assert not uids[4].startswith("1795290571")


def test_a_recording_of_two_connections_closes_the_first(start: Start) -> None:
    server = start("m_reconnect", speed=20)
    client = Client(server)
    client.log_in()
    with pytest.raises(ConnectionResetError):
        client.until_event("never")
    again = Client(server)
    again.log_in()
    again.send("CoreShowChannels", "l")
    names = {again.until_event("coreshowchannel").get("Channel") for _ in range(4)}
    assert "PJSIP/1002-00000089" in names


def test_a_taken_port_is_one_sentence(start: Start) -> None:
    server = start("b_missed")
    with pytest.raises(KnownError, match=f"Port {server.port} cannot be opened"):
        start("b_missed", port=server.port)


def test_a_file_that_is_no_recording_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.ami").write_text("hello")
    with pytest.raises(KnownError, match="is no recording"):
        ReplayServer([tmp_path / "x.ami"])


def test_a_bug_in_the_play_is_in_the_log_and_the_server_answers_on(
    start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ReplayServer, "_play_one", broken)
    client = Client(start("b_missed"))
    client.send("Login", "1", Username="console", Secret="any")
    client.send("Ping", "2")
    client.until(lambda message: message.get("ActionID") == "2")
    assert "stopped playing" in caplog.text
