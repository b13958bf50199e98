"""What a client says to the PBX, as bytes."""

from __future__ import annotations


def encode(action: str, action_id: str, *headers: tuple[str, str]) -> bytes:
    """Return one action; a key may repeat.

    Raises ValueError where a key or value holds a line break or NUL: such a value would be a second action.
    """
    pairs = [("Action", action), ("ActionID", action_id), *headers]
    for key, value in pairs:
        if any(letter in key + value for letter in "\r\n\0"):
            raise ValueError(f"line break in the {key} of an action")
    return "".join(f"{key}: {value}\r\n" for key, value in pairs).encode() + b"\r\n"
