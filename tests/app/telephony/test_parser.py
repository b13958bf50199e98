"""Bytes to messages: what a PBX, a broken line or an attacker may send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.telephony.ami.actions import encode
from app.telephony.ami.message import unescape
from app.telephony.ami.parser import MAX_LINE, MAX_LINES, MAX_MESSAGE, Parser
from tests.app.telephony.recordings import FOLDER

HANGUP = b"Event: Hangup\r\nUniqueid: 1.2\r\nCause: 16\r\n\r\n"


def parse(data: bytes) -> list[tuple[tuple[str, str], ...]]:
    return [message.pairs for message in Parser().feed(data)]


def test_the_banner_ends_with_its_line_and_needs_no_blank_one() -> None:
    parser = Parser()
    banner, event = parser.feed(b"Asterisk Call Manager/11.0.0\r\n" + HANGUP)
    assert banner.get("Banner") == "Asterisk Call Manager/11.0.0"
    assert event.event == "hangup"
    assert parser.junk == 0


def test_a_recording_split_at_every_byte_gives_the_same_messages() -> None:
    data = (FOLDER / "b3_agent_rejects.ami").read_bytes()
    parser = Parser()
    byte_by_byte = [message.pairs for i in range(len(data)) for message in parser.feed(data[i : i + 1])]
    assert byte_by_byte == parse(data)


@pytest.mark.parametrize("cut", range(len(HANGUP) + 1))
def test_a_message_in_two_reads_is_whole(cut: int) -> None:
    parser = Parser()
    messages = parser.feed(HANGUP[:cut]) + parser.feed(HANGUP[cut:])
    assert [message.number("Cause") for message in messages] == [16]


def test_stray_blank_lines_mean_nothing() -> None:
    assert len(parse(b"\r\n\r\n" + HANGUP + b"\r\n\r\n\r\n" + HANGUP)) == 2


def test_a_bare_line_feed_is_part_of_the_value() -> None:
    (message,) = Parser().feed(b"Event: Newstate\r\nCallerIDName: Line\nEvent: Hangup\r\n\r\n")
    assert message.event == "newstate"
    assert message.get("CallerIDName") == "Line\nEvent: Hangup"


def test_keys_may_repeat_and_differ_in_case() -> None:
    (message,) = Parser().feed(b"event: VarSet\r\nChanVariable: a=1\r\nChanVariable: b=2:3\r\nUniqueID: 7\r\n\r\n")
    assert message.all("chanvariable") == ["a=1", "b=2:3"]
    assert (message.event, message.get("Uniqueid")) == ("varset", "7")


def test_unset_values_are_none() -> None:
    (message,) = Parser().feed(b"Event: X\r\nA: <unknown>\r\nB:\r\nC: (null)\r\nD: <Unknown>\r\nE: 0\r\n\r\n")
    assert [message.known(key) for key in "ABCDEF"] == [None, None, None, None, "0", None]


def test_invalid_text_is_marked_and_counted_and_a_cut_character_dropped() -> None:
    parser = Parser()
    (message,) = parser.feed(b"Event: X\r\nName: Jos\xe9 P\r\nCut: \xe7\x8e\x8b\xe5\xb0\r\n\r\n")
    assert message.get("Name") == "Jos\N{REPLACEMENT CHARACTER} P"
    assert message.get("Cut") == "王"
    assert parser.junk == 2


def test_lines_without_a_key_are_counted_and_left_out() -> None:
    parser = Parser()
    (message,) = parser.feed(b"Event: X\r\n--END COMMAND--\r\n: 5\r\nOK: 1\r\n\r\n")
    assert message.pairs == (("Event", "X"), ("OK", "1"))
    assert parser.junk == 2


def test_an_endless_line_takes_no_more_than_its_bound() -> None:
    parser = Parser()
    for _ in range(100):
        assert parser.feed(b"x" * MAX_LINE) == []
        assert len(parser._rest) <= MAX_LINE
    assert [message.event for message in parser.feed(b"\r\n\r\n" + HANGUP)] == ["hangup"]
    assert parser.junk == 1


@pytest.mark.parametrize("line", [b"Key: value\r\n", b"Key: " + b"v" * 4000 + b"\r\n"])
def test_an_endless_message_is_dropped_whole_and_the_next_is_read(line: bytes) -> None:
    parser = Parser()
    for _ in range(MAX_LINES * 3):
        assert parser.feed(line) == []
        assert len(parser._pairs) <= MAX_LINES
        assert parser._size <= MAX_MESSAGE + MAX_LINE
    assert [message.event for message in parser.feed(b"\r\n" + HANGUP)] == ["hangup"]


def test_a_banner_in_mid_message_begins_anew() -> None:
    messages = Parser().feed(b"Event: Newstate\r\nChannel: x\r\nAsterisk Call Manager/5.0.2\r\n" + HANGUP)
    assert [message.get("Banner") or message.event for message in messages] == ["Asterisk Call Manager/5.0.2", "hangup"]


@given(st.lists(st.binary(max_size=80), max_size=30))
def test_no_bytes_make_it_fail(chunks: list[bytes]) -> None:
    parser = Parser()
    for chunk in chunks:
        for message in parser.feed(chunk):
            assert message.pairs
            assert repr(message)


@given(st.binary(max_size=300), st.integers(0, 300))
def test_where_the_reads_end_makes_no_difference(data: bytes, cut: int) -> None:
    parser = Parser()
    assert [m.pairs for m in parser.feed(data[:cut]) + parser.feed(data[cut:])] == parse(data)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Maria", "Maria"),
        (r"O'Brien, \"Bob\"", 'O\'Brien, "Bob"'),
        (r"a\nb\tc", "a b c"),
        (r"back\\slash", r"back\slash"),
        ("cut at the end \\", "cut at the end"),
        ("\x1b[31mred\x00", "[31mred"),
        ("x" * 500, "x" * 200),
    ],
)
def test_names_are_unescaped_and_printable(raw: str, name: str) -> None:
    assert unescape(raw) == name


def test_an_action_is_written_line_by_line() -> None:
    action = encode("Originate", "7", ("Variable", "a=1"), ("Variable", "b=2"))
    assert action == b"Action: Originate\r\nActionID: 7\r\nVariable: a=1\r\nVariable: b=2\r\n\r\n"


@pytest.mark.parametrize("evil", ["x\r\nAction: Originate", "x\ny", "x\ry", "x\0y"])
def test_no_value_can_become_an_action(evil: str) -> None:
    with pytest.raises(ValueError, match="line break"):
        encode("Login", "1", ("Secret", evil))
    with pytest.raises(ValueError, match="line break"):
        encode("Login", "1", (evil, "x"))
