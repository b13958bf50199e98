"""Who has a case in a form is told to whoever has the same one there, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable

from models.base import uuid7
from tests.app.sync.contract.desks import At

Sit = Callable[..., At]


def test_each_hears_who_else_has_the_case_in_a_form(maria: At, sit: Sit) -> None:
    noah, case = sit("Noah"), uuid7()
    assert maria.store.editing(case) == []
    assert noah.store.editing(case) == ["Maria"]
    assert maria.store.editing(case) == ["Noah"]
    assert sit("Pau").store.editing(case) == ["Maria", "Noah"]


def test_who_has_another_case_or_none_is_not_told(maria: At, sit: Sit) -> None:
    noah, case = sit("Noah"), uuid7()
    maria.store.editing(case)
    assert noah.store.editing(uuid7()) == []
    maria.store.editing(uuid7())
    assert noah.store.editing(case) == []
    maria.store.editing(case)
    assert maria.store.editing(None) == []
    assert noah.store.editing(case) == []
