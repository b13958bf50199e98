"""Whatever JSON may be in a file or a message of ours: of another version, damaged, hostile."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

hostile_texts = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(codec=None, categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co"]), max_size=8),
    st.sampled_from(["", "\0", "../../etc/passwd", "Europe", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00+00:00"]),
    st.sampled_from(
        ["2030-01-02T09:00:00+00:00", "1e999", "x" * 70_000, "a\nb\u2028c\u2029d\re", "\ud83d", "\u202e\u0000"]
    ),
    st.uuids().map(str),
)
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False), hostile_texts
)  # fmt: skip
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(hostile_texts, inner, max_size=4),
    max_leaves=12,
)


def objects(*names: str) -> st.SearchStrategy[Any]:
    """An object with some of these names and others, or any other value."""
    known = st.dictionaries(st.sampled_from(names) | hostile_texts, values, max_size=len(names) + 2)
    return known | values
