"""A screen of our own (Xvfb, openbox) with a keyboard (xdotool), and programs that run on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool")
KEY = "ab" * 32
PATIENCE = 20.0
STEP = 0.05
KEY_MS = 12


def missing() -> list[str]:
    """The tools that are not here; `.ci/setup --dev` installs them."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def wait(holds: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait until something holds; fail saying what never did."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"in {seconds:.0f} s it never came to this: {what}"
        time.sleep(STEP)


def environment(home: Path, **more: str) -> dict[str, str]:
    """Environment of a program: no screen unless named in `more`, a home of its own, the key of the data."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL", "LANGUAGE")}
    runtime = home / "run"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    return kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "RINGBOOK_KEY": KEY} | more


class Program:
    """A started program whose output goes into files, so that no pipe fills up."""

    def __init__(self, command: list[str], env: dict[str, str], folder: Path) -> None:
        self._out, self._err = folder / f"{id(self)}.out", folder / f"{id(self)}.err"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=err)

    def out(self) -> str:
        return self._out.read_text(encoding="utf-8", errors="replace")

    def err(self) -> str:
        return self._err.read_text(encoding="utf-8", errors="replace")

    def running(self) -> bool:
        return self.process.poll() is None

    def ends(self, seconds: float = PATIENCE) -> int:
        """Wait for its end; return the exit code."""
        return self.process.wait(seconds)

    def stop(self) -> None:
        """End it whatever it does; for the end of a test."""
        if self.running():
            self.process.kill()
        self.process.wait()


class Screen:
    """Real windows and real key presses; windows are known by their X id."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        self.env = environment(home, DISPLAY=display, QT_QPA_PLATFORM="xcb")

    def tool(self, *words: str | int) -> str:
        """Run xdotool; return what it prints, nothing where it fails (a window that is not there yet)."""
        done = subprocess.run(["xdotool", *map(str, words)], env=self.env, capture_output=True, text=True, timeout=60)
        return done.stdout.strip()

    def start(self, *arguments: str) -> Program:
        return Program([sys.executable, *arguments], self.env, self.home)

    def window_of(self, program: Program) -> int:
        """Wait for the window of a program."""
        found: list[str] = []

        def there() -> bool:
            assert program.running(), program.err()
            found[:] = self.tool(
                "search", "--all", "--onlyvisible", "--pid", program.process.pid, "--name", "."
            ).split()
            return bool(found)

        wait(there, "the window is on the screen")
        return int(found[0])

    def focused(self) -> int:
        return int(self.tool("getwindowfocus") or 0)

    def name(self, window: int) -> str:
        return self.tool("getwindowname", window)

    def on_top(self) -> int:
        """The window above all others; X lists them from the lowest to the highest."""
        return int((self.tool("search", "--onlyvisible", "--name", ".").split() or [0])[-1])

    def activate(self, window: int) -> None:
        """Bring a window to the front; asked again, because a window manager may still be busy with a new one."""

        def in_front() -> bool:
            self.tool("windowactivate", window)
            return (self.focused(), self.on_top()) == (window, window)

        wait(in_front, "the window is in front and has the keyboard")

    def press(self, *keys: str) -> None:
        self.tool("key", "--delay", KEY_MS, *keys)

    def type(self, text: str) -> None:
        self.tool("type", "--delay", KEY_MS, text)


@contextmanager
def screen(home: Path, size: str = "1600x1000") -> Iterator[Screen]:
    """Start an X server on a display nobody has, and a window manager on it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        shown = Screen(f":{told.readline().strip()}", home)
    manager = subprocess.Popen(["openbox"], env=shown.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(lambda: shown.tool("get_num_desktops") != "", "the window manager manages")
        yield shown
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)
