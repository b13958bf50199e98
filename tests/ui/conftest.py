"""Tests of the interface start from the light theme in English."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui import theme


@pytest.fixture(autouse=True)
def light_english(qapp: QApplication) -> QApplication:
    if theme.current() is not theme.LIGHT or not qapp.styleSheet():
        theme.apply(qapp, "light", "en")
    return qapp
