"""Starts the PBX where there can be one, for `pytest -m pbx`; skips with a reason elsewhere."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.live_pbx import pbx
from tests.live_pbx.desk import Desk


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = "pbx" in config.option.markexpr or "RINGBOOK_PBX_SCRIPTS" in os.environ
    reason = pbx.missing() if asked else "a live PBX is asked for by pytest -m pbx"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.pbx)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def running_pbx() -> Iterator[None]:
    """A PBX for all tests; one that ran before goes on afterwards."""
    ran = pbx.is_running()
    pbx.start()
    yield
    if not ran:
        pbx.pbx("stop")


@pytest.fixture(autouse=True)
def _up(running_pbx: None) -> None:
    """Where a test killed it, the next one finds it up."""
    pbx.start()


@pytest.fixture(scope="session")
def sip() -> ModuleType:
    """The simulated phones."""
    spec = importlib.util.spec_from_file_location("sipphone", pbx.SCRIPTS / "sipphone.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def desk(_up: None) -> Iterator[Callable[..., Desk]]:
    """Seat an adapter at an extension and wait until it is connected."""
    desks: list[Desk] = []

    def sit(*args: Any, **settings: Any) -> Desk:
        desks.append(Desk(*args, **settings))
        desks[-1].connected()
        return desks[-1]

    yield sit
    for one in desks:
        one.source.stop()
