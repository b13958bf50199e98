"""What is printed in the end: the machine, the sizes, and each job beside its limit and its target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.benchmarks.measuring import HEAD, Row
from tests.benchmarks.targets import target, verdict

FLAT_JOBS = ("pop", "search")
FLAT_FIGURES = ("raw p50", "ours p50", "ours p95")


def facts(row: Row) -> dict[str, Any]:
    """Return a row as JSON has it."""
    wanted = target(row.job)
    return row.as_dict() | {"target": wanted.text(row.unit) if wanted else None, "verdict": verdict(row) or None}


def head(about: Mapping[str, Any]) -> str:
    """Return a line that says what was measured and on what."""
    sizes = ", ".join(f"{value:,} {name}" for name, value in about["sizes"].items())
    machine = about["machine"]
    versions = f"Python {machine['python']}, Qt {machine['qt']}, SQLite {machine['sqlite']}"
    place = (
        f"{machine['cores']} cores ({machine['processor']}), load {machine['load']} at the start, {machine['system']}"
    )
    return f"{machine['date']}: {sizes}; {place}; {versions}\n"


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    columns = (*HEAD, "target", "")
    lines = ["| " + " | ".join(columns) + " |", "|---|---" + "|--:" * (len(HEAD) - 2) + "|---|---|"]
    for row in rows:
        *texts, rounds, raw, raw95, ours, ours95, ratio = row.as_dict().values()
        figures = [f"{value:.{_places(value)}f}" for value in (raw, raw95, ours, ours95)]
        wanted = target(row.job)
        end = [wanted.text(row.unit) if wanted else "", verdict(row)]
        lines.append("| " + " | ".join([*texts, str(rounds), *figures, f"{ratio:.2f}", *end]) + " |")
    return "\n".join(lines)


def flat_table(by_size: Mapping[int, Sequence[Row]]) -> str:
    """Return pops and searches side by side, a column a size: raw p50 / ours p50 / p95, and how ours grew."""
    sizes = list(by_size)
    lines = [
        "| job (ms: raw p50 / ours p50 / p95) | " + " | ".join(f"{size:,}" for size in sizes) + " | ours p50 grew by |",
        "|---" + "|--:" * (len(sizes) + 1) + "|",
    ]
    found = {size: {row.job: row.as_dict() for row in rows} for size, rows in by_size.items()}
    for job in found[sizes[0]]:
        cells = [found[size].get(job) for size in sizes]
        if job.startswith(FLAT_JOBS):
            texts = [" / ".join(_figure(cell[name]) for name in FLAT_FIGURES) if cell else "" for cell in cells]
            first, last = cells[0], cells[-1]
            grew = f"{last['ours p50'] / first['ours p50']:.2f} ×" if first and last else ""
            lines.append("| " + " | ".join([job, *texts, grew]) + " |")
    return "\n".join(lines)


def _figure(value: float) -> str:
    return f"{value:.{_places(value)}f}"


def _places(value: float) -> int:
    return 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0
