"""What the settings page holds while somebody edits: plain texts, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.settings import PbxSettings, Settings

TLS_PORT, CLEAR_PORT = "5039", "5038"
MOST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of the page; `password` is empty where the stored one stays."""

    host: str
    port: str
    tls: bool
    ca_file: str
    username: str
    extension: str
    agent: str
    region: str
    language: str
    theme: str
    backup_folder: str = ""
    backups_kept: int = 7
    password: str = field(default="", repr=False)
    told_outgrown: bool = False  # as it was: nobody edits it

    @classmethod
    def of(cls, settings: Settings) -> Draft:
        pbx = settings.pbx
        return cls(
            pbx.host, str(pbx.port), pbx.tls, pbx.ca_file, pbx.username, pbx.extension,
            settings.agent, settings.region, settings.language, settings.theme,
            settings.backup_folder, settings.backups_kept, told_outgrown=settings.told_outgrown,
        )  # fmt: skip

    def pbx(self) -> PbxSettings:
        """Return the PBX as typed; a port that is no number is 0."""
        port = int(self.port) if self.port.isascii() and self.port.isdigit() else 0
        texts = (self.host, self.ca_file, self.username, self.extension)
        host, ca_file, username, extension = (text.strip() for text in texts)
        return PbxSettings(host, port, self.tls, ca_file, username, extension)

    def settings(self) -> Settings:
        return Settings(
            self.region.strip().upper(), self.language, self.theme, self.agent.strip(), self.pbx(),
            self.backup_folder.strip(), self.backups_kept, self.told_outgrown,
        )  # fmt: skip


def port_after_switch(port: str, *, tls: bool) -> str:
    """Return the port once TLS is on or off: the other standard one, unless somebody chose a port."""
    before, after = (CLEAR_PORT, TLS_PORT) if tls else (TLS_PORT, CLEAR_PORT)
    return after if port == before else port


def problems(draft: Draft) -> dict[str, str]:
    """Return {field: sentence} for what cannot be saved; what only the disk or a library knows comes on saving."""
    pbx = draft.pbx()
    found = {}
    if not 0 < pbx.port <= MOST_PORT:
        found["port"] = QCoreApplication.translate("Settings", "A port is a number from 1 to 65535.")
    if any(c.isspace() for c in pbx.host) or not pbx.host.isprintable():
        found["host"] = QCoreApplication.translate("Settings", "A host is a name or an address without spaces.")
    for name, value in (("username", pbx.username), ("extension", pbx.extension)):
        if not value.isprintable():  # a line break would be a second line to the PBX
            found[name] = QCoreApplication.translate("Settings", "This holds a character that cannot be typed.")
    if pbx.host and not pbx.username:
        found["username"] = QCoreApplication.translate("Settings", "Enter the user name the PBX knows this console by.")
    if pbx.host and not pbx.extension:
        found["extension"] = QCoreApplication.translate("Settings", "Enter the extension whose calls are shown here.")
    if not draft.region.strip():
        found["region"] = QCoreApplication.translate("Settings", "Choose the region national numbers are read in.")
    return found
