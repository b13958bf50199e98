"""Look-up and search on a sampled world, for every shape and script, held against looking at every customer.

A hundred thousand customers with RINGBOOK_FULL, a few thousand without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from uuid import UUID

import pytest

from app import phone_numbers
from models.enums import MatchReason
from tests.app.sample import brute_force as brute
from tests.app.sample.sampled import FULL, SIZE, Sampled, fill

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
ASKED = 8 if FULL else 6
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WIDE = str.maketrans("0123456789+", "０１２３４５６７８９＋")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sampled]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        folder, sampled = fill(tmp_path_factory.mktemp("sampled"))
        yield sampled
        folder.close()


def found(world: Sampled, text: str, most: int = 10 * SIZE.customers) -> list[UUID]:
    ids = [hit.customer_id for hit in world.reads.search(text, most).customers]
    assert len(ids) == len(set(ids))
    return ids


def check(world: Sampled, text: str, holds: Callable[[brute.Known, str], bool], *, some: bool = True) -> None:
    """All true hits and nothing else; with a limit, as many of them as it allows."""
    expected = world.who(lambda known: holds(known, text))
    assert expected or not some, f"{text!r} should find somebody"
    assert set(found(world, text)) == expected, text
    limited = found(world, text, 7)
    assert len(limited) == min(7, len(expected)) and set(limited) <= expected, text


def chosen(items: list[str], seed: int) -> list[str]:
    return Random(seed).sample(sorted(set(items)), min(ASKED, len(set(items))))


def latin(world: Sampled) -> list[str]:
    return [name for name in world.names.values() if not brute.HAN.search(name)]


def han(world: Sampled) -> list[str]:
    return [name for name in world.names.values() if brute.HAN.fullmatch(name) and len(name) in (3, 4)]


def test_words_of_a_name_in_any_case_with_and_without_accents(world: Sampled) -> None:
    for name in chosen(latin(world), 1):
        word = max(name.split(), key=len)
        for text in (word, word.upper(), word.lower(), "".join(brute._words(word.translate(brute.JOINERS))), word[:3]):
            check(world, text, brute.begins_with_all)


def test_letters_joined_by_a_dot_or_an_apostrophe(world: Sampled) -> None:
    joined = [word for name in world.names.values() for word in name.split() if re.search(r"\w[·'’]\w", word)]
    for word in chosen(joined, 20):
        for text in (word, word.lower(), re.sub("[·'’]", "", word), re.split("[·'’]", word)[1]):
            check(world, text, brute.begins_with_all)
    check(world, "marcelli", brute.begins_with_all, some=False)
    assert any("·" in word for word in joined) and any("'" in word for word in joined)


def test_one_letter(world: Sampled) -> None:
    for letter in "aeimxz":
        check(world, letter, brute.begins_with_all, some=False)


def test_two_and_more_words_in_any_order(world: Sampled) -> None:
    for name in chosen([name for name in latin(world) if len(name.split()) > 1], 2):
        words = name.replace("-", " ").split()
        check(world, f"{words[-1]} {words[0]}", brute.begins_with_all)
        check(world, f"  {words[0][:2]}   {words[-1][:4]} ", brute.begins_with_all)
        check(world, " ".join(reversed(words)), brute.begins_with_all)
    check(world, "example maria", brute.begins_with_all, some=False)
    check(world, "maria zzzz", brute.begins_with_all, some=False)


@pytest.mark.parametrize("length", [1, 2, 3])
def test_any_part_of_a_chinese_name_from_one_character(world: Sampled, length: int) -> None:
    for name in chosen(han(world), 3 + length):
        for start in range(len(name) - length + 1):
            check(world, name[start : start + length], brute.begins_with_all)


def test_two_parts_of_a_chinese_name(world: Sampled) -> None:
    for name in chosen(han(world), 7)[:10]:
        check(world, f"{name[-1]} {name[0]}", brute.begins_with_all)


def test_companies(world: Sampled) -> None:
    for company in chosen(world.companies, 8):
        check(world, company, brute.begins_with_all)
        if brute.HAN.fullmatch(company):
            check(world, company[1:4], brute.begins_with_all)


@pytest.mark.parametrize("length", [3, 4, 6, 8])
def test_the_beginning_the_middle_and_the_end_of_a_number(world: Sampled, length: int) -> None:
    for e164 in chosen(list(world.phones), 9)[:10]:
        digits = e164[1:]
        middle = (len(digits) - length) // 2
        for part in (digits[:length], digits[middle : middle + length], digits[-length:]):
            check(world, part, brute.has_number)
            check(world, f"{part[:2]} {part[2:]}", brute.has_number)


def test_whole_numbers_in_every_shape_are_searched(world: Sampled) -> None:
    for e164 in chosen(list(world.phones), 10):
        for text in shapes(e164):
            if not re.search(r"ext=|tel:|\*67", text):
                check(world, text, brute.has_number)
            assert world.phones[e164] <= set(found(world, text)), text


def test_e_mail_addresses_and_their_beginnings(world: Sampled) -> None:
    emails = [email for known in world.known for email in known.emails]
    for email in chosen(emails, 11):
        check(world, email, brute.has_email)
        check(world, email.upper(), brute.has_email)
        check(world, email[: email.index("@") + 4], brute.has_email)
        check(world, email.split("@")[0], brute.begins_with_all)


def test_customer_numbers(world: Sampled) -> None:
    for code in chosen([known.code for known in world.known], 12):
        owners = world.who(lambda known, code=code: known.code == code)  # type: ignore[misc]
        for text in (code, code.lower(), code.replace("-", "")):
            assert set(found(world, text)) == owners, text
        assert owners <= set(found(world, code[:-1]))


def test_references_whole_begun_in_small_letters_and_without_dashes(world: Sampled) -> None:
    everything = sorted(world.references)
    for reference in chosen(everything, 13):
        for text in (reference, reference.lower(), reference.replace("-", ""), f" {reference.replace('-', ' ')} "):
            cases = world.reads.search(text, 50).cases
            assert reference in [case.reference for case in cases], text
            assert all(case.reference.startswith(reference[:8]) for case in cases), text
        for text in (reference[:6], reference[:6].lower(), reference[:6].replace("-", "")):
            cases = world.reads.search(text, SIZE.cases).cases
            assert [case.reference for case in cases] == [r for r in everything if r.startswith(reference[:6])], text


@pytest.mark.parametrize("text", ["", " ", "-", "'", "·", "1" * 50, "q" * 500, "%", "_", "\x00", "🙂", "zz 1 zz", "@"])
def test_nothing_sensible_finds_nobody(world: Sampled, text: str) -> None:
    result = world.reads.search(text)
    assert not result.customers and not result.cases


def shapes(e164: str) -> list[str]:
    """Return how PBXs and people give a number; national ones for the numbers of the site's own country."""
    digits = e164[1:]
    texts = [
        e164,
        f"00{digits}",
        digits,
        f"tel:{e164}",
        f"{e164};ext=12",
        e164.translate(WIDE),
        digits.translate(ARABIC),
    ]
    texts += [f"{e164[:4]} {e164[4:7]}-{e164[7:]}", f"+{digits[:3]}({digits[3:5]}){digits[5:8]}/{digits[8:]}"]
    if e164.startswith("+886"):
        national = f"0{e164[4:]}"
        texts += [national, f"({national[:2]}) {national[2:6]}/{national[6:]}", f"*67{national}", f"{national};ext=12"]
        texts += [national.translate(ARABIC), f"tel:{national}", " ".join(national[i : i + 2] for i in range(0, 10, 2))]
    return texts


def test_every_shape_of_a_number_names_all_who_have_it(world: Sampled) -> None:
    for e164 in chosen(list(world.phones), 14) + chosen([p for p in world.phones if p.startswith("+886")], 15):
        for text in shapes(e164):
            pop = world.reads.pop(text)
            if pop.number is not None and pop.number.e164 != e164:
                continue  # digits that are valid at home mean a number at home; `parse` has its own tests
            assert {c.customer_id for c in pop.candidates} == world.phones[e164], text
            assert {c.reason for c in pop.candidates} == {MatchReason.SAME_NUMBER}, text


def test_shapes_with_a_plus_and_national_ones_are_always_read_right(world: Sampled) -> None:
    for e164 in chosen([p for p in world.phones if p.startswith("+886")], 16):
        for text in shapes(e164):
            read = phone_numbers.parse(text, "TW")
            assert read is not None and read.e164 == e164, text
    for e164 in chosen(list(world.phones), 17):
        read = phone_numbers.parse(f"00{e164[1:]}", "TW")
        assert read is not None and read.e164 == e164


def test_the_same_digits_of_another_country_are_the_same_national_number(world: Sampled) -> None:
    for e164 in chosen([p for p in world.phones if p.startswith("+8869")], 18)[:10]:
        pop = world.reads.pop(f"+34{e164[4:]}")
        if f"+34{e164[4:]}" in world.phones or pop.number is None or pop.number.e164 is None:
            continue
        assert world.phones[e164] <= {c.customer_id for c in pop.candidates}
        assert {c.reason for c in pop.candidates} == {MatchReason.SAME_NATIONAL}


def test_a_number_of_a_block_names_its_organisation(world: Sampled) -> None:
    asked = 0
    for block, owner in sorted(world.blocks.items()):
        number = f"{block}77"
        if number in world.phones or asked == ASKED:
            continue
        candidates = world.reads.pop(number).candidates
        if {c.reason for c in candidates} == {MatchReason.SAME_NATIONAL}:
            continue
        asked += 1
        assert owner in {c.customer_id for c in candidates}, number
        assert {c.reason for c in candidates} == {MatchReason.ORGANISATION}
    assert asked > 3


@pytest.mark.parametrize(
    "text",
    ["112", "1003", "٠٩٣٤", "12345678901234567890123456789012345678901234567890", "garbage", "+", "()", "x" * 99],
)
def test_short_codes_and_garbage_name_nobody(world: Sampled, text: str) -> None:
    assert not world.reads.pop(text).candidates


@pytest.mark.parametrize("text", ["", "anonymous", "Anonymous", "Restricted", "Unavailable", "<unknown>"])
def test_who_withheld_the_number_is_nobody(world: Sampled, text: str) -> None:
    pop = world.reads.pop(text)
    assert pop.number is None and not pop.candidates
