"""Fields and values of every row are said in words."""

from __future__ import annotations

from app.storage.operations import ENTITIES, writable
from ui.panels import field_words


def test_every_field_of_every_row_has_a_name_but_those_nobody_reads() -> None:
    named = {name for table in ENTITIES if table != "conflict" for name in writable(table)} - field_words.HIDDEN
    assert [name for name in sorted(named) if field_words.field(name) == name] == []
    assert all(field_words.thing(table) for table in ENTITIES)


def test_values_are_said_in_words_and_in_the_zone_of_this_computer() -> None:
    def said(table: str, name: str, value: object) -> str:
        return field_words.value(table, name, value, {"0195": "Anna"})

    assert said("case", "severity", "urgent") == "Urgent"
    assert said("case", "status", "waiting") == "Waiting"
    assert said("case", "status", "of a newer version") == "of a newer version"
    assert said("customer", "language", "ca") == "Català"
    assert said("case", "category", "billing/charge/double").startswith("Billing")
    assert said("follow_up", "due_at", "2026-11-21T12:04:00+00:00").endswith("12:04")
    assert said("case", "customer_id", "0195") == "Anna"
    assert said("customer", "city", None) == "empty" and said("case", "deleted_at", None) == "no"


def test_a_closed_set_is_offered_in_words() -> None:
    assert ("High", "high") in field_words.choices("case", "severity")
    assert field_words.choices("customer", "city") == [] and field_words.is_text("customer", "city")
    assert not field_words.is_text("case", "customer_id")
