"""The link to the PBX as the settings want it: started, restarted, stopped."""

from __future__ import annotations

from collections.abc import Callable

from app import pbx_secret
from app.errors import QT_TRANSLATE_NOOP
from app.events import CallEvent, PbxHeard, PbxState
from app.settings import PbxSettings, Settings
from app.telephony.source import CallSource, Post
from models.enums import PbxStatus

MakeSource = Callable[[PbxSettings, str, str], CallSource]


class PbxLink:
    """Keeps at most one source running; its methods block (the keyring, goodbyes), so they run in a worker."""

    def __init__(self, make_source: MakeSource, settings: Callable[[], Settings], post: Post) -> None:
        self._make_source = make_source
        self._settings = settings
        self._tell = post
        self._source: CallSource | None = None
        self.state = PbxState(PbxStatus.OFF)  # as it was told last, for who comes later

    def start(self) -> None:
        """Connect where there is a PBX to connect to; say why not where there is none."""
        settings = self._settings()
        if not settings.pbx.host:
            self._post(PbxState(PbxStatus.OFF))
            return
        secret = pbx_secret.read(settings.pbx)
        if secret is None:
            self._post(PbxState(PbxStatus.REFUSED, NO_PASSWORD))
            return
        self._source = self._make_source(settings.pbx, secret, settings.region)
        self._source.start(self._post)

    def _post(self, event: CallEvent | PbxState | PbxHeard) -> None:
        if isinstance(event, PbxState):
            self.state = event
        self._tell(event)

    def restart(self) -> None:
        """Connect anew with the settings of now."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """Say goodbye to the PBX."""
        if self._source is not None:
            self._source.stop()
            self._source = None


NO_PASSWORD = QT_TRANSLATE_NOOP("AppError", "No password for the PBX is stored. Enter it in the settings.")
