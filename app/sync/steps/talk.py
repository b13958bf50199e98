"""One connection of a desk to its store: greeted once, then sent to and pulled from until it fails."""

from __future__ import annotations

from collections.abc import Callable

from app.storage.local_store import ClonedDeviceError
from app.sync.desk_files import DeskFiles
from app.sync.shared_store import SharedStore
from app.sync.steps.fill import Filling
from app.sync.steps.hello import Caller, become_another, say_hello
from app.sync.steps.pull import Pulled, let_go, make_whole, pull
from app.sync.steps.push import Sent, push


class Talk:
    """What the sync thread and a single `sync --once` do alike; each call raises what the store raises."""

    def __init__(self, store: SharedStore, files: DeskFiles, caller: Callable[[], Caller]) -> None:
        self._store, self._files, self._caller = store, files, caller
        self.welcome = say_hello(store, files, caller())
        self.filling = Filling()

    def send(self) -> Sent:
        """Send the first operations that wait; of a cloned disk they wait on, as another device's."""
        try:
            return push(self._store, self._files)
        except ClonedDeviceError:
            self.welcome = become_another(self._store, self._files, self._caller())
            return Sent(0, more=True)

    def fill(self) -> bool:
        """Take the next part of the first sync; return whether there was one."""
        return self.filling.step(self._store, self._files)

    def pull(self) -> Pulled:
        """Take one page of changes."""
        return pull(self._store, self._files, self.welcome)

    def tidy(self) -> int:
        """Make whole whom a look-up left halfway, let go whom nobody used; return how many rows came."""
        count = make_whole(self._store, self._files)
        let_go(self._files, self.welcome.most_held)
        return count
