"""A bulk write in the background, as an import makes it: customers with a number, operations through the outbox."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from itertools import count
from types import TracebackType

from app.storage.unit_of_work import UnitOfWork
from app.storage.writer import Writer
from models.base import utc_now
from models.enums import ContactKind, CustomerKind

CUSTOMERS_A_UNIT = 10
OPERATIONS_A_UNIT = 2 * CUSTOMERS_A_UNIT
UNITS_IN_FLIGHT = 8
PATIENCE = 60


class Bulk:
    """Writes without end from `start` (or the beginning of a `with` block) to `stop`; reports no figures itself.

    `operations` is how many are on the disk so far. The writer is the one of the process, so that what it costs the
    window is measured too. The data folder keeps what was written.
    """

    def __init__(self, writer: Writer) -> None:
        self.operations = 0
        self._writer = writer
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bulk", daemon=True)
        self._error: BaseException | None = None

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait for what was submitted; raises what a write raised."""
        self._stopped.set()
        self._thread.join()
        if self._error is not None:
            raise self._error

    def __enter__(self) -> Bulk:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            self._write()
        except BaseException as error:
            self._error = error

    def _write(self) -> None:
        flying: deque[Future[None]] = deque()
        for number in count():
            flying.append(self._writer.submit(lambda unit, number=number: one_unit(unit, number)))
            if len(flying) >= UNITS_IN_FLIGHT:
                self._landed(flying.popleft())
            if self._stopped.is_set():
                break
        for future in flying:
            self._landed(future)

    def _landed(self, future: Future[None]) -> None:
        future.result(PATIENCE)
        self.operations += OPERATIONS_A_UNIT


def one_unit(unit: UnitOfWork, number: int) -> None:
    """Add the customers of unit `number`, each with a telephone number nobody else has."""
    for n in range(number * CUSTOMERS_A_UNIT, (number + 1) * CUSTOMERS_A_UNIT):
        fields = {"name": f"Imported Person {n}", "kind": CustomerKind.PERSON, "since": utc_now()}
        owner = unit.create("customer", fields)
        digits = f"7{n:08}"
        phone = {"kind": ContactKind.PHONE, "value": digits, "e164": f"+886{digits}", "suffix_key": digits[::-1]}
        unit.create("contact_point", phone | {"customer_id": owner})
