"""What somebody is typing, kept each second under the call it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from datetime import datetime
from typing import Any, NamedTuple

from app.storage.writer import Writer


class SavedDraft(NamedTuple):
    """A draft as it was last kept; `key` names the call, `body` is what the form put into it."""

    key: str
    body: Mapping[str, Any]
    updated_at: datetime


class DraftService:
    """Keeps and returns drafts; a draft never becomes anything by itself."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def keep(self, key: str, body: Mapping[str, Any]) -> Future[datetime]:
        """Keep a draft; resolves to when, once it is on the disk."""
        return self._writer.with_outbox(lambda outbox: outbox.save_draft(key, body))

    def drop(self, key: str) -> Future[None]:
        """Throw a draft away."""
        return self._writer.with_outbox(lambda outbox: outbox.drop_draft(key))

    def all(self) -> Future[list[SavedDraft]]:
        """Resolve to all drafts, the one last worked on first."""

        def work(outbox: Any) -> list[SavedDraft]:
            found = [SavedDraft(key, body, at) for key, (body, at) in outbox.drafts().items()]
            return sorted(found, key=lambda draft: draft.updated_at, reverse=True)

        return self._writer.with_outbox(work)
