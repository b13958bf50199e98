"""`.ci/setup` on machines that lack something: a clear sentence and what to run, never half a set-up."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / ".ci"


class Machine:
    """A copy of the scripts in a folder with a space, and a PATH whose commands the test chooses."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "my checkout"
        self.bin = folder / "bin"
        shutil.copytree(SCRIPTS, self.checkout / ".ci")
        self.bin.mkdir()
        for tool in ("bash", "dirname", "grep", "sed", "tr", "sort", "paste", "cksum", "cat", "rm"):
            found = shutil.which(tool)
            assert found is not None
            (self.bin / tool).symlink_to(found)

    def has(self, name: str, script: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def set_up(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", str(self.checkout / ".ci/setup"), *arguments]
        environment = {"PATH": str(self.bin), "HOME": str(self.checkout), "LC_ALL": os.environ.get("LC_ALL", "C")}
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_an_unknown_argument_is_answered_with_the_usage(machine: Machine) -> None:
    done = machine.set_up("--devel")
    assert done.returncode == 2
    assert ".ci/setup --dev" in done.stderr


def test_a_python_that_is_too_old_is_named_with_what_to_install(machine: Machine) -> None:
    machine.has("python3", 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac')
    done = machine.set_up()
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr
    assert "Python 3.9.2" in done.stderr
    assert "apt-get install python3.11 python3.11-venv" in done.stderr


def test_a_fitting_python_beside_an_old_one_is_taken(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    machine.has("python3.12", 'case "$*" in "-m venv"*) echo made by 3.12; exit 1;; --version) echo 3.12.1;; esac')
    done = machine.set_up()
    assert "made by 3.12" in done.stdout
    assert "could not make .venv" in done.stderr


def debian(machine: Machine, *installed: str) -> None:
    machine.has("python3", 'case "$2" in *ensurepip*) exit 1;; *print*) echo python3.11-venv;; esac')
    machine.has("dpkg-query", "\n".join(f"echo 'installed {line}'" for line in installed))


def test_without_root_missing_packages_are_told_as_the_command_to_run(machine: Machine) -> None:
    debian(machine, "libgl1 ", "libglib2.0-0t64 libglib2.0-0 (= 2.84.4-3)")
    machine.has("id", "echo 1000")
    done = machine.set_up()
    assert done.returncode == 1
    command = done.stderr[done.stderr.index("sudo apt-get") :].split()
    assert {"libegl1", "libxcb-cursor0", "python3.11-venv", "fonts-noto-cjk"} <= set(command)
    assert not {"libgl1", "libglib2.0-0", "xvfb"} & set(command)
    assert not (machine.checkout / ".venv").exists()


def test_the_tests_need_a_screen_of_their_own(machine: Machine) -> None:
    debian(machine)
    machine.has("id", "echo 1000")
    assert {"xvfb", "openbox", "xdotool"} <= set(machine.set_up("--dev").stderr.split())


def test_root_installs_what_is_missing_even_when_the_package_lists_cannot_be_renewed(machine: Machine) -> None:
    debian(machine)
    machine.has("id", "echo 0")
    machine.has("apt-get", 'case "$*" in *update*) exit 100;; *) echo "$*" >"$HOME/installed"; exit 0;; esac')
    done = machine.set_up()
    assert "package lists that are there" in done.stdout
    assert "libxcb-shape0" in (machine.checkout / "installed").read_text(encoding="utf-8")


def test_a_failing_installation_stops_the_set_up(machine: Machine) -> None:
    debian(machine)
    machine.has("id", "echo 0")
    machine.has("apt-get", "exit 100")
    done = machine.set_up()
    assert done.returncode == 1
    assert "apt-get could not install" in done.stderr
