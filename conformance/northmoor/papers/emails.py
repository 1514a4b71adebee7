"""E-mail, with quoted trails and things attached."""

from __future__ import annotations

from dataclasses import replace

from conformance.northmoor.papers.letters import parent_health
from conformance.northmoor.papers.notes import duty_log
from conformance.northmoor.wording import Envelope, Line, Paper, Scribe


def _email(
    s: Scribe,
    sender: str,
    to: str,
    copied: str,
    subject: str,
    body: tuple[str, ...],
    *attached: Paper,
) -> Paper:
    def mailbox(part: str) -> Line:
        return s.line(f"{{{part}}} <{{{part}:email}}>") if part else Line("")

    envelope = Envelope(mailbox(sender), mailbox(to), mailbox(copied), s.line(subject), s.day)
    paper = s.paper("email", "E-mail", "eml", s.says(*body))
    return replace(paper, head=Line(""), envelope=envelope, attached=attached)


def school_trail(s: Scribe) -> Paper:
    """A school and a social worker write to and fro; the trail is quoted below."""
    return _email(
        s, "sw", "teacher", "manager", "RE: Monday mornings", (
            "Thanks {teacher:first}. I will ring {mother:first} today. Please do not say anything "
            "to {sibling:first} until I have.",
            "Best wishes, {sw}, {sw:post}, {sw:phone}",
            "> On {day:-1}, {teacher} wrote:\n> {child:first} was in tears at registration. Said "
            "that {partner:first} had thrown the\n> plates. I have kept {child:him} with me. "
            "{mother} is not answering {mother:phone}.",
            ">> On {day:-2}, {sw} wrote:\n>> Could you let me know if {child} is in tomorrow? May "
            "be nothing.",
        ),
    )  # fmt: skip


def surgery_letter(s: Scribe) -> Paper:
    """An e-mail that carries a letter from a surgery."""
    return _email(
        s, "gp", "sw", "", "Letter about your client’s mother", (
            "Dear {sw:formal}, the letter that you asked for is attached. {mother:formal} has "
            "seen it.",
            "{gp:titled}",
        ), parent_health(s.on(-1)),
    )  # fmt: skip


def night_handover(s: Scribe) -> Paper:
    """The duty team hands over in the morning, with the log attached."""
    return _email(
        s, "edt", "sw", "manager", "Overnight: one for you", (
            "Morning {sw:first}, log attached. {child:first} is fine and asleep. {grandmother} is "
            "with the little ones until noon. I am off until Thursday; if it will not wait, my "
            "own mobile is {edt:private_phone}.",
        ), duty_log(s),
    )  # fmt: skip


def carer_email(s: Scribe) -> Paper:
    """A foster carer writes to the supervising social worker."""
    return _email(
        s, "carer", "ssw", "", "Half-term", (
            "Hi {ssw:first}, can {child:alias} come with us to my sister’s for half-term? "
            "{carer_child:first} will not be coming, she is back in the Infirmary on the Tuesday.",
            "{child:first} has asked if {sibling:first} may come too. We would love it.",
            "{carer:first} and {carer_two:first}, {carer:address}, {carer:phone}",
        ),
    )  # fmt: skip


def subject_email(s: Scribe) -> Paper:
    """The care leaver writes to the personal adviser."""
    return _email(
        s, "child", "pa", "", "my file", (
            "Hi {pa:first}, I want to read my file. All of it if I can. I want to know why we got "
            "split up, me and {sibling:first}, and if my mum ever rang. Can you tell me who I ask.",
            "{child:alias} x",
        ),
    )  # fmt: skip
