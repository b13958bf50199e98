"""The category tree, as data: what a case is about, from product to sub-issue."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import resources
from app.errors import QT_TRANSLATE_NOOP, KnownError

FILE = "categories.json"
Nodes = Sequence[Mapping[str, Any]]


@cache
def nodes() -> Nodes:
    """Return the top of the tree; a node has an id, a name in each language and its children."""
    tree: Nodes = json.loads(resources.text(FILE))
    return tree


def on_path(path: str) -> list[Mapping[str, Any]]:
    """Return the node of each id of "billing/charge/double", an empty one for an id the tree does not know."""
    found: list[Mapping[str, Any]] = []
    level = nodes()
    for part in path.split("/") if path else ():
        found.append(next((node for node in level if node["id"] == part), {}))
        level = found[-1].get("children", ())
    return found


def check(path: str) -> str:
    """Return a path of the tree; raises KnownError for one that leads nowhere."""
    if not all(on_path(path)):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Unknown category"),
            QT_TRANSLATE_NOOP("AppError", "“{path}” is no path of the category tree, such as {example}."),
            path=path, example="billing/charge/double",
        )  # fmt: skip
    return path


def below(path: str) -> tuple[str, ...]:
    """Return a path of the tree and all that lead on from it; raises KnownError for one that leads nowhere."""
    last = on_path(check(path))[-1:]
    return (path, *(longer for node in last for longer in _below(node.get("children", ()), path)))


def _below(level: Nodes, path: str) -> Iterator[str]:
    for node in level:
        longer = f"{path}/{node['id']}"
        yield longer
        yield from _below(node.get("children", ()), longer)
