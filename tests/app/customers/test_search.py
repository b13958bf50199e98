"""A search finds all whose words begin as typed, in any order and in any of their fields, and what is gone no more."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.bootstrap import Backend
from app.customers.search import search
from models.base import utc_now
from models.customer import SEARCH_TEXT, SEARCH_TOKEN
from tests.factories import add_customer


@pytest.fixture
def found(backend: Backend) -> Callable[..., list[str]]:
    add_customer(
        backend, "Maria Garcia Puig", "+34934125580", email="mgarcia77@example.cat", company="Forn Sant Jordi SL"
    )
    add_customer(backend, "Puig Mariano", "+34934125581", number="C-000123")
    add_customer(backend, "Josep Maria de la Torre i Puig-Garriga", "+34611000111")
    add_customer(backend, "陳大文", "+886912345678", company="春水建設 Acme")

    def names(text: str, most: int = 20) -> list[str]:
        return [hit.name for hit in backend.reads.search(text, most).customers]

    return names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maria puig", ["Josep Maria de la Torre i Puig-Garriga", "Maria Garcia Puig", "Puig Mariano"]),
        ("pu mar", ["Josep Maria de la Torre i Puig-Garriga", "Maria Garcia Puig", "Puig Mariano"]),
        ("puig marian", ["Puig Mariano"]),
        ("g p", ["Josep Maria de la Torre i Puig-Garriga", "Maria Garcia Puig"]),
        ("maria mar", ["Josep Maria de la Torre i Puig-Garriga", "Maria Garcia Puig", "Puig Mariano"]),
        ("puig josep torre", ["Josep Maria de la Torre i Puig-Garriga"]),
        ("puig josep forn", []),
        ("sant maria", ["Maria Garcia Puig"]),
        ("example puig", ["Maria Garcia Puig"]),
        ("mgarcia77 forn", ["Maria Garcia Puig"]),
        ("maria 4125580", ["Maria Garcia Puig"]),
        ("5581 puig", ["Puig Mariano"]),
        ("puig mariano 000123", ["Puig Mariano"]),
        ("c000123 puig", ["Puig Mariano"]),
        ("文 陳", ["陳大文"]),
        ("大文 acme", ["陳大文"]),
        ("建設 文 345", ["陳大文"]),
        ("大 文", ["陳大文"]),
        ("garriga 611", ["Josep Maria de la Torre i Puig-Garriga"]),
        ("zzz puig", []),
        ("maria_puig", ["Josep Maria de la Torre i Puig-Garriga", "Maria Garcia Puig", "Puig Mariano"]),
        ("m%a puig", []),
    ],
)
def test_all_words_in_any_order_and_field(found: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_who_is_changed_is_found_by_what_is_new_alone(backend: Backend) -> None:
    id_ = add_customer(backend, "Maria Puig", "+34934125580")
    keep = add_customer(backend, "Anna Puig")
    backend.customers.edit(id_, {"name": ("Maria Puig", "Marta Roig")}).result()
    assert ids(backend, "maria puig") == ids(backend, "mari") == []
    assert ids(backend, "roig mart") == ids(backend, "5580 roig") == [id_]
    assert ids(backend, "puig") == [keep]


def test_a_number_that_is_taken_away_finds_nobody_and_one_that_comes_does(backend: Backend) -> None:
    id_ = add_customer(backend, "Maria Puig")
    contact = backend.customers.add_phone(id_, "+34934125580").result()
    assert ids(backend, "25580") == ids(backend, "maria 25580") == [id_]
    backend.customers.remove_contact(contact).result()
    assert ids(backend, "25580") == ids(backend, "maria 25580") == []


def test_nothing_is_left_of_who_is_deleted(backend: Backend) -> None:
    id_ = add_customer(backend, "Maria Puig", "+34934125580", email="maria@example.cat")
    backend.customers.edit(id_, {"deleted_at": (None, utc_now())}).result()
    for table in (SEARCH_TEXT, SEARCH_TOKEN):
        count = backend.folder.reader.run(
            lambda c, t=table: c.execute(select(func.count()).select_from(t)).scalar_one()
        )
        assert count == 0


def test_the_same_search_gives_the_same_hits_and_no_more_than_asked(backend: Backend) -> None:
    for n in range(30):
        add_customer(backend, f"Maria Puig {n:02}")
    for text in ("mar", "puig mar", "mar 1"):
        once = backend.folder.reader.run(lambda c, t=text: search(c, t, 7))
        assert once == backend.folder.reader.run(lambda c, t=text: search(c, t, 7)) and len(once) == 7
        assert [hit.name for hit in once] == sorted(hit.name for hit in once)


def ids(backend: Backend, text: str) -> list[UUID]:
    return [hit.customer_id for hit in backend.reads.search(text).customers]
