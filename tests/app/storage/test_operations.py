"""What an operation may hold: what no database takes never gets as far."""

from __future__ import annotations

import pytest

from app.storage.operations import RefusedOperationError, from_json, to_json
from models.enums import CaseKind


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert to_json("Zoë\ud800 斷線 😀") == "Zoë? 斷線 😀"


def test_text_and_words_of_an_enumeration_stay_as_they_are() -> None:
    assert (to_json("斷線"), to_json(CaseKind.COMPLAINT), to_json(None)) == ("斷線", "complaint", None)


@pytest.mark.parametrize(
    ("field", "value"), [("name", 7), ("since", "yesterday"), ("merged_into", "x"), ("id", "x"), ("name", None)]
)
def test_a_value_the_column_cannot_hold_is_refused(field: str, value: object) -> None:
    with pytest.raises(RefusedOperationError):
        from_json("customer", field, value)
