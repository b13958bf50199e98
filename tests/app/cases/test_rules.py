"""What may be saved as a case, and what it looks like."""

from __future__ import annotations

import pytest

from app.cases.records import CaseRow, NewCase
from app.cases.rules import check_new, most_alike
from app.errors import KnownError
from models.base import uuid7
from models.enums import CaseKind, CaseStatus, Severity
from tests.factories import NOON


def case(summary: str, category: str = "") -> CaseRow:
    return CaseRow(
        uuid7(), "K7-00001-A", CaseKind.COMPLAINT, None, category, Severity.NORMAL, summary,
        CaseStatus.RECEIVED, None, NOON, None,
    )  # fmt: skip


@pytest.mark.parametrize("summary", ["", "   ", "\n\t", "x" * 201])
def test_a_summary_that_is_missing_or_too_long_is_a_sentence(summary: str) -> None:
    with pytest.raises(KnownError):
        check_new(NewCase(CaseKind.COMPLAINT, summary))


def test_a_summary_is_one_line() -> None:
    assert check_new(NewCase(CaseKind.COMPLAINT, " charged \n twice ")).summary == "charged twice"


@pytest.mark.parametrize(
    ("new", "known"),
    [
        ("Second double charge on the October invoice", "Charged twice on October invoice"),
        ("发票重复扣款", "十月发票重复扣款两次"),
        ("Cobrat dues vegades a l'octubre", "Factura d'octubre cobrada dues vegades"),
    ],
)
def test_a_case_in_the_same_words_is_found(new: str, known: str) -> None:
    found = most_alike(new, "", [case("Router blinks red"), case(known)])
    assert found is not None and found.summary == known


def test_a_case_in_the_same_category_is_found() -> None:
    cases = [case("Router blinks red", "internet/slow"), case("Asks for a copy", "billing/copy")]
    assert most_alike("something else", "billing/copy", cases) is cases[1]


def test_other_matters_are_not_alike() -> None:
    assert most_alike("Technician did not come", "repair", [case("Charged twice", "billing")]) is None
    assert most_alike("", "", [case("Charged twice")]) is None
