"""Scenes played on a live Asterisk 22 with phones on loopback: what an agent's console should have shown."""

from __future__ import annotations

import pytest

from tests.app.telephony.recordings import SCENES, broken_lives, events_of, story

MARIA = "0934445566"
CUSTOMER = [f"1001 ringing inbound {MARIA}", f"1001 answered inbound {MARIA}"]
EXPECTED = {
    "attended_aborted": [  # 1001 asks 1002 and goes back to the customer
        *CUSTOMER,
        f"1001 held inbound {MARIA}",
        "1001 dialling internal 1002",
        "1002 ringing internal 1001",
        "1002 answered internal 1001",
        "1001 answered internal 1002",
        f"1001 resumed inbound {MARIA}",
        "1002 ended internal 1001 answered",
        "1001 ended internal 1002 answered",
        f"1001 ended inbound {MARIA} answered",
    ],
    "attended_outside": [  # 1001 called the customer, asks 1002 and hands over
        "1001 dialling outbound 0912345678",
        "1001 answered outbound 0912345678",
        "1001 held outbound 0912345678",
        "1001 dialling internal 1002",
        "1002 ringing internal 1001",
        "1002 answered internal 1001",
        "1001 answered internal 1002",
        "1001 resumed outbound 0912345678",
        "1002 party_changed inbound 0912345678 from 1001",
        "1001 transferred outbound 0912345678",
        "1001 ended outbound 0912345678 transferred",
        "1001 ended internal 1002 answered",
        "1002 ended inbound 0912345678 from 1001 answered",
    ],
    "atx_complete": [  # by feature code: one channel of 1001 for both talks
        *CUSTOMER,
        f"1001 held inbound {MARIA}",
        "1002 ringing internal 1001",
        "1002 answered internal 1001",
        f"1002 party_changed inbound {MARIA} from 1001",
        f"1001 transferred inbound {MARIA}",
        f"1001 ended inbound {MARIA} transferred",
        f"1002 ended inbound {MARIA} from 1001 answered",
    ],
    "atx_back": [  # by feature code; the colleague hangs up, the customer is back: no second pop
        *CUSTOMER,
        f"1001 held inbound {MARIA}",
        "1002 ringing internal 1001",
        "1002 answered internal 1001",
        "1002 ended internal 1001 answered",
        f"1001 resumed inbound {MARIA}",
        f"1001 ended inbound {MARIA} answered",
    ],
    "atx_refused": [
        *CUSTOMER,
        f"1001 held inbound {MARIA}",
        "1002 ringing internal 1001",
        "1002 ended internal 1001 rejected",
        f"1001 resumed inbound {MARIA}",
        f"1001 ended inbound {MARIA} answered",
    ],
    "blind_refused": [
        *CUSTOMER,
        f"1001 transferred inbound {MARIA}",
        f"1001 ended inbound {MARIA} transferred",
        f"1002 ringing inbound {MARIA} from 1001",
        f"1002 ended inbound {MARIA} from 1001 rejected",
    ],
    "blond": [  # 1001 hands over while 1002 still rings: the customer pops on the ringing phone
        *CUSTOMER,
        f"1001 held inbound {MARIA}",
        "1001 dialling internal 1002",
        "1002 ringing internal 1001",
        f"1001 resumed inbound {MARIA}",
        f"1001 transferred inbound {MARIA}",
        f"1001 ended inbound {MARIA} transferred",
        "1001 ended internal 1002 transferred",
        f"1002 party_changed inbound {MARIA} from 1001",
        f"1002 answered inbound {MARIA} from 1001",
        f"1002 ended inbound {MARIA} from 1001 answered",
    ],
    "ctd_local": [  # click-to-dial through a Local channel
        "1001 dialling outbound 0912345678",
        "1001 answered outbound 0912345678",
        "1001 ended outbound 0912345678 answered",
    ],
    "ctd_refused": ["1001 dialling outbound 0912345678", "1001 ended outbound 0912345678 rejected"],
    "ctd_timeout": ["1001 dialling outbound 0912345678", "1001 ended outbound 0912345678 no_answer"],
    "out_404": ["1001 dialling outbound 0912345678", "1001 ended outbound 0912345678 failed"],
    "out_answered": [
        "1001 dialling outbound 0912345678",
        "1001 answered outbound 0912345678",
        "1001 ended outbound 0912345678 answered",
    ],
    "out_busy": ["1001 dialling outbound 0912345678", "1001 ended outbound 0912345678 busy"],
    "out_cancelled": ["1001 dialling outbound 0912345678", "1001 ended outbound 0912345678 cancelled"],
    "park": [  # 1002 takes the parked customer back by dialling 801
        *CUSTOMER,
        f"1001 transferred inbound {MARIA}",
        f"1001 ended inbound {MARIA} transferred",
        f"1002 answered inbound {MARIA} from 1001",
        f"1002 ended inbound {MARIA} from 1001 answered",
    ],
    "redirect": [  # moved by the PBX, not by the agent
        *CUSTOMER,
        f"1001 ended inbound {MARIA} answered",
        f"1002 ringing inbound {MARIA}",
        f"1002 answered inbound {MARIA}",
        f"1002 ended inbound {MARIA} answered",
    ],
}
UNORDERED = {  # the PBX tells these in no fixed order
    "pickup_chan": [
        f"1001 ringing inbound {MARIA}",
        f"1001 ended inbound {MARIA} answered_elsewhere",
        f"1003 answered inbound {MARIA}",
        f"1003 ended inbound {MARIA} answered",
    ],
    "pickup_mark": [
        f"1001 ringing inbound {MARIA}",
        f"1001 ended inbound {MARIA} answered_elsewhere",
        f"1003 answered inbound {MARIA}",
        f"1003 ended inbound {MARIA} answered",
    ],
    "pickup_queue": [
        *(f"{who} ringing inbound {MARIA}" for who in ("1001", "1002")),
        *(f"{who} ended inbound {MARIA} answered_elsewhere" for who in ("1001", "1002")),
        f"1003 answered inbound {MARIA}",
        f"1003 ended inbound {MARIA} answered",
    ],
    "queue_local": [
        *(f"{who} ringing inbound {MARIA}" for who in ("1001", "1002", "1003")),
        *(f"{who} ended inbound {MARIA} answered_elsewhere" for who in ("1001", "1003")),
        f"1002 answered inbound {MARIA}",
        f"1002 ended inbound {MARIA} answered",
    ],
    "queue_reject": [
        *(f"{who} ringing inbound {MARIA}" for who in ("1001", "1002", "1003")),
        *(f"{who} ended inbound {MARIA} rejected" for who in ("1001", "1003")),
        f"1002 answered inbound {MARIA}",
        f"1002 ended inbound {MARIA} answered",
    ],
    "to_queue_inside": [
        "1003 dialling internal 700",
        *(f"{who} ringing internal 1003" for who in ("1001", "1002", "1003")),
        "1002 answered internal 1003",
        "1003 answered internal 700",
        *(f"{who} ended internal 1003 answered_elsewhere" for who in ("1001", "1003")),
        "1003 ended internal 700 answered",
        "1002 ended internal 1003 answered",
    ],
}


def test_no_scene_is_left_out() -> None:
    assert {path.stem for path in SCENES.glob("*.ami")} == {*EXPECTED, *UNORDERED}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_scene_is_told_in_order(name: str) -> None:
    events = events_of(SCENES / f"{name}.ami")
    assert story(events) == EXPECTED[name]
    assert broken_lives(events, whole=True) == []


@pytest.mark.parametrize("name", UNORDERED)
def test_a_scene_is_told_whole(name: str) -> None:
    events = events_of(SCENES / f"{name}.ami")
    assert sorted(story(events)) == sorted(UNORDERED[name])
    assert broken_lives(events, whole=True) == []


def test_queue_members_behind_local_channels_show_their_queue() -> None:
    assert {event.queue for event in events_of(SCENES / "queue_local.ami")} == {"helpdesk"}
