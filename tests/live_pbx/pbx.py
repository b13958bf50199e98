"""A real Asterisk beside the tests: found, started, frozen, killed and stopped by its own script.

Its folder holds `pbx` (setup, start, stop, status, cli) and `sipphone.py`; RINGBOOK_PBX_SCRIPTS names it, else it is
looked for beside the checkout. It is set up for: extensions 1001 to 1003, direct lines 930000101 and on, queue
930000100, pickup **100X and *8, AMI user console/secret on 5038 and, with TLS, 5039.
"""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
from pathlib import Path

SETUP = "RINGBOOK_PBX_SETUP"
_PERSON = Path(pwd.getpwuid(os.getuid()).pw_dir)  # the tests' own HOME is another
FOLDER = Path(os.environ.get("RINGBOOK_PBX") or _PERSON / ".cache" / "ringbook-pbx")
_BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "pbx"
SCRIPTS = Path(os.environ.get("RINGBOOK_PBX_SCRIPTS") or _BESIDE)


def missing() -> str:
    """Return why there can be no live PBX here, "" where there can."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return "no live PBX in a parallel run: there is only one; pytest -m pbx"
    if not (SCRIPTS / "pbx").exists():
        return f"no live PBX: no scripts at {SCRIPTS}; set RINGBOOK_PBX_SCRIPTS"
    if os.getuid() != 0:
        return "no live PBX: its script needs root"
    if not (FOLDER / "root").exists() and not os.environ.get(SETUP):
        return f"no live PBX: it is not set up at {FOLDER}; {SETUP}=1 lets the tests fetch it"
    return ""


def pbx(*arguments: str, patience: float = 60) -> str:
    """Run the script; return what it said."""
    command, env = [str(SCRIPTS / "pbx"), *arguments], {**os.environ, "RINGBOOK_PBX": str(FOLDER)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience, env=env, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise RuntimeError(f"pbx {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout


def is_running() -> bool:
    try:
        pbx("status")
    except RuntimeError:
        return False
    return True


def start() -> None:
    """Start it, after setting it up where it never was and that is allowed."""
    if not (FOLDER / "root").exists():
        pbx("setup", patience=900)
    pbx("start")


def send(what: signal.Signals) -> None:
    """Freeze, thaw or kill the PBX itself."""
    os.kill(int((FOLDER / "asterisk.pid").read_text()), what)
