"""Recordings for the tests, and what a trace of one must look like."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from app.commands.trace import trace
from app.events import CallEvent
from app.telephony.ami.recording import Recording, read

FOLDER = Path(__file__).parents[2] / "data" / "ami"
SCENES = FOLDER / "scenes"
NAMES = sorted(path.name.removesuffix(".truth.json") for path in FOLDER.glob("*.truth.json"))

STEPS = {  # what the truth says: the events that meet it, and the directions it may have
    "POP ringing": ({"ringing"}, {"inbound"}),
    "internal ring": ({"ringing"}, {"internal"}),
    "POP transferred": ({"party_changed", "ringing"}, {"inbound"}),
    "DIALLING": ({"dialling"}, {"outbound", "internal"}),
    "ANSWERED": ({"answered"}, {"inbound", "outbound", "internal"}),
    "ANSWERED outbound": ({"answered"}, {"outbound"}),
    "TRANSFERRED": ({"transferred"}, {"inbound", "outbound"}),
    "HOLD": ({"held"}, {"inbound"}),
    "RESUME": ({"resumed"}, {"inbound"}),
    "UN-POP": ({"ended"}, {"inbound"}),
    "ENDED": ({"ended"}, {"inbound", "outbound"}),
    "LOST": ({"ended"}, {"inbound"}),
    "STATE up": ({"answered"}, {"inbound"}),
    "STATE ringing": ({"ringing"}, {"inbound"}),
}
POPS = {"POP ringing", "POP transferred", "STATE ringing"}
WITHHELD = {"(withheld)", "anonymous", "Restricted", "Unavailable"}
NOTES = {
    "answered elsewhere": {"answered_elsewhere"},
    "missed": {"missed"},
    "timeout": {"no_answer"},
    "rejected": {"rejected"},
    "PBX gone": {"lost", "no_answer", "answered"},
    "cause=17": {"busy"},
    "cause=19": {"no_answer"},
    "answered": {"answered"},
}


def events_of(path: Path, region: str | None = "TW", extension: str | None = None) -> list[CallEvent]:
    """The whole trace of a recording."""
    return list(trace(read(path), region, extension))


def events_of_recording(recording: Recording, region: str | None = "TW") -> list[CallEvent]:
    return list(trace(recording, region))


def unmet(expect: list[dict[str, Any]], events: list[CallEvent]) -> list[str]:
    """The steps of the truth that no event meets, each event meeting one step; then the pops nobody expected."""
    left = list(events)
    missing = []
    for step in (step for step in expect if step["what"] in STEPS):
        pool = events if step["what"].startswith("STATE") else left
        found = next((event for event in pool if meets(step, event)), None)
        if found is None:
            missing.append(f"missing {step}")
        elif found in left:
            left.remove(found)
    pops = [event for event in left if event.event in ("ringing", "party_changed") and event.direction == "inbound"]
    return missing + [f"nobody expected {event}" for event in pops]


def meets(step: dict[str, Any], event: CallEvent) -> bool:
    names, directions = STEPS[step["what"]]
    if event.extension != step["agent"] or event.event not in names or event.direction not in directions:
        return False
    if step["what"] in POPS and digits(event.number) != digits(party_of(step)):
        return (event.number is None and step["party"] in WITHHELD) or hidden_but_told(step)
    return step["what"] not in ("UN-POP", "ENDED", "LOST") or event.outcome in outcomes(step)


def hidden_but_told(step: dict[str, Any]) -> bool:
    """A number withheld by the caller that this PBX gave away without marking it."""
    return str(step["party"]).startswith("(withheld)")


def party_of(step: dict[str, Any]) -> str:
    return str(step["party"]).split(";")[0]


def digits(text: str | None) -> str:
    return "".join(letter for letter in text or "" if letter.isalnum() or letter in "+*")


def outcomes(step: dict[str, Any]) -> set[str]:
    note = step.get("note") or ""
    return next((allowed for text, allowed in NOTES.items() if text in note), {"answered"})


def broken_lives(events: list[CallEvent], *, whole: bool = False) -> list[str]:
    """Calls that do not begin once, end once and fall silent; with `whole` also those that never end."""
    lives: dict[tuple[str, str], list[CallEvent]] = defaultdict(list)
    for event in events:
        lives[event.extension, event.call].append(event)
    wrong = []
    for key, life in lives.items():
        steps = [str(event.event) for event in life]
        if steps[0] not in ("ringing", "dialling", "answered", "party_changed"):
            wrong.append(f"{key} begins with {steps[0]}")
        if "ended" in steps[:-1] or steps.count("ringing") > 1 or steps.count("answered") > 1:
            wrong.append(f"{key} repeats itself: {steps}")
        if any((event.outcome is None) == (event.event == "ended") for event in life):
            wrong.append(f"{key} has an outcome where it has none, or none where it has: {steps}")
        if whole and steps[-1] != "ended":
            wrong.append(f"{key} never ends: {steps}")
    return wrong


def story(events: list[CallEvent]) -> list[str]:
    """The events as one short line each, for tables: `1001 ringing inbound 0934445566`."""
    lines = []
    for event in events:
        words = [event.extension, event.event, event.direction, event.number or "-"]
        words += [f"from {event.transferred_from}"] if event.transferred_from else []
        words += [event.outcome] if event.outcome else []
        lines.append(" ".join(map(str, words)))
    return lines
