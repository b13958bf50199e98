"""A hosted Asterisk 13 recorded by others (chan_sip, Local channels, transfers): who rang, answered, got it.

They lie beside the checkout, not in it. What is expected was derived by hand from the scenes and their events:
a is 150010001 (number 201), b is 150010002 (202), c is 150010003 (203); +31… come through the trunk.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.app.telephony.recordings import broken_lives, events_of, story

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("RINGBOOK_SHARED", ROOT.parent / "shared"))
FOLDER = SHARED / "data" / "ami" / "cacofonisk"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no recordings at {FOLDER}; set RINGBOOK_SHARED")

A, B, C = "150010001", "150010002", "150010003"
EXPECTED = {
    "simple/ab_success_a_hangup": [
        f"{A} dialling internal 202",
        f"{B} ringing internal 201",
        f"{B} answered internal 201",
        f"{A} answered internal 202",
        f"{A} ended internal 202 answered",
        f"{B} ended internal 201 answered",
    ],
    "simple/ab_a_cancel": [
        f"{A} dialling internal 202",
        f"{B} ringing internal 201",
        f"{B} ended internal 201 missed",
        f"{A} ended internal 202 cancelled",
    ],
    "simple/ab_reject": [
        f"{A} dialling internal 202",
        f"{B} ringing internal 201",
        f"{B} ended internal 201 rejected",
        f"{A} ended internal 202 busy",
    ],
    "simple/ab_callgroup": [  # group 401: b and c ring, b takes it
        f"{A} dialling internal 401",
        f"{B} ringing internal 201",
        f"{C} ringing internal 201",
        f"{B} answered internal 201",
        f"{A} answered internal 401",
        f"{C} ended internal 201 answered_elsewhere",
        f"{B} ended internal 201 answered",
        f"{A} ended internal 401 answered",
    ],
    "queue/queue_simple": [  # c is off and never rings
        f"{B} ringing inbound +31150010001",
        f"{B} answered inbound +31150010001",
        f"{B} ended inbound +31150010001 answered",
    ],
    "queue/queue_a_cancel": [
        f"{B} ringing inbound +31150010001",
        f"{B} ended inbound +31150010001 missed",
    ],
    "xfer_attended/xfer_abbcac": [  # a calls b, b asks c, a and c talk
        f"{A} dialling internal 202",
        f"{B} ringing internal 201",
        f"{B} answered internal 201",
        f"{A} answered internal 202",
        f"{B} dialling internal 203",
        f"{C} ringing internal 202",
        f"{C} answered internal 202",
        f"{B} answered internal 203",
        f"{C} party_changed internal 201 from {B}",
        f"{A} party_changed internal 203 from {B}",
        f"{B} transferred internal 201",
        f"{B} ended internal 203 answered",
        f"{B} ended internal 201 transferred",
        f"{C} ended internal 201 from {B} answered",
        f"{A} ended internal 203 from {B} answered",
    ],
    "xfer_blind/xfer_blind_abbcac": [  # a calls b, b sends a to c
        f"{A} dialling internal 202",
        f"{B} ringing internal 201",
        f"{B} answered internal 201",
        f"{A} answered internal 202",
        f"{B} transferred internal 201",
        f"{B} ended internal 201 transferred",
        f"{C} ringing internal 201 from {B}",
        f"{C} answered internal 201 from {B}",
        f"{A} party_changed internal 203 from {B}",
        f"{C} ended internal 201 from {B} answered",
        f"{A} ended internal 203 from {B} answered",
    ],
    "xfer_misc/star_pickup": [  # b rings, c takes it with *8
        f"{A} dialling internal 202",
        f"{B} ringing internal 201",
        f"{C} answered internal 201",
        f"{A} answered internal 202",
        f"{B} ended internal 201 answered_elsewhere",
        f"{C} ended internal 201 answered",
        f"{A} ended internal 202 answered",
    ],
    "xfer_misc/call_forwarding": [  # a forwards to b before ringing
        f"{B} ringing inbound +31260010001",
        f"{B} answered inbound +31260010001",
        f"{B} ended inbound +31260010001 answered",
    ],
    "mobile/acceptance_simple": [],  # in through the trunk and out to a mobile: no phone of ours
    "originate/ctd-account-world": [  # a's phone is rung first; whom it calls is known when the trunk is dialled
        f"{A} dialling outbound -",
        f"{A} party_changed outbound +31260010001",
        f"{A} answered outbound +31260010001",
        f"{A} ended outbound +31260010001 answered",
    ],
}


def test_every_recording_of_the_folder_is_expected() -> None:
    assert {str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.glob("*/*.json")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_who_rang_who_answered_and_who_got_it(name: str) -> None:
    events = events_of(FOLDER / f"{name}.json", region="NL")
    assert story(events) == EXPECTED[name]
    assert broken_lives(events, whole=True) == []


def test_numbers_of_the_trunk_have_their_international_form() -> None:
    events = events_of(FOLDER / "queue" / "queue_simple.json", region="NL")
    assert {event.e164 for event in events} == {"+31150010001"}
