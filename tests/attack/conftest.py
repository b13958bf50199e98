"""One store for the attacks that leave nothing behind; it is compared with what it was after each."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest

from tests.attack.scene import Scene, build
from tests.made_store import MadeStore
from tests.postgres_server import Server


@pytest.fixture(scope="module")
def scene(postgres_server: Server) -> Iterator[Scene]:
    store = MadeStore(postgres_server, f"rb_{secrets.token_hex(6)}")
    try:
        store.create()
        yield build(store)
    finally:
        store.drop()


@pytest.fixture
def own_scene(made_store: MadeStore) -> Scene:
    """A scene of its own for an attack that uses something up."""
    return build(made_store)
