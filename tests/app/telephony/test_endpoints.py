"""Names of channels, dial strings, and which endpoints are phones."""

from __future__ import annotations

import pytest

from app.telephony.ami.endpoints import Endpoints, dialled_number, is_pseudo, split_name
from app.telephony.ami.heard import line, mask
from app.telephony.ami.message import Message
from app.telephony.numbers import same, shown, to_e164


@pytest.mark.parametrize(
    ("channel", "technology", "endpoint"),
    [
        ("PJSIP/1001-0000002a", "PJSIP", "1001"),
        ("SIP/voipgrid-siproute-docker-00000025", "SIP", "voipgrid-siproute-docker"),
        ("Local/1001@from-internal-00000008;2", "Local", "1001@from-internal"),
        ("PJSIP/1001-00000003<ZOMBIE>", "PJSIP", "1001"),
        ("DAHDI/i1/0934445566-3", "DAHDI", "i1/0934445566"),
        ("IAX2/office-5123", "IAX2", "office"),
        ("nonsense", "nonsense", ""),
    ],
)
def test_a_channel_is_named_after_its_endpoint(channel: str, technology: str, endpoint: str) -> None:
    assert split_name(channel) == (technology, endpoint)


@pytest.mark.parametrize("channel", ["Local/1@x-1;1", "Surrogate/PJSIP/1-2", "PJSIP/1-2<ZOMBIE>", "CBAnn/5-1;2", "x"])
def test_what_is_no_line_is_known(channel: str) -> None:
    assert is_pseudo(channel)


@pytest.mark.parametrize(
    ("dial_string", "endpoint", "number"),
    [
        ("1001", "1001", None),
        ("PJSIP/1003", "1003", None),
        ("1001/sip:1001@192.168.1.5:5060", "1001", None),
        ("1001/sip:k3j4h5@192.168.1.5;transport=ws", "1001", None),
        ("150010002/150010002/172.20.0.13!!201", "150010002", None),
        ("0912345678@trunk", "trunk", "0912345678"),
        ("trunk/0912345678", "trunk", "0912345678"),
        ("trunk/sip:+886912345678@carrier.example", "trunk", "+886912345678"),
        ("+31260010001@voipgrid-siproute-docker", "voipgrid-siproute-docker", "+31260010001"),
        ("", "1001", None),
    ],
)
def test_a_dial_string_calls_the_endpoint_or_a_number_through_it(
    dial_string: str, endpoint: str, number: str | None
) -> None:
    assert dialled_number(dial_string, endpoint) == number


def test_phones_and_trunks_are_told_apart_by_what_is_seen_of_them() -> None:
    known = Endpoints()
    known.see_channel("carrier", "from-trunk", "1003", calling=True)
    known.see_channel("150010001", "osvpi_account", "150010001", calling=True)
    known.see_channel("886255512345", "default", "0934445566", calling=True)
    known.see_dial("alice", "alice")
    known.see_dial("9000", "0912345678@9000")
    known.see_event(Message([("Event", "QueueMember"), ("StateInterface", "PJSIP/bob"), ("Location", "Local/7@q/n")]))
    phones = {name: known.is_phone("PJSIP", name) for name in ("carrier", "150010001", "886255512345", "9000", "1001")}
    assert phones == {"carrier": False, "150010001": True, "886255512345": False, "9000": False, "1001": True}
    assert known.is_phone("PJSIP", "alice")
    assert known.is_phone("PJSIP", "bob")
    assert not known.is_phone("DAHDI", "4")
    assert not known.is_phone("PJSIP", "192.168.1.5")


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("0934 445-566", "0934 445-566"),
        ("anonymous", None),
        ("Anonymous", None),
        ("Restricted", None),
        ("Unavailable", None),
        ("<unknown>", None),
        ("", None),
        (None, None),
        ("١٢٣", "١٢٣"),
        ("09\x003", "093"),
        ("5" * 200, "5" * 64),
    ],
)
def test_a_number_is_shown_as_received_unless_it_is_withheld(raw: str | None, number: str | None) -> None:
    assert shown(raw) == number


@pytest.mark.parametrize(
    ("number", "region", "e164"),
    [
        ("0934445566", "TW", "+886934445566"),
        ("0934445566", None, None),
        ("+34 934-44.55.66", None, "+34934445566"),
        ("0034934445566", "TW", "+34934445566"),
        ("112", "TW", None),
        ("1" * 50, "TW", None),
        ("+31150010001", "TW", "+31150010001"),
        (None, "TW", None),
    ],
)
def test_the_international_form_is_null_where_there_is_none(number: str | None, region: str | None, e164: str) -> None:
    assert to_e164(number, region) == e164


def test_two_spellings_of_a_number_are_the_same_and_short_ones_must_be_equal() -> None:
    assert same("+886934445566", "0934445566")
    assert same(None, None)
    assert not same("0934445566", "0934445567")
    assert not same("1001", "1002")
    assert not same(None, "1001")
    assert not same("0934445566", "5566")


def test_what_is_heard_is_one_short_line_without_numbers() -> None:
    ring = Message([("Event", "Newstate"), ("Channel", "PJSIP/1001-0000002a"), ("ChannelStateDesc", "Ringing")])
    assert line(ring) == "Newstate PJSIP/1001 Ringing"
    dial = Message([("Event", "DialBegin"), ("Channel", "PJSIP/1-2"), ("DestChannel", "DAHDI/i1/0934445566-3")])
    assert line(dial) == "DialBegin DAHDI/i1/…66"
    assert line(Message([("Event", "VarSet"), ("Value", "secret")])) is None
    assert mask("call +886 934-445-566 now\n") == "call …66 now "
