"""Who is calling: pure rules."""

from __future__ import annotations

from collections.abc import Iterable

from app.customers.records import Candidate, NewCustomer
from app.errors import QT_TRANSLATE_NOOP, KnownError
from models.enums import MatchReason

LAST_SEVEN = 7
SHORTEST_PREFIX = 5  # digits of an E.164 number; a shorter one would be a whole town
LONGEST_NAME = 200
ORDER = list(MatchReason)


def rank(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return each customer once, with its best reason, likeliest first.

    Weak reasons are dropped when there is a strong one: who shares the whole number makes those who share its
    last seven digits strangers. A choice made before counts among those who share the number.
    """
    best: dict[object, Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.customer_id)
        if known is None or ORDER.index(candidate.reason) < ORDER.index(known.reason):
            best[candidate.customer_id] = candidate
    found = sorted(best.values(), key=lambda c: (ORDER.index(c.reason), _oldest_last(c), c.name, c.customer_id))
    strong = [c for c in found if c.reason in (MatchReason.CHOSEN, MatchReason.SAME_NUMBER)]
    national = [c for c in found if c.reason == MatchReason.SAME_NATIONAL]
    return strong or national or found


def choose(candidates: list[Candidate], chosen: object) -> list[Candidate]:
    """Mark the customer somebody chose last time for this number."""
    return [c._replace(reason=MatchReason.CHOSEN) if c.customer_id == chosen else c for c in candidates]


def prefixes(e164: str) -> list[str]:
    """Return the beginnings of a number an organisation's block may have, longest first."""
    return [e164[:length] for length in range(len(e164) - 1, SHORTEST_PREFIX, -1)]


def check_new(new: NewCustomer) -> NewCustomer:
    """Return what is to be saved; raises KnownError with what is missing."""
    name = " ".join(new.name.split())
    if not name:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The name is missing"),
            QT_TRANSLATE_NOOP("AppError", "Write the customer's name; the number alone names nobody."),
        )
    if len(name) > LONGEST_NAME:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The name is too long"),
            QT_TRANSLATE_NOOP("AppError", "A name has at most {most} characters."),
            most=LONGEST_NAME,
        )
    email = new.email.strip()
    if email and ("@" not in email or " " in email):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "That is no e-mail address"),
            QT_TRANSLATE_NOOP("AppError", "“{email}” has no @ or holds a space."),
            email=email,
        )
    return new._replace(name=name, email=email, phone=new.phone.strip(), company=new.company.strip())


def _oldest_last(candidate: Candidate) -> float:
    return -candidate.last_contact_at.timestamp() if candidate.last_contact_at else 0.0
