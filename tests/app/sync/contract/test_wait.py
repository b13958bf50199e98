"""Waiting for a hint: it comes when somebody else has pushed, and any thread can end the wait."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.app.sync.contract.desks import At

Sit = Callable[..., At]
LONG_S = 20
SOON_S = 5


def caught_up(desk: At) -> At:
    """Return the desk with all hints taken that there are; in a file a hello of somebody else is one too."""
    while desk.store.wait(0):
        pass
    return desk


def test_a_push_of_somebody_else_is_hinted_at(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(noah.store.wait, LONG_S)
        maria.make("customer")
        assert waiting.result(SOON_S) is True
    assert noah.pull()[1]


def test_a_hint_that_came_while_something_else_was_done_is_not_lost(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    maria.make("customer")
    noah.store.heartbeat()
    assert noah.store.wait(SOON_S) is True
    assert caught_up(noah).store.wait(0) is False


def test_nothing_is_hinted_at_when_nothing_happens(maria: At, sit: Sit) -> None:
    sit("Noah")
    maria.pull()
    assert caught_up(maria).store.wait(0.05) is False


def test_a_wait_is_ended_from_another_thread_at_once(maria: At) -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(caught_up(maria).store.wait, LONG_S)
        maria.store.interrupt()
        assert waiting.result(SOON_S) is False
    maria.make("customer")
    assert maria.hello().last_n == 1


def test_an_interrupt_that_comes_early_ends_the_next_wait(maria: At) -> None:
    caught_up(maria).store.interrupt()
    assert maria.store.wait(LONG_S) is False
