"""What the PBX just said, short enough for one line and without anybody's number."""

from __future__ import annotations

import re

from app.telephony.ami.endpoints import split_name
from app.telephony.ami.message import Message

_DETAIL = {
    "newchannel": "ChannelStateDesc",
    "newstate": "ChannelStateDesc",
    "dialbegin": "",
    "dialend": "DialStatus",
    "hangup": "Cause-txt",
    "hold": "",
    "unhold": "",
    "blindtransfer": "Result",
    "attendedtransfer": "Result",
    "queuecallerjoin": "Queue",
    "queuecallerabandon": "Queue",
    "agentconnect": "Queue",
    "pickup": "",
    "fullybooted": "Status",
    "shutdown": "Shutdown",
}
_NUMBER = re.compile(r"\+?\d[\d .\-]{4,}\d")
_KEPT = 2


def line(message: Message) -> str | None:
    """One line such as `Newstate PJSIP/1001 Ringing`; None for what tells a person nothing."""
    detail = _DETAIL.get(message.event)
    if detail is None:
        return None
    name = message.get("DestChannel") or message.get("Channel") or message.get("TransfererChannel")
    channel = "/".join(filter(None, split_name(name))) if name else ""
    return mask(" ".join(filter(None, (message.get("Event"), channel, message.get(detail) if detail else ""))))


def mask(text: str) -> str:
    """Hide all but the last two digits of what may be somebody's number; extensions stay readable."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)[:200]
    return _NUMBER.sub(lambda match: "…" + match[0][-_KEPT:], shown)
