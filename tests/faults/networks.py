"""Networks of their own, joined by a cable that can be cut: namespaces of Linux, for tests that run as root.

They have no name and stand in no list: when the process ends, however it ends, nothing is left of them.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

NEW_NET = 0x40000000  # CLONE_NEWNET of sched.h
OWN = Path("/proc/thread-self/ns/net")
SERVER, DESK = "192.0.2.1", "192.0.2.2"  # addresses for documentation: of no network there is
NOBODY = "02:00:00:00:00:99"

Way = Literal["pulled", "swallowed", "answers swallowed"]


class NoNetworksError(Exception):
    """This process may make no network of its own; says why."""


class Network:
    """A network namespace: what a thread opens within `entered` is of it, and so is what it starts."""

    def __init__(self) -> None:
        self._home, self._own, self._failed = os.open(OWN, os.O_RDONLY), -1, 0
        maker = threading.Thread(target=self._make)
        maker.start()
        maker.join()
        if self._own < 0:
            os.close(self._home)
            raise NoNetworksError(f"may not make a network namespace: {os.strerror(self._failed)}")
        self.path = f"/proc/{os.getpid()}/fd/{self._own}"

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Have the calling thread in this network meanwhile; what is open stays where it was opened."""
        before = os.open(OWN, os.O_RDONLY)
        _call("setns", self._own, NEW_NET)
        try:
            yield
        finally:
            _call("setns", before, NEW_NET)
            os.close(before)

    def ip(self, *words: str) -> None:
        with self.entered():
            subprocess.run(["ip", *words], check=True, capture_output=True, text=True)

    def close(self) -> None:
        """Let go; the network ends with the last process and socket in it."""
        os.close(self._own)
        os.close(self._home)

    def _make(self) -> None:
        """In a thread of its own, so that no other leaves the network it is in."""
        try:
            _call("unshare", NEW_NET)
            self._own = os.open(OWN, os.O_RDONLY)
        except OSError as error:
            self._failed = error.errno


class Cable:
    """Joins a network with SERVER in it and one with DESK."""

    def __init__(self) -> None:
        """Lay it; raises NoNetworksError that says why it cannot be."""
        if not sys.platform.startswith("linux") or not shutil.which("ip"):
            raise NoNetworksError("network namespaces are of Linux, and `ip` of iproute2 joins them")
        self.server, self.desk = Network(), Network()
        try:
            self._lay()
        except subprocess.CalledProcessError as error:
            self.close()
            raise NoNetworksError(f"may not join two networks: {error.stderr.strip()}") from error

    def _lay(self) -> None:
        self.server.ip("link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", self.desk.path)
        for network, address in ((self.server, SERVER), (self.desk, DESK)):
            network.ip("link", "set", "lo", "up")
            network.ip("address", "add", f"{address}/24", "dev", "cable")
            network.ip("link", "set", "cable", "up")

    def cut(self, way: Way) -> None:
        """Let nothing through from now on; neither end gets a FIN, a reset or a message of a router."""
        if way == "pulled":
            self.server.ip("link", "set", "cable", "down")
            return
        self._lead_astray(self.server, DESK)
        if way == "swallowed":
            self._lead_astray(self.desk, SERVER)

    def heal(self) -> None:
        self.server.ip("link", "set", "cable", "up")
        for network in (self.server, self.desk):
            network.ip("neighbour", "flush", "dev", "cable", "nud", "permanent")

    def close(self) -> None:
        self.server.close()
        self.desk.close()

    def _lead_astray(self, network: Network, address: str) -> None:
        """Send to a card nobody has, as a switch that has lost its head; the sender sees a link that is up."""
        network.ip("neighbour", "replace", address, "lladdr", NOBODY, "dev", "cable", "nud", "permanent")


def _call(name: str, *values: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*values) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
