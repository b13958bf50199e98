"""A desk that saves and syncs until it is killed: `python -m tests.faults.desk_life FOLDER OFFICE LOGIN ROUND`.

Prints a line of each customer once it is saved.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from app import bootstrap
from app.customers.records import NewCustomer
from app.sync.desk_sync import DeskSync
from app.sync.loop import Timing
from tests import shared_file


def main() -> None:
    folder, office, login, life = sys.argv[1:]
    backend = bootstrap.open_backend(Path(folder))
    timing = Timing(look=0.05, heartbeat=0.5, poll=0.1, debounce=(0.0, 0.01))
    link = DeskSync(backend.folder, lambda: shared_file.connect(Path(office), login), timing=timing)
    backend.folder.on_change = link.saved_then(lambda _: None)
    link.start()
    for number in count():
        name = f"life {life} customer {number}"
        backend.customers.add(NewCustomer(name)).result()
        print(name, flush=True)


if __name__ == "__main__":
    main()
