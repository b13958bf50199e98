"""What the customer card says, as text: no widgets."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from app import phone_numbers
from app.customers.records import Contact, CustomerCard
from app.workflows.records import CustomerView
from models.enums import ContactKind, Severity
from ui.panels import words
from ui.theme import State

# As their speakers write them: Qt calls "en" American English.
LANGUAGES = {
    "ca": "Català", "es": "Español", "en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文", "fr": "Français",
    "de": "Deutsch", "it": "Italiano", "pt": "Português", "ro": "Română", "uk": "Українська", "ar": "العربية",
}  # fmt: skip
SERIOUS = {Severity.HIGH, Severity.URGENT}


class Fact(NamedTuple):
    """One line of the card; the number that is calling stands out."""

    caption: str
    value: str
    strong: bool = False


def alert(view: CustomerView, now: datetime) -> tuple[str, State] | None:
    """Return what the agent must know first, "2 open cases · 1 late promise"; None when there is nothing."""
    late = sum(promise.due_at < now for promise in view.promises)
    due = len(view.promises) - late
    parts = []
    if view.open_cases:
        parts.append(QCoreApplication.translate("CustomerCard", "%n open cases", "", len(view.open_cases)))
    if late:
        parts.append(QCoreApplication.translate("CustomerCard", "%n late promises", "", late))
    if due:
        parts.append(QCoreApplication.translate("CustomerCard", "%n promises due", "", due))
    if not parts:
        return None
    return " · ".join(parts), _alert_state(view, late)


def about(card: CustomerCard) -> str:
    """Return "C-104882 · since 2014", as far as it is known."""
    since = (
        QCoreApplication.translate("CustomerCard", "since {year}").format(year=card.since.year) if card.since else ""
    )
    return " · ".join(part for part in (card.number, since) if part)


def facts(card: CustomerCard, calling: str | None, region: str) -> list[Fact]:
    """Return the lines of the card: numbers first, the calling one first of all and bold."""
    phones = [_phone(contact, calling, region) for contact in _of(card, ContactKind.PHONE)]
    phones.sort(key=lambda fact: not fact.strong)
    blocks = [Fact(_caption(contact), f"{contact.e164 or contact.value}…") for contact in _of(card, ContactKind.PREFIX)]
    others = [Fact(_caption(c), c.value) for kind in (ContactKind.EMAIL, ContactKind.ADDRESS) for c in _of(card, kind)]
    return [*phones, *blocks, *others, *_about_lines(card)]


def language_name(code: str) -> str:
    """Return a language as its speakers write it; what is no language code is shown as it is."""
    plain = code.replace("-", "_")
    if plain in LANGUAGES:
        return LANGUAGES[plain]
    locale = QLocale(plain)
    known = locale.language() != QLocale.Language.C
    return locale.nativeLanguageName() or code if known else code


def same_number(one: str, other: str, region: str) -> bool:
    """Whether two ways of writing are one number, in full or by their last nine digits."""
    if one == other:
        return True
    ours, theirs = phone_numbers.parse(one, region), phone_numbers.parse(other, region)
    if ours is None or theirs is None:
        return False
    if ours.e164 and theirs.e164:
        return ours.e164 == theirs.e164 or ours.suffix_key == theirs.suffix_key
    return ours.suffix_key is not None and ours.suffix_key == theirs.suffix_key


def _about_lines(card: CustomerCard) -> list[Fact]:
    lines = [
        (QCoreApplication.translate("CustomerCard", "Company"), card.company),
        (QCoreApplication.translate("CustomerCard", "City"), card.city),
        (QCoreApplication.translate("CustomerCard", "Language"), card.language and language_name(card.language)),
    ]
    return [Fact(caption, value) for caption, value in lines if value]


def _alert_state(view: CustomerView, late: int) -> State:
    if late or any(case.severity in SERIOUS for case in view.open_cases):
        return "bad"
    return "warning" if view.open_cases else "accent"


def _phone(contact: Contact, calling: str | None, region: str) -> Fact:
    strong = calling is not None and same_number(contact.e164 or contact.value, calling, region)
    return Fact(_caption(contact), phone_numbers.display(contact.e164 or contact.value, region), strong)


def _of(card: CustomerCard, kind: ContactKind) -> list[Contact]:
    return [contact for contact in card.contacts if contact.kind == kind]


def _caption(contact: Contact) -> str:
    return contact.label or words.contact(contact.kind)
