"""Regions are found by code, by label and by a name that fits only one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from ui.settings.regions import label, resolve
from ui.settings.storing import regions


@pytest.fixture(autouse=True)
def speak_english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


def test_every_region_whose_numbers_are_known_has_a_name() -> None:
    codes = regions()
    assert {"ES", "TW", "CN", "HK", "AD", "GB"} <= set(codes)
    assert [code for code in codes if label(code).startswith(" (") or "Default" in label(code)] == []


def test_the_name_is_also_in_the_language_of_the_window() -> None:
    assert label("ES") == "Spain (ES)"
    QLocale.setDefault(QLocale("ca"))
    assert label("ES") == "Espanya · Spain (ES)"
    QLocale.setDefault(QLocale("zh_TW"))
    assert label("TW") == "台灣 · Taiwan (TW)"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("ES", "ES"), (" tw ", "TW"), ("Spain (ES)", "ES"), ("spain", "ES"), ("tai", "TW"), ("i", "i"), ("", ""),
     ("Atlantis", "Atlantis"), ("China", "CN")],
)  # fmt: skip
def test_what_is_typed_means_a_region(typed: str, code: str) -> None:
    assert resolve(typed, {code: label(code) for code in ("ES", "TW", "CN", "AD")}) == code
