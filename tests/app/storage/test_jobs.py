"""What waits for the writer comes in order, and only saves come together."""

from __future__ import annotations

from app.storage.jobs import MOST_TOGETHER, Errand, Jobs, Save, Stop


def save() -> Save:
    return Save(lambda _: None, applied=True)


def test_saves_that_wait_come_together_as_far_as_the_next_errand() -> None:
    jobs, saves, errand = Jobs(), [save() for _ in range(3)], Errand(lambda _: None)
    for job in (*saves, errand, last := save()):
        jobs.put(job)
    assert [jobs.next(0), jobs.next(0), jobs.next(0), jobs.next(0)] == [saves, errand, [last], []]


def test_a_transaction_takes_so_many_saves_and_no_more() -> None:
    jobs = Jobs()
    for _ in range(MOST_TOGETHER + 1):
        jobs.put(save())
    assert [len(jobs.next(0)), len(jobs.next(0))] == [MOST_TOGETHER, 1]  # type: ignore[arg-type]


def test_the_end_comes_after_what_was_put_before_it() -> None:
    jobs, one, end = Jobs(), save(), Stop()
    jobs.put(one)
    jobs.put(end)
    assert [jobs.next(0), jobs.next(None)] == [[one], end]
