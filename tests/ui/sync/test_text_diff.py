"""What differs between two texts is marked by word, in Chinese by character, and nothing is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.sync.text_diff import changed_parts, marked


def changed(before: str, after: str) -> list[str]:
    return [text for text, is_changed in changed_parts(before, after) if is_changed]


def test_only_the_words_that_changed_are_marked() -> None:
    assert changed("Charged 45 € in May", "Charged 54 € in May, twice") == ["54", ", twice"]


def test_chinese_is_marked_by_character() -> None:
    assert changed("客户说十月被重复扣款", "客户说七月被重复扣款") == ["七"]


def test_marks_are_underlined_and_what_people_typed_is_no_markup() -> None:
    rich = marked("a", "a <b>\nc", "#FFF0D6")
    assert "&lt;b&gt;" in rich and "<b>" not in rich and "underline" in rich and "<br>" in rich


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_the_parts_together_are_the_text(before: str, after: str) -> None:
    assert "".join(text for text, _ in changed_parts(before, after)) == after
    assert not any(is_changed for _, is_changed in changed_parts(after, after))
