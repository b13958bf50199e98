"""Every reason a store gives in English is said in the window's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.sync.refusal_words import reason

ROOT = Path(__file__).parents[3]
RULES = [ROOT / "app/storage/apply.py", ROOT / "app/storage/operations.py", ROOT / "app/sync/sqlite/rules.py"]


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("UNIQUE constraint failed: customer.number", "already one"),
        ("this case exists already", "already one"),
        ("this login may not change severity of this case", "may not change"),
        ("case.reference is final", "never be changed"),
        ("summary cannot be empty", "missing"),
        ("case has no field colour", "another version"),
        ("actor is not who sent it", "signed"),
        ("closed_at is too long ago or still to come", "clock"),
    ],
)
def test_what_is_known_is_said_in_a_sentence(english: str, said: str) -> None:
    assert said in reason(english, "refused") and reason(english, "refused") != english


def test_what_is_not_known_stays_as_it_came() -> None:
    assert reason("the moon is full", "refused") == "the moon is full"
    assert reason("", "refused") and reason("", "parked") != reason("", "refused")


def test_the_reasons_of_the_stores_in_files_are_known() -> None:
    raised = [text for path in RULES for text in re.findall(r'RefusedOperationError\(f?"([^"]+)"', path.read_text())]
    unknown = {text for text in raised if reason(text, "refused") == text}
    assert len(raised) >= 10
    assert all(text.endswith(": {error}") or " is not a " in text for text in unknown), unknown
