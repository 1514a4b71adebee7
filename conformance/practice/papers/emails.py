"""E-mails with trails quoted beneath, signatures, and the disclaimers that nobody reads."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import CHAT, SOCIAL

KIND = "e-mail"

HEADERS = (
    "From: {%s.full#37} <{%s.email#37}>\nSent: {date:slash} 08:42\n"
    "To: {%s.full#37} <{%s.email#37}>\nCc: {manager.full#37}\n",
    "From: {%s.email#37}\nTo: {%s.email#37}\nDate: {date:long}, 16:05\n",
    "From:\t{%s.reversed#37}\nTo:\t{%s.reversed#37}\nSent:\t{date:weekday} 11:19\n",
)
SUBJECTS = (
    "Subject: {subject.initials#37} - update\n",
    "Subject: RE: {subject.full#37} / {mother.last#37!v}\n",
    "Subject: FW: contact this weekend ({sib1.first#37})\nAttachments: {sib1.file}_contact.docx; "
    "rota.xlsx\n",
    "Subject: {step.file}_statement.pdf\n",
    "Subject: urgent\nAttachment: IMG_{mother.file}_2.jpg, {cousin.file}.pdf\n",
)

FROM_WORKERS = bank(
    """
    {x2.first} has put everything on {x2.url}. {aunt.first} sent me the screenshot, and
    {cousin.first} is tagged as {cousin.handle}.

    Just off the phone with {mother.first}. She wants {subject.first} to go to {aunt.poss} for the
    weekend, and {aunt.first} says yes as long as {step.first} isn't told.

    {mgm.titled} has left three voicemails. Could somebody ring her on {mgm.phone} or the landline
    ({mgm.landline})? She says {subject.first#59} came home in somebody else's shoes.

    I've attached the minutes. I had {sib1.first} down as {sib1.typo}, sorry, now changed.

    Can we use {carer1.first} and {carer2.first#15} as respite? Their address is {carer1.address}
    and I know {x1.first} is moving out.

    {father.first} has e-mailed again from {father.email}. He copies in {x2.full}, who says he is a
    McKenzie friend.

    Spoke to {friend1mum.first}, the {friend1mum:mum} of {friend1.first}. New number
    {friend1mum.phone}. She has seen {perp.first} at {@pub}.

    Please don't put {neighbour.full} in the referrer box. We promised.

    {teacher.first}, is {subject.first} still walking home with {friend2.first}? {friend2dad.full}
    rang me to ask if he should be worried.

    The landlord is {x4.titledfull}. He'll talk to {mother.first} and not to us. {x4.email}

    {=Will#26} you be at the core group? {=May#26} I send {fsw.first}?

    {word.first} says hello by the way. She/he is now at {@other_school}.

    Benefits want {mother.nino}, and the new claim is under {mother.formerfull}.

    {subject.first}'s new phone is {subject.phone}. {subject.He} is {subject.handle} on everything.

    File note for {sib2.first}: NHS {sib2.nhs}, GP {gp.titled}. Asset tag of tablet {%asset}.

    Who is {abbrev.initials} in your notes? If it's {abbrev.first} {=SW#48} should say so.

    Please correct: the visitor was {translit.full} not {translit.spelt}.

    ?same Careful with the filing: {father.full} the {father:dad} and {subject.full} the lad are
    two people.

    ?two Should {nurse.first} be on this list? She's {subject.poss} {aunt:auntie} after all.

    kids at the address: {sib1.first}, {sib2.first}, {cousin.first}, poss {x3.lower} and {x5.lower}

    {double.titled} ({double.part} as was?) wants the minutes. I said no.
    """
)

FROM_FAMILY = bank(
    """
    i am {subject.first}s {mother:mum} and nobody tells me anything. {sw.first} said tuesday and
    it is thursday. {step.lower} has nothing to do with it

    You asked for dates. {sib1.first} is away with {aunt.first} till {date:yearless}, {sib2.first}
    has clinic, I work nights at the home with {x1.first}.

    Me and {mgm.first} went through the report and its wrong. {perp.first} was never in my house, it
    was {x2.first}, a different person!!!

    please use this email {mother.email} not the old one. my dads is {mgf.email} if i dont answer

    {father.first} is lying. Ask {uncle.first}. Ask {x6.full}. Ask the whole street

    Dear {sw.titled}, I write as {subject.first}'s {pgm:grandmother}. My late husband {pgf.full}
    would have been heartbroken. Yours, {pgm.full#38}

    {subject.first} told {cousin.lower} and {cousin.lower} told me, so dont say {subject.he} didnt

    bank for the clothing money {carer1.bank}, name {carer1.titledfull}
    """
)

LEGAL = bank(
    """
    My advice on {mother.full}'s application is as follows. The chances of {father.full} opposing
    are high, given what {x2.full} says in his statement.

    You asked whether we can rely on {neighbour.full}. In my view we should not call
    {neighbour.him}; {neighbour.his} evidence adds little and the risk is real.

    Counsel thinks {step.titled} will be made a party. Please let me have {step.poss} date of birth
    ({step.dob} on the old file) and any address but {step.street}.

    Draft threshold attached. I have put {sib1.first} and {sib2.first} in one schedule.
    """
)

SIGNATURES = (
    "\nKind regards\n\n{%s.full#38}\n{%s.relation} | {@council} Council\nT {%s.landline#38} | M "
    "{%s.phone#38}\n{%s.email#38}\nMy working days are Mon to Thurs\n",
    "\nThanks\n{%s.first#38}\n\n{%s.full#38} ({%s.job})\n",
    "\n{%s.initials#38}\nSent from my phone\n",
)
FAMILY_ENDS = ("\n{%s.first#38}\n", "\nfrom {%s.full#38}\n", "\n{%s.first#38} xx\n")

DISCLAIMER = bank(
    """
    {<}This email and any attachments are confidential and may be legally privileged. If you are not
    the intended recipient you must not disclose, copy or act on it. {@council} Council may monitor
    traffic.{>55p}

    {<}CONFIDENTIALITY NOTICE: the content is restricted to the person addressed. Not to be
    disclosed to any third party without permission. Think before you print.{>55p}

    {<}Disclaimer - views in this message are those of the sender. Unauthorised disclosure is
    prohibited. Scanned for viruses.{>55p}
    """
)

WORKERS = ("sw", "manager", "teacher", "hv", "fsw", "iro", "nurse", "psych")
RELATIVES = ("mother", "father", "mgm", "pgm", "aunt", "carer1", "friend1mum")


def _with(template: str, *keys: str) -> str:
    """Return a template with its places for a key filled, the last one as often as is needed."""
    for key in (*keys, *([keys[-1]] * 9)):
        template = template.replace("%s", key, 1)
    return template


def _header(pen: Pen, sender: str, reader: str) -> None:
    at = pen.rng.randrange(len(HEADERS))
    keys = (sender, sender, reader, reader) if at == 0 else (sender, reader)
    pen.write(_with(HEADERS[at], *keys))


def _message(pen: Pen, sender: str, reader: str, least: int, most: int) -> tuple[int, int]:
    """Write one message's greeting, text and end; return where it stands."""
    start = pen.here()
    family = sender in RELATIVES
    pen.write(f"Hi {{{reader}.first#37}},\n\n" if not family or pen.rng.random() < 0.3 else "")
    lines = pen.some(FROM_FAMILY if family else FROM_WORKERS, least, most)
    pen.prose(lines, CHAT if family else SOCIAL, 0.2 if family else 0.6)
    pen.write(_with(pen.rng.choice(FAMILY_ENDS if family else SIGNATURES), sender))
    if not family and pen.rng.random() < 0.6:
        pen.write("\n")
        pen.paragraphs(*pen.some(DISCLAIMER, 1, 1))
    return start, pen.here()


def _trail(pen: Pen, sender: str, reader: str, passage: tuple[int, int]) -> None:
    """Quote an earlier message beneath, as three programs do."""
    pen.write(
        _with(
            pen.one(
                "\n-----Original Message-----\nFrom: {%s.full#37}\nSent: {date:slash}\n\n",
                "\nOn {date:long} at 09:13, {%s.full#37} <{%s.email#37}> wrote:\n",
                "\n________________________________\nFrom: {%s.email#37}\n\n",
            ),
            sender,
        )
    )
    pen.again(*passage, before="> " if pen.rng.random() < 0.6 else "")


def _privileged(pen: Pen) -> None:
    pen.write("\nFrom: {lawyer.full#37} <{lawyer.email#37}>\nTo: {manager.full#37}\n")
    pen.write(
        "{<}«LEGALLY PRIVILEGED - advice, do not forward|Privileged and confidential: legal advice|"
        "Subject to legal professional privilege»\n\n"
    )
    lines = pen.some(LEGAL, 2, 3)
    pen.paragraphs(*lines)
    pen.write("{lawyer.full#38}, {lawyer.relation}{>54m}\n\n")


def _protected(pen: Pen, reader: str) -> None:
    pen.write("\n")
    _header(pen, "sw", reader)
    pen.write(
        "Subject: please read\n\n{<}«NOT FOR DISCLOSURE TO SERVICE USER - whole message|"
        "Third party content below, this e-mail must not be released to the family|"
        "RESTRICTED E-MAIL: not to be shared with parents»\n\n"
    )
    pen.paragraphs(*pen.some(FROM_WORKERS, 2, 3))
    pen.write("{sw.first#38}{>52m}\n")


def write(pen: Pen) -> None:
    """Write an e-mail and the trail beneath it."""
    sender, reader = pen.rng.sample(WORKERS, 2)
    asking = pen.rng.choice(RELATIVES) if pen.rng.random() < 0.5 else reader
    _header(pen, sender, reader)
    pen.write(pen.rng.choice(SUBJECTS) + "\n")
    newest = _message(pen, sender, reader, 3, 6)
    shape = pen.rng.random()
    if shape < 0.35:
        _privileged(pen)
    elif shape < 0.55:
        _protected(pen, reader)
    pen.write("\n")
    _header(pen, asking, sender)
    pen.write("\n")
    older = _message(pen, asking, sender, 2, 4)
    _trail(pen, sender, asking, newest if pen.rng.random() < 0.4 else older)
