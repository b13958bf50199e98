"""The lists the sample world is made of, read from resources."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources

LANGUAGES = ("ca", "es", "en", "zh_TW", "zh_CN")


@dataclass(frozen=True, slots=True)
class City:
    """A town, its time zone, and the beginnings and length of its national numbers (without a trunk 0)."""

    name: str
    zone: str
    area: Sequence[str]
    length: int


@dataclass(frozen=True, slots=True)
class Culture:
    """Names, towns and companies of people who share a language; a surname is (as written, in Latin letters)."""

    language: str
    country: str
    names: Sequence[str]
    surnames: Sequence[tuple[str, str]]
    female: Sequence[str]
    male: Sequence[str]
    cities: Sequence[City]
    streets: Sequence[str]
    companies: Sequence[str]
    brands: Sequence[str]
    mail: Sequence[str]


@dataclass(frozen=True, slots=True)
class Template:
    """A case as customers bring it: texts are {language: (summary, description)} with placeholders."""

    category: str
    kind: str
    severity: Sequence[str]
    texts: Mapping[str, Sequence[str]]


@cache
def culture(language: str) -> Culture:
    """Return the culture of one of LANGUAGES."""
    raw = read(f"people.{language}.json")
    return Culture(**raw | {"cities": [City(**city) for city in raw["cities"]]})


@cache
def templates() -> Sequence[Template]:
    """Return the cases customers bring."""
    return [Template(**raw) for raw in read("cases.json")]


@cache
def phrases(language: str) -> Mapping[str, Any]:
    """Return months, forms of amounts and hours, notes, promises and closings of a language."""
    found: Mapping[str, Any] = read("phrases.json")[language]
    return found


@cache
def site() -> Mapping[str, Any]:
    """Return the agents, queues, lines and what else belongs to the centre itself."""
    found: Mapping[str, Any] = read("site.json")
    return found


@cache
def shares(region: str) -> tuple[Sequence[str], Sequence[int]]:
    """Return (languages, weights) of the customers of a site in that country."""
    weights: Mapping[str, int] = site()["shares"].get(region, site()["shares"][""])
    return list(weights), list(weights.values())


def read(name: str) -> Any:
    """Return one of the files in resources/sample."""
    return json.loads(resources.text(f"sample/{name}"))
