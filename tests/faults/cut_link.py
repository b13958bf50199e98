"""A link that can be cut without a word, as a pulled plug does: what is sent is taken and goes nowhere."""

from __future__ import annotations

import selectors
import socket
import threading


class Link:
    """Passes on what comes at `port` of the loopback to a server, until it is cut."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._is_cut = threading.Event()
        self._ends: list[socket.socket] = []
        self._is_closed = False
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """From now on nothing comes through, and nobody is told: connections made meanwhile hang too."""
        self._is_cut.set()

    def heal(self) -> None:
        """Let new connections through; those that were cut stay dead."""
        self._is_cut.clear()

    def close(self) -> None:
        self._is_closed = True
        for end in (self._listener, *self._ends):
            end.close()

    def _listen(self) -> None:
        while not self._is_closed:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            self._ends.append(near)
            if not self._is_cut.is_set():
                far = socket.create_connection(self._server)
                self._ends.append(far)
                threading.Thread(target=self._pass_on, args=(near, far), daemon=True).start()

    def _pass_on(self, near: socket.socket, far: socket.socket) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(near, selectors.EVENT_READ, far)
            selector.register(far, selectors.EVENT_READ, near)
            try:
                while not self._is_cut.is_set():
                    for key, _ in selector.select(0.05):
                        data = key.fileobj.recv(65536)  # type: ignore[union-attr]
                        if not data:
                            near.close()
                            far.close()
                            return
                        if self._is_cut.is_set():
                            return
                        key.data.sendall(data)
            except (OSError, ValueError):
                return
