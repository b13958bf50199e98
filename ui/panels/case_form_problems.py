"""Where in the form a failure is shown, and its sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.errors import AppError
from ui.panels import words


class Place(StrEnum):
    """The part of the form a sentence stands under."""

    SUMMARY = "summary"
    DESCRIPTION = "description"
    FOLLOW_UP = "follow_up"
    TYPED_TIME = "typed_time"
    FORM = "form"


class Problem(NamedTuple):
    """A sentence that says what to do, and where it belongs."""

    place: Place
    sentence: str


_PLACES = {
    "The summary is missing": Place.SUMMARY,
    "The summary is too long": Place.SUMMARY,
    "The description is too long": Place.DESCRIPTION,
    "The promise is due in the past": Place.FOLLOW_UP,
}


def problem_of(error: AppError) -> Problem:
    """Return where and how to say an error; those that belong to no field are said above the save button."""
    sentence = QCoreApplication.translate("CaseForm", "{title}. {sentence}")
    text = sentence.format(title=words.error_title(error), sentence=words.error(error))
    return Problem(_PLACES.get(error.title, Place.FORM), text)


def not_understood() -> Problem:
    """Return what is said about a typed time that nobody understands."""
    sentence = QCoreApplication.translate(
        "CaseForm", "This time is not understood. Write “tom 9” or “fri 15:30”, or empty the field."
    )
    return Problem(Place.TYPED_TIME, sentence)


def not_saved() -> Problem:
    """Return what is said when the program itself failed."""
    sentence = QCoreApplication.translate("CaseForm", "It was not saved. Your text is still here; try again.")
    return Problem(Place.FORM, sentence)
