"""Errors a person can act on; any other exception is a bug and is loud in the log."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name the translation tools look for
    """Mark `text` for the catalogues without knowing Qt; the window translates it when it is shown."""
    return text


class Phrase(str):
    """A part of a sentence, such as its reason, that is translated by itself; as a text it is English."""

    __slots__ = ("message", "values")
    message: str
    values: dict[str, object]

    def __new__(cls, message: str, **values: object) -> Phrase:
        phrase = super().__new__(cls, message.format(**values))
        phrase.message = message
        phrase.values = values
        return phrase


class AppError(Exception):
    """A known error: a title and one sentence that says what happened and what to do.

    `message` is an English template with `{name}` placeholders, filled from `values`; the window looks the
    template up in its catalogue under the context "AppError" before it fills it, and so each value that is a `Phrase`.
    """

    def __init__(self, title: str, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.title = title
        self.message = message
        self.values = values


class KnownError(AppError):
    """The user can mend it: wrong input, wrong password, a full disk."""


class DamagedError(KnownError):
    """A file of the data is damaged or missing; `app.storage.repair` sets it aside and saves what is whole."""


class SignInWantedError(KnownError):
    """The data is a desk of a shared store, and its password must be typed first."""


class TransientError(AppError):
    """It may pass by itself: retry."""


class ConflictError(AppError):
    """Somebody else changed the same thing; a person decides."""
