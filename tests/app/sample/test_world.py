"""The sample world: the same for the same seed, believable, and with what is derived as the store would derive it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest

import resources
from app import phone_numbers
from app.sample import numbers
from app.sample.lists import LANGUAGES, culture, templates
from app.sample.rows import Rows, columns
from app.sample.world import CHUNK, CHUNK_EVENTS, Recipe, Size, World
from app.storage import references
from models.enums import CaseKind, CaseStatus, FollowUpStatus, Severity

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SIZE = Size(customers=600, interactions=2000, cases=300)
SMALL = Size(customers=240, interactions=800, cases=120)
MANY_CASES = Size(customers=500, interactions=2000, cases=3000)
REGIONS = ["TW", "ES", "CN", "GB", "US"]


@cache
def world(seed: int = 1, region: str = "TW", size: Size = SIZE) -> Rows:
    return joined(World(Recipe.of(seed, region, NOW, size, chunk=250)).chunks())


def joined(chunks: Any) -> Rows:
    rows = Rows()
    for chunk in chunks:
        for table, found in chunk.tables.items():
            rows.tables[table] += found
    for found in rows.tables.values():
        found.sort(key=repr)
    return rows


def records(rows: Rows, table: str) -> list[dict[str, Any]]:
    return [dict(zip(columns(table), row, strict=True)) for row in rows.tables[table]]


def test_the_same_seed_makes_the_same_world_ids_included() -> None:
    assert world(3, size=SMALL).tables == world.__wrapped__(3, size=SMALL).tables
    assert world(3, size=SMALL).tables != world(4, size=SMALL).tables


def test_a_chunk_is_the_same_whichever_were_made_before_it() -> None:
    recipe = Recipe.of(3, "TW", NOW, SMALL, chunk=40)
    whole = [rows.tables for rows in World(recipe).chunks()]
    assert [rows.tables for rows in World(recipe).chunks(4)] == whole[4:]
    assert [rows.tables for rows in World(recipe).chunks(1, 3)] == whole[1::3]


def test_keys_sort_in_the_order_of_the_chunks() -> None:
    chunks = [rows.tables for rows in World(Recipe.of(3, "TW", NOW, SMALL, chunk=40)).chunks()]
    for table in ("customer", "contact_point", "call", "call_leg", "case_event"):
        place = columns(table).index("id")
        keys = [key for tables in chunks for key in sorted(row[place] for row in tables[table])]
        assert keys == sorted(keys) and len(set(keys)) == len(keys), table


def test_a_chunk_of_busy_people_holds_fewer_of_them() -> None:
    assert Recipe.of(1, "TW", NOW, Size(100_000, 0, 0)).chunk == CHUNK
    busy = Recipe.of(1, "TW", NOW, Size(1_000, 900_000, 100_000))
    assert busy.chunk * 1_000 <= CHUNK_EVENTS and busy.before(busy.chunks) == busy.size


def test_a_part_of_the_cases_is_open_with_a_mix_of_all_that_a_queue_is_filtered_by() -> None:
    cases = records(world(size=MANY_CASES), "case")
    open_ = [case for case in cases if case["closed_at"] is None]
    assert 0.03 <= len(open_) / len(cases) <= 0.07
    assert {case["kind"] for case in open_} == set(CaseKind)
    assert {case["severity"] for case in open_} == set(Severity)
    assert all(len({case[name] for case in open_}) > 4 for name in ("status", "owner", "category"))


@pytest.mark.parametrize("size", [SIZE, Size(1, 7, 3), Size(0, 0, 0), Size(50, 0, 0), Size(3, 0, 40)])
def test_a_world_holds_exactly_what_was_asked_for(size: Size) -> None:
    rows = world(size=size)
    made = len(rows.tables["interaction"]) - len(rows.tables["case"]) - len(rows.tables["follow_up"])
    assert (len(rows.tables["customer"]), made, len(rows.tables["case"])) == (
        size.customers, size.interactions, size.cases,
    )  # fmt: skip


@pytest.mark.parametrize("region", REGIONS)
def test_numbers_are_read_as_the_program_reads_what_people_write(region: str) -> None:
    points = [p for p in records(world(region=region, size=SMALL), "contact_point") if p["kind"] == "phone"]
    assert len(points) > SMALL.customers
    for point in points:
        read = phone_numbers.parse(point["value"], region)
        assert read is not None
        assert (read.e164, read.suffix_key) == (point["e164"], point["suffix_key"]), point["value"]


def test_every_beginning_of_a_number_gives_valid_numbers() -> None:
    random = Random(5)
    for language in LANGUAGES:
        people = culture(language)
        made = [numbers.mobile(random, people.country, "US") for _ in range(150)]
        made += [numbers.landline(random, people.country, city, "US") for city in people.cities for _ in range(10)]
        for number in made:
            read = phone_numbers.parse(number.e164, people.country)
            assert read is not None and read.e164 == number.e164


def test_people_of_every_culture_share_numbers_and_have_many_names() -> None:
    rows = world()
    customers = records(rows, "customer")
    assert {c["language"] for c in customers} == set(LANGUAGES)
    assert {c["kind"] for c in customers} == {"person", "organisation"}
    assert len({c["name"] for c in customers}) > 0.95 * len(customers)
    points = records(rows, "contact_point")
    assert {p["kind"] for p in points} == {"phone", "prefix", "email", "address"}
    phones = [p["e164"] for p in points if p["kind"] == "phone"]
    assert len(set(phones)) < len(phones)
    for language in LANGUAGES:
        people = culture(language)
        assert len({s for s, _ in people.surnames}) >= 150
        assert len({*people.female, *people.male}) >= 150


def test_references_are_unique_and_never_those_of_a_real_desk() -> None:
    cases = records(world(), "case")
    found = [case["reference"] for case in cases]
    assert len(set(found)) == SIZE.cases
    assert all(references.parse(reference) == reference for reference in found)
    assert not {reference[1] for reference in found} & set(references.DIGITS)


def test_cases_have_known_words_and_a_life_in_order() -> None:
    known = _paths(json.loads(resources.text("categories.json")))
    rows = world()
    events: dict[bytes, list[Any]] = {}
    for event in records(rows, "case_event"):
        events.setdefault(event["case_id"], []).append((event["at"], event["kind"]))
    for case in records(rows, "case"):
        assert case["category"] in known and case["kind"] in set(CaseKind) and case["severity"] in set(Severity)
        assert "{" not in case["summary"] + case["description"]
        assert len(case["summary"]) <= 200
        ended = CaseStatus(case["status"]) in (CaseStatus.CLOSED, CaseStatus.DONE, CaseStatus.DECLINED)
        assert ended == (case["closed_at"] is not None)
        assert min(events[case["id"]])[1] == "received"
        assert case["opened_at"] <= (case["closed_at"] or case["opened_at"]) <= _micros(NOW)


def test_cases_are_told_in_the_customers_language() -> None:
    assert all(set(template.texts) == set(LANGUAGES) for template in templates())
    rows = world()
    languages = {c["id"]: c["language"] for c in records(rows, "customer")}
    han = [any("\u4e00" <= c <= "\u9fff" for c in case["summary"]) for case in records(rows, "case")]
    spoken = [languages[case["customer_id"]].startswith("zh") for case in records(rows, "case")]
    assert han == spoken


def test_promises_are_late_due_today_and_due_tomorrow() -> None:
    promises = records(world(size=MANY_CASES), "follow_up")
    due = [p["due_at"] for p in promises if p["status"] == FollowUpStatus.OPEN]
    day = _micros(NOW + timedelta(days=1)) - _micros(NOW)
    assert any(at < _micros(NOW) for at in due)
    assert any(_micros(NOW) <= at < _micros(NOW) + day for at in due)
    assert any(_micros(NOW) + day <= at < _micros(NOW) + 2 * day for at in due)
    assert any(p["status"] == FollowUpStatus.DONE for p in promises)


def test_nothing_but_promises_happens_after_now_or_before_three_years() -> None:
    rows = world()
    begin = _micros(NOW - timedelta(days=3 * 365 + 1))
    for row in records(rows, "interaction"):
        if row["kind"] != "follow_up":
            assert begin <= row["at"] <= _micros(NOW)


def _micros(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000


def _paths(nodes: list[dict[str, Any]], above: str = "") -> set[str]:
    found = set()
    for node in nodes:
        path = f"{above}{node['id']}"
        found |= {path} | _paths(node["children"], f"{path}/")
    return found
