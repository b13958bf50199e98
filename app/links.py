"""Telephone links of browsers, mail programs and softphones: what number is in them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qs, unquote

LONGEST_LINK = 512  # characters looked at; a link is somebody else's text
LONGEST_NUMBER = 60
SCHEMES = {"tel", "callto", "sip", "sips", "ringbook"}


def number_from_link(text: str) -> str:
    """Return the number in a tel:, callto:, sip:, sips: or ringbook: link, or in plain text.

    The number keeps its plus and its punctuation, at most 60 characters; it is "" where there is none: another kind of
    link, a word without digits ("anonymous"), nothing. Never raises.
    """
    plain = _printable(unicodedata.normalize("NFKC", text[:LONGEST_LINK]))
    bracketed = re.search(r"<([^<>]*)>", plain)  # "Anna" <sip:2001@pbx>
    plain = (bracketed[1] if bracketed else plain).strip()
    scheme, colon, rest = plain.partition(":")
    if not colon:
        number = plain
    elif scheme.strip().lower() in SCHEMES:
        number = _number_in(scheme.strip().lower(), rest)
    else:
        return ""
    number = _printable(unquote(number))[:LONGEST_NUMBER].strip()
    return number if any(c.isdigit() for c in number) else ""


def _number_in(scheme: str, rest: str) -> str:
    """Take the number out of what follows the scheme."""
    path, _, query = rest.lstrip("/").partition("?")
    asked = parse_qs(query.replace("+", "%2B"))  # a plus is a plus here, not a space
    if scheme == "ringbook" and asked.get("number"):
        return asked["number"][0]
    number, *parameters = path.split(";")
    if scheme in ("sip", "sips"):
        return number.split("@")[0].split(":")[0]
    prefix = "" if number.startswith("+") else _context(parameters)
    return prefix + number.rstrip("/")


def _context(parameters: list[str]) -> str:
    """Return the country a local number is read in ("phone-context=+34"), "" where none is said."""
    for parameter in parameters:
        found = re.fullmatch(r"phone-context=(\+\d{1,7})", unquote(parameter), flags=re.IGNORECASE)
        if found:
            return found[1]
    return ""


def _printable(text: str) -> str:
    """Take away what is not seen: controls, direction marks, lone surrogates."""
    return "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
