"""Supervision notes and management decisions: two workers talking of several families."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import SOCIAL

KIND = "supervision note"

HEADS = (
    "CASE SUPERVISION\nSupervisee {sw.full#39}  Supervisor {manager.full#39}  {date:slash}\n"
    "Case: {subject.last#39!v}, {subject.first} and {sib1.first}\n\n",
    "Mgmt oversight - {manager.initials} - {date:short} - {subject.reversed}\n\n",
    "Reflective supervision (group)\nFacilitated by {manager.first}. {sw.first} brought "
    "{subject.initials}.\n\n",
)

TALK = bank(
    """
    {father.first} gave his tax number ({father.utr}) instead of his NI number ({father.nino}) on
    the nursery form. Shred.

    Who told the police? {neighbour:The chap from the garage, we think#51!v}, and we said that we
    would never say so.

    Legal planning: {step.initial} and {father.initial} both want to be parties. {aunt.initial} does
    not.

    {sw.first} is worried that we are being pulled by {mother.first} against {father.first}. What
    would {subject.first} say?

    Who is seeing {sib1.first}? Nobody since {hv.first} in the spring. {sw.first} to go with
    {fsw.first}.

    {manager.first} asked what {step.first} adds. {sw.first}: he fixes things, he is scary,
    {subject.first} goes silent.

    {sw.first} dreamt about {sib2.first}. Talked about what this job does. {=EAP#48} number given:
    {%order}.

    {mgm.initials} is holding it together; {aunt.initials} is not. {father.initials} is a mystery,
    we do not have a DOB ({father.dob} on the old form?).

    We have {perp.typofull} in three spellings. Tidy the record: {perp.full}.

    The complaint from {x1.titled} is with {head.titled}. Nothing for us.

    Names keep slipping: {sib1.typo}, {cousin.typo}. {sw.first} to check all with {mother.first}.

    Also discussed: not this family, the {x3.plural}. {x3.full} and her {x4:son} {x4.first} are for
    the next session.

    {carer1.first} rang me at home on my own number ({sw.private}). {manager.first} to change her
    sheet.

    {friend1mum.first} is a reliable source, {x5.first} less so. {friend1mum.first} said
    {subject.first#59} has been "wandering about like a stray".

    {word.first} as a support person: {=Hope#26} for the best, plan for the rest.

    {=SW#48} caseload 24. {=TM#48} acknowledges. {abbrev.first} (not {=SW#48}) shows as a worker
    on the system because of {abbrev.poss} initials, IT told.

    {subject.pet} is doing all right. {subject.He} rang {sw.first} to say "{carer1.lower} got us
    fish n chips".

    ?same The system has merged {father.full} with {subject.full} again. {sw.first} to raise a
    ticket.

    ?near Errors in the record between {subject.first} and {sib1.first}; {manager.first} found two
    notes in the wrong file.

    ?two {aunt.full}/{nurse.full}: conflict of interest noted.

    {translit.spelt} has asked for the file. {translit.titled} is not a parent.

    {double.part} wants to foster. {double.full} applied before, in another county.

    {uncle.first} saw {sw.first} in {@pub} and came over. Recorded. {uncle.first} said
    {mother.first} is back with {step.alias}.

    {psych.titled}'s report: trauma. {sw.first} to read with {subject.first}.

    {neighbour.poss} name is in an e-mail we sent to {mother.first}. Breach reported.
    """
)

DECISIONS = bank(
    """
    Decision: step up. {sw.initials} to book conference; {manager.initials} to tell {iro.full}.

    Decision: no further visits alone to {step.address}.

    {manager.full#38}, {=TM#48}, {date:short}

    Next: {date:weekday}, {%room}.
    """
)

MARKED = bank(
    """
    {<}Confidential to supervision and not for disclosure: {x3.full} has named {uncle.full} in
    therapy.{>52p}

    {<}Legal advice from the solicitor to the team, privileged: {x4.full}'s evidence is weak, and
    {perp.full} should not be named in the application.{>54p}

    {<}RESTRICTED - SUPERVISION RECORD - NOT TO BE DISCLOSED ¶{sw.first} disclosed that {sw.his} own
    {x6:cousin} {x6.full} knows {perp.full}.{>52s-} ¶

    {<}Do not share with family: {x8.full} is the police informant.{>52p}
    """
)

PROSE = bank(
    """
    {<}We talked about what is confidential in supervision and what is restricted to HR.{>53p}

    {<}{sw.first} said {mother.first} feels information was "not to be shared" and yet was.{>53p}
    """
)


def write(pen: Pen) -> None:
    """Write the note of one supervision."""
    pen.write(pen.rng.choice(HEADS))
    pen.prose(pen.some(TALK, 9, 17), SOCIAL)
    pen.paragraphs(*pen.some(PROSE, 0, 1))
    pen.paragraphs(*pen.some(DECISIONS, 2, 3))
    if pen.rng.random() < 0.4:
        pen.paragraphs(pen.one(*MARKED))
