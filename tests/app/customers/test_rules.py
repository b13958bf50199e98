"""Who is calling, in a fixed order whatever order the store answers in."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.customers.records import Candidate, CustomerCard
from app.customers.rules import ORDER, choose, prefixes, rank
from models.enums import CustomerKind, MatchReason
from tests.effort import effort

many = settings(max_examples=effort(25, 5000), deadline=None)
moments = st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime(1970, 1, 1))  # noqa: DTZ001 - hypothesis wants it naive
ids = st.integers(0, 8).map(lambda number: UUID(int=number))
reasons = st.sampled_from(MatchReason)
names, person, nothing = st.sampled_from("AAB"), st.just(CustomerKind.PERSON), st.none()
cards = st.builds(CustomerCard, ids, person, names, *[nothing] * 7)
found = st.lists(st.builds(Candidate, cards, reasons, moments), max_size=12)


@many
@given(found, st.randoms(use_true_random=False))
def test_the_order_of_the_store_decides_nothing(candidates: list[Candidate], chance: object) -> None:
    known = {(c.customer_id, c.reason): c for c in candidates}  # a customer has one name and one last contact
    candidates = [Candidate(c.card._replace(name="AB"[c.customer_id.int % 2]), c.reason) for c in known.values()]
    shuffled = list(candidates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rank(shuffled) == rank(candidates) == rank(rank(candidates))


@many
@given(found)
def test_each_customer_is_there_once_with_the_best_reason_and_the_best_reasons_first(
    candidates: list[Candidate],
) -> None:
    ranked = rank(candidates)
    assert bool(ranked) == bool(candidates)
    assert len({c.customer_id for c in ranked}) == len(ranked)
    places = [ORDER.index(c.reason) for c in ranked]
    assert places == sorted(places)
    for candidate in ranked:
        assert ORDER.index(candidate.reason) == min(
            ORDER.index(c.reason) for c in candidates if c.customer_id == candidate.customer_id
        )


@many
@given(found)
def test_who_has_the_whole_number_leaves_no_weak_candidate(candidates: list[Candidate]) -> None:
    reasons_left = {c.reason for c in rank(candidates)}
    strong = {MatchReason.CHOSEN, MatchReason.SAME_NUMBER}
    if any(c.reason in strong for c in candidates):
        assert reasons_left <= strong
    elif any(c.reason == MatchReason.SAME_NATIONAL for c in candidates):
        assert reasons_left == {MatchReason.SAME_NATIONAL}


@many
@given(found, ids)
def test_a_choice_comes_first_and_adds_nobody(candidates: list[Candidate], chosen: UUID) -> None:
    before = rank(c for c in candidates if c.reason != MatchReason.CHOSEN)
    after = rank(choose(before, chosen))
    assert {c.customer_id for c in after} <= {c.customer_id for c in before}
    if chosen in {c.customer_id for c in before}:
        assert (after[0].customer_id, after[0].reason) == (chosen, MatchReason.CHOSEN)
    else:
        assert after == before


@many
@given(st.from_regex(r"\+[1-9]\d{5,14}", fullmatch=True))
def test_blocks_are_true_beginnings_the_longest_first_and_never_a_whole_town(e164: str) -> None:
    found_blocks = prefixes(e164)
    assert all(e164.startswith(block) and 5 < len(block) < len(e164) for block in found_blocks)
    assert found_blocks == sorted(found_blocks, key=len, reverse=True)
