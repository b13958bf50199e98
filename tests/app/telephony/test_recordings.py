"""Every recorded scene of a real Asterisk 22, held against what its phones did."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.app.telephony.recordings import FOLDER, NAMES, broken_lives, events_of, unmet

FEW = [name for name in NAMES if name != "p_burst"]


def truth(name: str) -> list[dict[str, str]]:
    return json.loads((FOLDER / f"{name}.truth.json").read_text(encoding="utf-8"))["expect"]  # type: ignore[no-any-return]


def test_every_recording_is_here() -> None:
    assert len(NAMES) == 24


@pytest.mark.parametrize("name", NAMES)
def test_a_trace_tells_what_the_phones_did(name: str) -> None:
    events = events_of(FOLDER / f"{name}.ami")
    assert unmet(truth(name), events) == []
    assert broken_lives(events, whole=True) == []


@pytest.mark.parametrize("name", FEW)
def test_the_trace_of_one_phone_is_its_part_of_the_whole(name: str) -> None:
    whole = events_of(FOLDER / f"{name}.ami")
    assert events_of(FOLDER / f"{name}.ami", extension="1002") == [e for e in whole if e.extension == "1002"]


@pytest.mark.parametrize("name", FEW)
def test_times_never_run_backwards(name: str) -> None:
    times = [event.t for event in events_of(FOLDER / f"{name}.ami")]
    assert None not in times
    assert times == sorted(times, key=float)


def test_without_times_beside_it_t_is_null(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "b_missed.ami", tmp_path)
    events = events_of(tmp_path / "b_missed.ami")
    assert [(event.event, event.t) for event in events] == [("ringing", None), ("ended", None)]


ANOTHER_PBX = {
    "chan_sip": [(rb"PJSIP/", rb"SIP/")],
    "ids with a system name": [(rb"(?m)^((?:\w*Uniqueid|\w*Linkedid): )(\d)", rb"\1pbx-tpe-1-\2")],
    "a trunk named by its number": [(rb"PJSIP/trunk", rb"PJSIP/886255512345"), (rb"@trunk", rb"@886255512345")],
    "no hints": [(rb"Event: (ExtensionStatus|QueueMember\w*)\r", rb"Event: Other\r")],
    "no dial states": [(rb"Event: (DialState|NewConnectedLine)\r", rb"Event: Other\r")],
    "no reasons to hang up": [(rb"Event: (Soft)?HangupRequest\r", rb"Event: Other\r")],
    "keys in lower case": [(rb"(?m)^(\w+): ", lambda match: match[1].lower() + b": ")],
}


@pytest.mark.parametrize("other", ANOTHER_PBX)
def test_another_pbx_with_the_same_calls_is_read_the_same(other: str, tmp_path: Path) -> None:
    wrong = {}
    for name in FEW:
        data = (FOLDER / f"{name}.ami").read_bytes()
        for pattern, replacement in ANOTHER_PBX[other]:
            data = re.sub(pattern, replacement, data)  # type: ignore[arg-type]
        (tmp_path / f"{name}.ami").write_bytes(data)
        events = events_of(tmp_path / f"{name}.ami")
        if problems := unmet(truth(name), events) + broken_lives(events):
            wrong[name] = problems
    assert wrong == {}


def test_phones_with_names_instead_of_numbers_are_known_by_how_they_are_dialled(tmp_path: Path) -> None:
    data = (FOLDER / "c_queue_ringall.ami").read_bytes().replace(b"PJSIP/1002", b"PJSIP/joan")
    (tmp_path / "named.ami").write_bytes(data)
    steps = [event.event for event in events_of(tmp_path / "named.ami", extension="joan")]
    assert steps == ["ringing", "answered", "ended"]


def test_a_restricted_number_that_the_pbx_marks_is_hidden(tmp_path: Path) -> None:
    mark = b"\\1ChanVariable: CALLERID(num-pres)=prohib_passed_screen\r\n"
    data = re.sub(rb"(Channel: PJSIP/trunk-0000003c\r\n)", mark, (FOLDER / "g_anonymous.ami").read_bytes())
    (tmp_path / "marked.ami").write_bytes(data)
    events = events_of(tmp_path / "marked.ami")
    assert len(events) == 8
    assert {(event.number, event.e164, event.name) for event in events} == {(None, None, None)}


def test_the_number_the_customer_dialled_and_the_queue_are_told() -> None:
    first = events_of(FOLDER / "c_queue_ringall.ami")[0]
    assert (first.dialled, first.queue, first.linked_id) == ("930000100", "support", "1795290625.24")


def test_after_a_transfer_the_call_is_the_customers() -> None:
    got = next(e for e in events_of(FOLDER / "f_attended_transfer.ami") if e.event == "party_changed")
    assert (got.extension, got.linked_id, got.transferred_from) == ("1002", "1795290665.55", "1001")
    assert (got.number, got.e164, got.name) == ("0934445566", "+886934445566", "Maria")


def test_names_are_unescaped_and_hold_no_line_break() -> None:
    names = {event.name for event in events_of(FOLDER / "h_number_formats.ami")}
    assert {"王小明", "Núria Pla i Güell", "Zoë 😀 emoji", "臺北辦公室"} <= names
    assert not any("\n" in name for name in names if name)
