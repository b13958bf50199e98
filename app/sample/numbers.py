"""Valid phone numbers of some countries, written as people there write them.

The E.164 form is composed here, not parsed: parsing each of a hundred thousand would take most of the time. A test
holds what comes out against `app.phone_numbers`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from app.phone_numbers import suffix_key
from app.sample.lists import City, read


@dataclass(frozen=True, slots=True)
class Written:
    """A number as given, its E.164 form, and its key for look-up."""

    value: str
    e164: str
    suffix_key: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """How numbers of a country look: `written` at home by kind or length, `abroad` by national length.

    `trunk` is what stands before a fixed number at home, `mobile_trunk` before a mobile one.
    """

    code: str
    trunk: str
    mobile_trunk: str
    length: int
    mobile: Sequence[str]
    written: Mapping[str, Sequence[str]]
    abroad: Mapping[str, Sequence[str]]


@cache
def plans() -> Mapping[str, Plan]:
    """Return {ISO 3166 country: its plan}."""
    return {country: Plan(**raw) for country, raw in read("numbers.json").items()}


def mobile(random: Random, country: str, region: str) -> Written:
    """Return a mobile number of `country`, as a site in `region` notes it."""
    plan = plans()[country]
    national = _fill(random, random.choice(plan.mobile), plan.length)
    return _write(random, country, region, national, "mobile")


def landline(random: Random, country: str, city: City, region: str) -> Written:
    """Return a fixed number in `city`."""
    return written(random, country, _fill(random, random.choice(city.area), city.length), region)


def written(random: Random, country: str, national: str, region: str) -> Written:
    """Return a fixed number, given by its national digits without the trunk 0."""
    return _write(random, country, region, national, str(len(plans()[country].trunk + national)))


def _write(random: Random, country: str, region: str, national: str, kind: str) -> Written:
    """Write it in the national way at home, in the international way elsewhere and sometimes at home too."""
    plan = plans()[country]
    e164 = f"+{plan.code}{national}"
    if country == region and random.random() < 0.75:
        trunk = plan.mobile_trunk if kind == "mobile" else plan.trunk
        value = _shape(random.choice(plan.written[kind]), trunk + national)
    else:
        form = random.choice(plan.abroad[str(len(national))])
        value = _shape(form.replace(plan.code, "<>", 1), national).replace("<>", plan.code)
    return Written(value, e164, suffix_key(national))


def _fill(random: Random, beginning: str, length: int) -> str:
    left = length - len(beginning)
    return f"{beginning}{random.randrange(10**left):0{left}}"


def _shape(form: str, digits: str) -> str:
    left = iter(digits)
    return "".join(next(left) if c == "#" else c for c in form)
