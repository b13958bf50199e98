"""A secret that is in the keyring or in the environment, never in a file, a log or a settings object.

The environment variable wins where it is set, so that a site without keyrings can hand secrets to its workstations. A
keyring may ask its user to unlock it, so call this off the window's thread.
"""

from __future__ import annotations

import os
from typing import Literal, NamedTuple

from app.errors import QT_TRANSLATE_NOOP, KnownError

Place = Literal["environment", "keyring", "none", "no_keyring"]
"""Where a secret is: `none` says the keyring has none for this account, `no_keyring` that there is no keyring."""


class KeptSecret(NamedTuple):
    """The secrets of one `service`, by account; `title` (marked for translation) heads what is told in trouble."""

    service: str
    variable: str
    title: str

    def read(self, account: str) -> str | None:
        """Return the secret of this account, None when none was stored.

        Raises KnownError when neither the environment has it nor there is a keyring to ask.
        """
        given = os.environ.get(self.variable)
        if given:
            return given
        import keyring.errors  # with HTTP: the console is made before anybody asks for this

        try:
            return keyring.get_password(self.service, account)
        except keyring.errors.KeyringError as error:
            raise self._no_keyring() from error

    def store(self, account: str, secret: str) -> None:
        """Keep the secret of this account in the keyring; an empty one is forgotten.

        Raises KnownError when there is no keyring.
        """
        import keyring.errors

        try:
            if secret:
                keyring.set_password(self.service, account, secret)
            elif keyring.get_password(self.service, account) is not None:
                keyring.delete_password(self.service, account)
        except keyring.errors.KeyringError as error:
            raise self._no_keyring() from error

    def kept_in(self, account: str) -> Place:
        """Say where the secret of this account would come from."""
        if os.environ.get(self.variable):
            return "environment"
        import keyring.errors

        try:
            return "keyring" if keyring.get_password(self.service, account) is not None else "none"
        except keyring.errors.KeyringError:
            return "no_keyring"

    def _no_keyring(self) -> KnownError:
        return KnownError(
            self.title,
            QT_TRANSLATE_NOOP(
                "AppError",
                "This computer has no keyring to use. Set the environment variable {variable} and start again.",
            ),
            variable=self.variable,
        )
