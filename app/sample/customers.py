"""Believable customers of four cultures: people, families with one telephone, and companies."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from app.sample import numbers
from app.sample.lists import City, Culture, culture, shares, site
from app.sample.numbers import Written
from app.sample.rows import Ids, Values
from app.storage.search_index import fold
from models.enums import ContactKind, CustomerKind

ORGANISATIONS = 0.08
EMPLOYEES = 0.15
FAMILY = 0.06
REMEMBERED = 60  # households and companies new customers may belong to
BLOCK_DIGITS = 2  # a block of a hundred numbers


@dataclass(frozen=True, slots=True)
class Made:
    """A new customer: the row, the contact points, and what the rest of the world asks of them."""

    id: bytes
    values: Values
    points: Sequence[Values]
    language: str
    zone: str
    phone: Written


@dataclass(frozen=True, slots=True)
class _Known:
    """A household or company that new customers may belong to; `name` is its surname or its own."""

    name: tuple[str, str]
    phone: Written
    city: City


class CustomerMaker:
    """Makes customers one after the other, as they came to a site in `region`."""

    def __init__(self, random: Random, ids: Ids, region: str) -> None:
        self._random, self._ids, self._region = random, ids, region
        self._languages, self._weights = shares(region)
        self._households: dict[str, deque[_Known]] = {}
        self._companies: dict[str, deque[_Known]] = {}

    def make(self, count: int, since: int) -> Made:
        """Return the customer with number `count`."""
        random = self._random
        people = culture(random.choices(self._languages, self._weights)[0])
        city = random.choice(people.cities)
        if random.random() < ORGANISATIONS:
            return self._organisation(count, since, people, city)
        return self._person(count, since, people, city)

    def _person(self, count: int, since: int, people: Culture, city: City) -> Made:
        random = self._random
        surname: Sequence[str] = random.choice(people.surnames)
        family = _remembered(random, self._households, people, FAMILY)
        company = _remembered(random, self._companies, people, EMPLOYEES)
        if family is not None:
            surname, city = family.name, family.city
        given = random.choice(random.choice((people.female, people.male)))
        second = random.choice(people.surnames)[0]
        name = random.choice(people.names).format(given=given, surname=surname[0], second=second)
        phones = self._phones(people, city, family, company)
        if family is None and len(phones) > 1:
            _remember(self._households, people, _Known((surname[0], surname[1]), phones[-1], city))
        values = self._common(count, since, people, city) | {"kind": CustomerKind.PERSON.value, "name": name}
        values["company"] = company.name[0] if company else None
        mail = f"{_ascii(given, '.')}{_ascii(surname[1] or surname[0])}" if people.female[0].isascii() else ""
        mail = mail or f"{surname[1]}{random.randrange(1000):03}"
        email = f"{mail}{random.choice(('', '', random.randrange(60, 99)))}@{random.choice(people.mail)}"
        points = self._points(values["id"], phones, [email] if random.random() < 0.6 else [], people, city)
        return Made(values["id"], values, points, people.language, city.zone, phones[0])

    def _organisation(self, count: int, since: int, people: Culture, city: City) -> Made:
        random = self._random
        parts = {"surname": random.choice(people.surnames)[0], "city": city.name, "brand": random.choice(people.brands)}
        name = random.choice(people.companies).format(**parts)
        phone = numbers.landline(random, people.country, city, self._region)
        values = self._common(count, since, people, city)
        values |= {"kind": CustomerKind.ORGANISATION.value, "name": name}
        _remember(self._companies, people, _Known((name, ""), phone, city))
        domain = _ascii(name, "-").strip("-") or f"company{count}"
        points = self._points(values["id"], [phone], [f"info@{domain}.example"], people, city)
        if random.random() < 0.4:
            points.insert(1, self._block(values["id"], phone))
        return Made(values["id"], values, points, people.language, city.zone, phone)

    def _common(self, count: int, since: int, people: Culture, city: City) -> dict[str, Any]:
        return {
            "id": self._ids.at(since), "number": f"C-{count:06}", "city": city.name, "language": people.language,
            "time_zone": city.zone, "segment": self._random.choice(site()["segments"]),
            "source": self._random.choice(site()["sources"]), "since": since,
        }  # fmt: skip

    def _phones(self, people: Culture, city: City, family: _Known | None, company: _Known | None) -> list[Written]:
        """Return one to three numbers: most have a mobile, some a landline, theirs or the family's or the office's."""
        random = self._random
        country = people.country
        if random.random() < 0.2 and self._region in numbers.plans():
            country = self._region  # who lives here has a number of here
        phones = [numbers.mobile(random, country, self._region)]
        if family is not None:
            phones.append(family.phone)
        elif random.random() < 0.4:
            phones.append(numbers.landline(random, people.country, city, self._region))
        if company is not None and random.random() < 0.6:
            phones.append(company.phone)
        return phones

    def _block(self, customer_id: bytes, phone: Written) -> Values:
        beginning = phone.e164[:-BLOCK_DIGITS]
        values = {"kind": ContactKind.PREFIX.value, "value": beginning, "e164": beginning}
        return {"id": self._ids.next(), "customer_id": customer_id} | values

    def _points(
        self, customer_id: bytes, phones: Sequence[Written], emails: Sequence[str], people: Culture, city: City
    ) -> list[Values]:
        found: list[dict[str, Any]] = [
            {"kind": ContactKind.PHONE.value, "value": p.value, "e164": p.e164, "suffix_key": p.suffix_key}
            for p in phones
        ]
        found += [{"kind": ContactKind.EMAIL.value, "value": email} for email in emails]
        if self._random.random() < 0.5:
            street = self._random.choice(people.streets).format(n=self._random.randrange(1, 280))
            value = f"{street}, {city.name}" if people.female[0].isascii() else f"{city.name}{street}"
            found.append({"kind": ContactKind.ADDRESS.value, "value": value})
        return [{"id": self._ids.next(), "customer_id": customer_id} | values for values in found]


def _remembered(random: Random, known: dict[str, deque[_Known]], people: Culture, share: float) -> _Known | None:
    here = known.get(people.language)
    return random.choice(here) if here and random.random() < share else None


def _remember(known: dict[str, deque[_Known]], people: Culture, new: _Known) -> None:
    known.setdefault(people.language, deque(maxlen=REMEMBERED)).append(replace(new))


def _ascii(text: str, end: str = "") -> str:
    """Return the Latin letters of a name as they stand in an e-mail address."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    return plain + end if plain else ""
