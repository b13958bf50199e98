"""One window per data folder: a second start hands over what it was asked and ends.

The socket belongs to the user alone, and so must what a client connects to; yet whatever arrives is untrusted: a small
JSON object on one line, known keys with short texts, or it is dropped.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

MOST_BYTES = 4096
MOST_CLIENTS = 8
ANSWER_MS = 1000  # how long a second start waits for the first
STARTING_MS = 5000  # and for one that is only starting, which listens once it is on screen
LOOK_AGAIN_MS = 20
CLIENT_MS = 2000  # how long a client may take to say its line
KEYS = {"pop"}  # what a message may say: the number or link to show, "" to only come forward
TAKEN = b"taken\n"
LONGEST_SOCKET_PATH = 100  # sun_path holds 108 bytes


class SingleInstance(QObject):
    """Hands over to the window open on the same data folder, or becomes the one that listens."""

    message = Signal(dict)

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data = data_dir
        self.address = _address(data_dir)
        self._lock = QLockFile(_lock_path(self.address))
        self._lock.setStaleLockTime(0)  # held as long as its process lives, however long that is
        self._server: QLocalServer | None = None
        self._clients: set[_Client] = set()

    def hand_over(self, message: dict[str, str], *, still_starting: bool = False) -> bool:
        """Send a message to the open window; False when there is none or it does not answer within a second.

        Blocks, and needs no event loop. `still_starting`: there is a window, so wait until it listens.
        """
        patience = QDeadlineTimer(STARTING_MS if still_starting else 0)
        while not _ours(self.address):
            if patience.hasExpired():
                return False
            QThread.msleep(LOOK_AGAIN_MS)
        from PySide6.QtNetwork import QLocalSocket  # a first start shows its window before it needs this

        deadline = QDeadlineTimer(ANSWER_MS)
        socket = QLocalSocket()
        socket.connectToServer(self.address)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(json.dumps(message).encode() + b"\n")
        answer = b""
        while TAKEN not in answer and socket.waitForReadyRead(max(0, deadline.remainingTime())):
            answer += socket.readAll().data()
        return TAKEN in answer

    def claim(self) -> bool:
        """Become the window of this folder; False when another is, which just started or is too busy to answer.

        The lock ends with the process that held it, so a socket without one was left by a crash and is taken over.
        """
        return self._lock.isLocked() or self._lock.tryLock(0)

    def listen(self) -> bool:
        """Take messages from now on; False when the folder is another window's."""
        if self._server is not None:
            return self._server.isListening()
        if not self.claim():
            return False
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        QLocalServer.removeServer(self.address)
        return self._server.listen(self.address)

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _accept(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            if len(self._clients) >= MOST_CLIENTS:
                socket.abort()
                socket.deleteLater()
                continue
            client = _Client(socket, self)
            client.said.connect(self.message)
            client.gone.connect(lambda client=client: self._clients.discard(client))
            self._clients.add(client)
            client.read()


class _Client(QObject):
    """One connection: takes one line, answers, ends; too much, too late or garbage ends it without an answer."""

    said = Signal(dict)
    gone = Signal()

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._line = b""
        socket.setParent(self)
        socket.setReadBufferSize(MOST_BYTES + 1)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self._end)
        QTimer.singleShot(CLIENT_MS, self, socket.abort)

    def read(self) -> None:
        """Take what has arrived."""
        self._line += self._socket.readAll().data()
        line, newline, _ = self._line.partition(b"\n")
        if len(line) > MOST_BYTES:
            self._socket.abort()
        elif newline:
            message = parse(line)
            if message is None:
                self._socket.abort()
                return
            self._socket.readyRead.disconnect(self.read)
            self._socket.write(TAKEN)
            self._socket.disconnectFromServer()
            self.said.emit(message)

    def _end(self) -> None:
        self.gone.emit()
        self.deleteLater()


def parse(line: bytes) -> dict[str, str] | None:
    """Return the message in a line, None when it is not one we know."""
    try:
        raw = json.loads(line)
        json.dumps(raw, ensure_ascii=False).encode()  # halves of characters are no text
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict) or not raw.keys() <= KEYS:
        return None
    return raw if all(isinstance(value, str) for value in raw.values()) else None


def _address(data_dir: Path) -> str:
    """Return the socket of this user and folder: a path where sockets are paths, else a name."""
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    digest = hashlib.sha256(f"{user}\n{data_dir.expanduser().resolve()}".encode(errors="surrogateescape"))
    name = f"ringbook-{digest.hexdigest()[:24]}"
    if sys.platform == "win32":
        return name
    own = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{user}"  # a link may be opened in a barer environment
    path = Path(own, name)
    if _ours(own) and len(os.fsencode(path)) < LONGEST_SOCKET_PATH:
        return str(path)
    return str(Path(tempfile.gettempdir(), name))


def _lock_path(address: str) -> str:
    path = Path(address)
    return str((path if path.is_absolute() else Path(tempfile.gettempdir(), address)).with_suffix(".lock"))


def _ours(path: str) -> bool:
    """Whether what lies there belongs to this user: in a folder for everybody, anybody may have put it there."""
    if sys.platform == "win32":
        return True
    try:
        return Path(path).stat().st_uid == os.getuid()
    except OSError:
        return False
