"""Which parts of a text are not as in another: words of alphabets, single characters of Chinese."""

from __future__ import annotations

import html
import re
from difflib import SequenceMatcher

MOST = 20_000  # characters that are compared; a longer text is shown unmarked
MARK = '<span style="background-color:{ground}; text-decoration:underline">'
_PART = re.compile(r"[^\W\u2e80-\u9fff\uac00-\ud7af]+|\s+|.", re.DOTALL)


def changed_parts(before: str, after: str) -> list[tuple[str, bool]]:
    """Return the parts of `after`, each with whether it is not in `before`; together they are `after`."""
    if not after or max(len(before), len(after)) > MOST:
        return [(after, False)] if after else []
    old, new = _PART.findall(before), _PART.findall(after)
    parts: list[tuple[str, bool]] = []
    for tag, _, _, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if begin < end:
            parts.append(("".join(new[begin:end]), tag != "equal"))
    return parts


def marked(before: str, after: str, ground: str) -> str:
    """Return `after` as rich text, what changed underlined on `ground` ("#RRGGBB"): never by colour alone."""
    mark = MARK.format(ground=ground)
    parts = ((html.escape(text), changed) for text, changed in changed_parts(before, after))
    text = "".join(f"{mark}{part}</span>" if changed else part for part, changed in parts)
    return text.replace("\n", "<br>")
