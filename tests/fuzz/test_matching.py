"""One number, however it is written or sent, is one customer; a number that is withheld is nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from app import phone_numbers
from app import settings as settings_file
from app.bootstrap import Backend, open_backend
from app.links import number_from_link
from app.settings import Settings
from app.storage.unit_of_work import UnitOfWork
from models.enums import MatchReason
from tests.effort import effort
from tests.factories import customer_in

REGIONS = ("ES", "TW", "CN", "HK", "US", "GB", "DE", "FR", "IT", "JP", "AR", "AU")
KINDS = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)
SITE = "ES"
FULL_WIDTH = str.maketrans("0123456789+-() ", "０１２３４５６７８９＋－（）　")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
many = settings(
    max_examples=effort(30, 20_000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@cache
def example(region: str, kind: int) -> phonenumbers.PhoneNumber:
    found = phonenumbers.example_number_for_type(region, kind)
    assert found is not None
    return found


@st.composite
def numbers(draw: st.DrawFn, regions: tuple[str, ...] = REGIONS) -> tuple[str, phonenumbers.PhoneNumber]:
    """A region and a valid number of it."""
    region, kind = draw(st.sampled_from(regions)), draw(st.sampled_from(KINDS))
    base = example(region, kind)
    last = draw(st.integers(0, 9999))
    number = phonenumbers.PhoneNumber(
        country_code=base.country_code,
        national_number=base.national_number // 10_000 * 10_000 + last,
        italian_leading_zero=base.italian_leading_zero,
    )
    assume(phonenumbers.is_valid_number_for_region(number, region))
    return region, number


def abroad(number: phonenumbers.PhoneNumber) -> list[str]:
    """Spellings that mean the same everywhere."""
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    human = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    spellings = [e164, human, human.replace(" ", "-"), human.replace(" ", "."), human.replace(" ", "/"), f"  {e164} "]
    spellings += [f"tel:{human.replace(' ', '-')}", f"sip:{e164}@pbx.example", f"{e164};ext=12", f"{e164},,,12#"]
    spellings += ["00" + e164[1:], "00 " + human[1:], human.translate(FULL_WIDTH), e164.translate(ARABIC)]
    return [*spellings, "*67" + e164, "#31#" + e164, f"callto://{e164}", f"{e164} ext. 7", f"{e164}\u200e"]


def at_home(number: phonenumbers.PhoneNumber) -> list[str]:
    """Spellings within the country."""
    human = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    digits = "".join(letter for letter in human if letter.isdigit())
    return [human, digits, f"({digits[:3]}) {digits[3:]}", human.translate(FULL_WIDTH), digits.translate(ARABIC)]


@many
@given(numbers(), st.sampled_from(REGIONS))
def test_every_spelling_is_one_number_and_has_one_key(
    found: tuple[str, phonenumbers.PhoneNumber], elsewhere: str
) -> None:
    region, number = found
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    assume(elsewhere != "HK" or number.country_code == 852)  # there "001" dials abroad, so that 001… means another
    read = [(text, phone_numbers.parse(text, elsewhere)) for text in abroad(number)]
    read += [(text, phone_numbers.parse(text, region)) for text in at_home(number)]
    assert {text: parsed.e164 if parsed else None for text, parsed in read} == {text: e164 for text, _ in read}
    assert len({parsed.suffix_key for _, parsed in read if parsed}) == 1


@many
@given(numbers())
def test_a_link_loses_no_digit(found: tuple[str, phonenumbers.PhoneNumber]) -> None:
    region, number = found
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    for scheme in ("tel:", "callto:", "callto://", "sip:", "sips:", "ringbook:", "ringbook://pop?number=", "TEL:", ""):
        for text in (e164, phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL).replace(" ", "%20")):
            parsed = phone_numbers.parse(number_from_link(scheme + text), region)
            assert parsed is not None and parsed.e164 == e164, scheme + text


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Backend, dict[str, str]]]:
    """A store in which each region has customers, by e164: some written at home, some with a plus."""
    patch = pytest.MonkeyPatch()
    patch.setenv("RINGBOOK_KEY", "ab" * 32)
    folder: Path = tmp_path_factory.mktemp("matching")
    settings_file.save(folder, Settings(region=SITE))
    backend = open_backend(folder)
    owners: dict[str, str] = {}

    def fill(unit: UnitOfWork) -> None:
        for region in REGIONS:
            for kind in KINDS:
                e164 = phonenumbers.format_number(example(region, kind), PhoneNumberFormat.E164)
                written = e164 if len(owners) % 2 or region != SITE else at_home(example(region, kind))[0]
                owners.setdefault(e164, f"{region} {kind}")
                customer_in(unit, owners[e164], written, region=SITE)

    assert backend.folder.writer is not None
    backend.folder.writer.submit(fill).result(10)
    yield backend, owners
    backend.close()
    patch.undo()


@pytest.mark.parametrize("region", REGIONS)
def test_every_spelling_finds_the_same_customer(known: tuple[Backend, dict[str, str]], region: str) -> None:
    backend, owners = known
    for kind in KINDS:
        number = example(region, kind)
        name = owners[phonenumbers.format_number(number, PhoneNumberFormat.E164)]
        for spelling in abroad(number) + (at_home(number) if region == SITE else []):
            pop = backend.reads.pop(spelling)
            assert {c.name for c in pop.candidates} == {name}, spelling
            assert {c.reason for c in pop.candidates} == {MatchReason.SAME_NUMBER}
            assert backend.reads.pop(spelling) == pop


@many
@given(st.sampled_from(sorted(phone_numbers.WITHHELD)), st.text(" \t\r\n\u3000", max_size=3), st.booleans())
def test_who_withholds_the_number_is_nobody(
    known: tuple[Backend, dict[str, str]], word: str, space: str, loud: bool
) -> None:
    pop = known[0].reads.pop(space + (word.upper() if loud else word) + space)
    assert (pop.number, pop.candidates, pop.view) == (None, (), None)


@many
@given(st.text(max_size=80) | st.text("0123456789+*#()-. ;@:extsipl\u0660\uff10\u00b2\ud800", max_size=80))
def test_no_text_from_a_pbx_makes_a_ring_fail(known: tuple[Backend, dict[str, str]], text: str) -> None:
    backend, owners = known
    pop = backend.reads.pop(text)
    assert backend.reads.pop(text) == pop
    assert {c.name for c in pop.candidates} <= set(owners.values())
    if pop.number is not None and not pop.number.digits:
        assert pop.candidates == ()
