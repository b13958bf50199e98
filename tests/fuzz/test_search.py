"""Search takes any text: quickly, without an error, and it finds what is there by any part of it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Backend, open_backend
from app.storage.search_index import alternatives
from app.storage.unit_of_work import UnitOfWork
from tests.effort import effort
from tests.factories import customer_in

many = settings(
    max_examples=effort(40, 10_000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
NAMES = {
    "Jordi Ferrer i Soler": "+34934125580",
    "陈美玲": "+8613812345678",
    "王小明 Wang": "+886934445566",
    "O'Brien": "+442079460018",
    "L'Hospitalet d'en Núria": "+34655010233",
    "Łukasz Żółć": "+48221234567",
    "山田 太郎": "+81312345678",
    "Gabriel·la Col·lell": "+34972204050",
    "ÀÉÎÕÜ ÇÑ": "+34910000001",
    "김민수": "+82212345678",
    "100% Natural_Food": "+34910000002",
}
anything = st.one_of(
    st.text(max_size=60),
    st.text("%_'\"\\*?[]();-+@#.,:/ \t\0\u202e\ud800·’0123abcÀ陈玲", max_size=40),
    st.sampled_from(["tel:+34934", "sip:x@y", "K7-000", "C-000123", "a" * 5000, "陈" * 500, "1" * 500, "a b " * 200]),
)


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    patch = pytest.MonkeyPatch()
    patch.setenv("RINGBOOK_KEY", "ab" * 32)
    opened = open_backend(tmp_path_factory.mktemp("search"))

    def fill(unit: UnitOfWork) -> None:
        for name, phone in NAMES.items():
            customer_in(unit, name, phone, email=f"{phone[1:]}@example.org")

    assert opened.folder.writer is not None
    opened.folder.writer.submit(fill).result(10)
    opened.close()  # what is written is in the store
    opened = open_backend(opened.folder.path)
    yield opened
    opened.close()
    patch.undo()


@many
@given(anything)
def test_any_text_is_searched(backend: Backend, text: str) -> None:
    result = backend.reads.search(text)
    assert result.text == text
    assert {hit.name for hit in result.customers} <= set(NAMES)
    assert backend.reads.search(text) == result


@many
@given(anything)
def test_what_a_search_may_mean_is_little_and_folded(text: str) -> None:
    found = alternatives(text)
    assert len(found) <= 2
    assert all(0 < len(words) <= 12 and all(0 < len(word) <= 600 for word in words) for words in found)


@many
@given(st.sampled_from(sorted(NAMES)), st.data())
def test_a_customer_is_found_by_the_beginning_of_each_word_in_any_case(
    backend: Backend, name: str, data: st.DataObject
) -> None:
    words = [word for word in name.split() if any(letter.isalnum() for letter in word)]
    begun = [word[: data.draw(st.integers(1, len(word)))] for word in data.draw(st.permutations(words))]
    typed = data.draw(st.sampled_from([str, str.upper, str.lower]))(" ".join(begun))
    if typed.isdigit():  # "100" is a part of a number too
        return
    assert name in {hit.name for hit in backend.reads.search(typed, 50).customers}, typed


@many
@given(st.sampled_from(sorted(NAMES)), st.data())
def test_a_customer_is_found_by_any_part_of_a_number(backend: Backend, name: str, data: st.DataObject) -> None:
    digits = NAMES[name][1:]
    begin = data.draw(st.integers(0, len(digits) - 4))
    part = digits[begin : data.draw(st.integers(begin + 3, len(digits)))]
    if part.strip("0"):
        assert name in {hit.name for hit in backend.reads.search(part, 50).customers}, part


@pytest.mark.parametrize(
    "text", ["陈" * 100_000, "a " * 100_000, "·a" * 100_000, "1 " * 100_000, "\u0301" * 100_000, "ﷺ" * 50_000]
)
def test_a_text_as_long_as_a_book_is_no_trap(backend: Backend, text: str) -> None:
    begun = time.thread_time()
    backend.reads.search(text)
    took = time.thread_time() - begun
    print(f"{took * 1000:.0f} ms")
    assert took < 5  # a trap takes minutes
