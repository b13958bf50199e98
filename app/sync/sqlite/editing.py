"""Who has a case open in a form just now."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from models.shared import EDITING, LOGIN

LASTS = timedelta(seconds=30)


def is_said(connection: Connection, login: str, case: UUID | None, now: datetime) -> bool:
    """Whether the file has it, and for some time yet: each write of it wakes every desk."""
    known = connection.execute(select(EDITING).where(EDITING.c.login == login)).first()
    if known is None:
        return case is None
    return bool(known.entity == case and known.until > now + LASTS / 2)


def say(connection: Connection, login: str, case: UUID | None, now: datetime) -> None:
    """Note which case a login has in a form, None for none."""
    if case is None:
        connection.execute(delete(EDITING).where(EDITING.c.login == login))
        return
    values = {"entity": case, "until": now + LASTS}
    add = upsert(EDITING).values(values | {"login": login})
    connection.execute(add.on_conflict_do_update(index_elements=["login"], set_=values))


def others(connection: Connection, login: str, case: UUID, now: datetime) -> list[str]:
    """Return the names of others who have a case in a form."""
    here = (EDITING.c.entity == case, EDITING.c.login != login, EDITING.c.until > now)
    names = select(LOGIN.c.name).join(EDITING, EDITING.c.login == LOGIN.c.login).where(*here).order_by(LOGIN.c.name)
    return list(connection.execute(names).scalars())
