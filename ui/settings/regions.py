"""Regions by name: what the combo shows, and which region a typed text means."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale


def label(code: str) -> str:
    """Return "Spain (ES)", with the name in the window's language before the English one where Qt knows it."""
    territory = QLocale.codeToTerritory(code)
    english = QLocale.territoryToString(territory)
    here = QLocale(QLocale().language(), territory)
    own = here.nativeTerritoryName() if here.territory() == territory else ""
    names = [own, english] if own and own != english else [english]
    return f"{' · '.join(names)} ({code})"


def resolve(text: str, labels: Mapping[str, str]) -> str:
    """Return the code a text means, by {code: label}: a label, a code, a name that fits only one; else the text."""
    typed = text.strip().casefold()
    if typed.upper() in labels:
        return typed.upper()
    exact = [code for code, name in labels.items() if name.casefold() == typed]
    near = [code for code, name in labels.items() if typed and typed in name.casefold()]
    found = exact or (near if len(near) == 1 else [])
    return found[0] if found else text.strip()
