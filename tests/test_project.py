"""Facts about the tree that nobody should have to remember: commands, lock files, sizes, forbidden calls."""

from __future__ import annotations

import ast
import functools
import re
import statistics
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.commands import cli

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = [(), *((name,) for name in cli.COMMANDS if name != "case"), ("case", "add"), ("case", "list")]
ROOMS = ("app", "ui", "models")
README = (ROOT / "README.md").read_text(encoding="utf-8")
LOCKS = {"run": ROOT / ".ci/requirements.txt", "dev": ROOT / ".ci/requirements-dev.txt"}
TOP_LEVEL_FOLDERS = {"app", "ui", "models", "resources", "tests", "docs"}  # and hidden ones, for tools


def sources(*names: str) -> list[Path]:
    """Python files of the named rooms and top-level modules."""
    paths = (ROOT / name for name in names)
    return [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path]) if file.is_file()]


def readme_command(label: str) -> str:
    """The one-line command that the README's block headed `# <label>` gives."""
    found = re.findall(rf"^# {label}\n(.+)$", README, re.MULTILINE)
    assert len(found) == 1, f"the README should give one command headed '# {label}', found {found}"
    return str(found[0]).strip()


def pinned(lock: Path) -> dict[str, str]:
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def wanted(mode: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = list(project["project"]["dependencies"])
    if mode == "dev":
        lines += project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """Top-level names of every absolute import in the file, wherever it stands."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def calls(path: Path, method: str) -> list[tuple[str, int]]:
    """Every `owner.method(...)` in the file as (owner's text, line)."""
    return [
        (ast.unparse(node.func.value), node.lineno)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
    ]


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1] == readme_command("test")


def test_the_run_command_of_the_readme_sets_up_and_opens_the_demo() -> None:
    assert readme_command("run") == ".ci/setup && .venv/bin/python main.py --demo"


@pytest.mark.parametrize("script", ["setup", "check", "run", "lock"])
def test_ci_scripts_can_be_executed_and_parse(script: str) -> None:
    path = ROOT / ".ci" / script
    assert path.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(path)], check=True)


@pytest.mark.parametrize("path", [*LOCKS.values(), *(ROOT / ".ci" / s for s in ("setup", "check", "run", "lock"))])
def test_lock_files_and_scripts_name_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"(?:--(?:extra-)?index-url|--find-links|-i)[ =]", text.replace("--no-emit-find-links", ""))


@pytest.mark.parametrize("mode", LOCKS)
def test_lock_files_satisfy_pyproject(mode: str) -> None:
    pins = pinned(LOCKS[mode])
    for requirement in wanted(mode):
        version = pins.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not locked: run .ci/lock"
        assert requirement.specifier.contains(version), f"{requirement} is locked at {version}: run .ci/lock"


@pytest.mark.parametrize("mode", LOCKS)
def test_every_locked_package_has_a_hash(mode: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", LOCKS[mode].read_text(encoding="utf-8"))
    assert [block.splitlines()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_the_test_lock_holds_the_versions_of_the_run_lock() -> None:
    assert pinned(LOCKS["run"]).items() <= pinned(LOCKS["dev"]).items()


def test_no_folder_beside_the_planned_ones() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert folders <= TOP_LEVEL_FOLDERS


def test_no_source_file_over_400_lines_and_the_median_under_120() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(*ROOMS)}
    assert [f"{path}: {count}" for path, count in lines.items() if count > 400] == []
    assert statistics.median(count for count in lines.values() if count) < 120


def test_app_and_models_import_no_qt() -> None:
    assert [str(path) for path in sources("app", "models") if {"PySide6", "shiboken6"} & imported(path)] == []


def test_nothing_pumps_events_or_blocks_in_a_modal_loop() -> None:
    """`exec` of the application is the one event loop; dialogs use `open`."""
    found = [
        f"{path}:{line} {owner}.{method}()"
        for path in sources("app", "ui", "main.py")
        for method in ("processEvents", "exec", "exec_")
        for owner, line in calls(path, method)
        if method == "processEvents" or "app" not in owner.lower()
    ]
    assert found == []


def test_every_module_outside_tests_says_what_it_is() -> None:
    files = [path for path in sources(*ROOMS, "main.py") if path.stat().st_size]
    assert [str(p) for p in files if not ast.get_docstring(tree(p))] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: " ".join(words) or "window")
def test_the_readme_names_every_command_and_option(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.parse([*command, "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    rows = [row for row in README.splitlines() if " ".join(["`main.py", *command]) in row]
    assert rows, f"the README's table lacks {command}"
    assert {option for option in options if not any(option in row for row in rows)} == set()


def test_every_file_the_readme_points_to_is_there() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []
