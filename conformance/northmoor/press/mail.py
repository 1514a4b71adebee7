"""E-mail as a mailbox exports it, with fixed Message-IDs and boundaries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from conformance.northmoor.wording import Line, Paper

_TYPES = {"pdf": ("application", "pdf"), "txt": ("text", "plain")}


def print_eml(paper: Paper, key: str, press: Callable[[Paper, str], bytes]) -> bytes:
    """Print a paper as an e-mail; `press` prints what is attached."""
    if paper.envelope is None:
        raise ValueError("an e-mail needs its envelope")
    message = EmailMessage(policy=SMTP)
    message["From"] = paper.envelope.sender.text
    message["To"] = paper.envelope.to.text
    if paper.envelope.copied.text:
        message["Cc"] = paper.envelope.copied.text
    message["Subject"] = paper.envelope.subject.text
    sent = datetime.combine(paper.envelope.sent, time(14, 12), UTC)
    message["Date"] = format_datetime(sent)
    message["Message-ID"] = f"<{key}@northmoor.example.org>"
    message.set_content(_body(paper), cte="8bit")
    for number, enclosure in enumerate(paper.attached, 1):
        kind, subtype = _TYPES[enclosure.medium]
        name = f"attachment-{number}.{enclosure.medium}"
        message.add_attachment(
            press(enclosure, f"{key}-{number}"), maintype=kind, subtype=subtype, filename=name
        )
    if message.is_multipart():
        message.set_boundary(f"=-northmoor-{key}")
    return message.as_bytes()


def _body(paper: Paper) -> str:
    headers = 4 if paper.envelope and paper.envelope.copied.text else 3
    lines: list[Line] = paper.lines()[headers:]
    return "\n\n".join(line.text for line in lines) + "\n"
