"""School papers: reports to conferences, incident logs, an attendance print-out, a SEN note."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import SCHOOL

KIND = "school report"

REPORT = bank(
    """
    Exam entries: {subject.first} (ULN {subject.uln}); in error also {sib1.full} (ULN {sib1.uln})
    and {x4.full} (ULN {x4.uln}).

    {subject.first} is a «lively|quiet|likeable» member of {teacher.titled}'s class who enjoys art
    and finds writing hard. {subject.He} sits with {friend1.first}, {friend2.first} and
    {x3.first}.

    On arrival {subject.first} is often hungry. {x1.titled} in the canteen puts a bagel by for
    {subject.him} and has done so since {date:long}.

    {mother.first} attends parents' evening. {mother.titled} is polite with staff but has twice
    collected {subject.first} «smelling of drink|in slippers|an hour late».

    {step.titled} is not on the contact list. He was challenged by {head.titled} in the playground
    and said "{mother.first} sent me".

    {sib1.full} was a pupil here until Year 6. {sib1.first} had 1:1 support. UPN {sib1.upn}, now at
    {@other_school}.

    {subject.first} told {teacher.first} that {cousin.first} "knows a lad with a knife", later
    that he is called {x2.first}.

    Safeguarding entry: bruise to left cheek. {subject.first} said {sib2.first} threw a brick of
    Lego. {head.full} informed {sw.first} at 10:05.

    {friend1mum.full} told the office that {subject.first} had asked her {friend1.son} for food and
    that "the poor thing is wasting away"; {friend1.first} confirmed it.

    {friend2dad.titled} has complained that {subject.first} swears at {friend2.first} and should be
    moved to the other class.

    The educational psychologist's report uses {subject.full}; the register shows
    {subject.reversed#39}; books are labelled {subject.alias}.

    {subject.first} wrote a story: "My {mgm:nana} {mgm.first#60} lives at the sea and she has a
    parrot and my {step:stepdad} cant come."

    {nurse.titled} does height and weight. {subject.first} was on the 9th centile and is now on the
    25th. Medical room book, {%room}.

    In PE {subject.he} refused to change in front of {x4.first} and {x6.first}, who call
    {subject.him} "{subject.pet}-less".

    {=Summer#26} term attendance was 84 per cent. {=Faith#26} assembly was missed three times.

    {word.first} is a reading volunteer who has taken {subject.first} under her or his wing.

    Trips: {subject.first} went to {@street} museum in the group of {x5.titled}; {pgm.full} paid.

    {abbrev.full} is on the friends' committee. On the rota {abbrev.initials}, and {=TA#48} for
    teaching assistants.

    ?same Letters should say "Parent of" since {father.full} and {subject.full} are one and the
    same on our labels.

    ?near Lunch money of {subject.first} was credited to {sib1.first} again.

    ?two {nurse.full} asked us to record that she is related to the family.
    """
)

LOG = bank(
    """
    {date:nexttiny} 10:40 {subject.first#39} pushed {friend2.first} in the line. Spoke to both.
    {teacher.initials}

    {date:nexttiny} 12:15 {x3.full} said {subject.first} called his {x7:mum} a name.
    {teacher.initials}

    {date:nexttiny} 15:20 Collected by {mgm.titledfull}. {mother.first} not answering
    {mother.phone}.

    {date:nexttiny} 09:05 Late. Said {sib2.first} was sick "all over {mother:me mam}".
    {teacher.initials}

    {date:nexttiny} 11:00 {subject.capsfirst} ran out of class. Found with {friend1.first} behind
    the shed.

    {date:nexttiny} 14:00 {father.full} phoned the office, did not have password. {head.initials}
    refused.

    {date:nexttiny} 13:10 {x8.lowerfull} (yr 9) shared a picture. Phones taken from {x8.first} and
    {subject.first}.

    {date:nexttiny} 08:50 {subject.first} came in with {cousin.full}, no coat. {=TA#48} gave spare.
    """
)

HEADS = (
    "{@school}\nReport to Child Protection Conference\nPupil: {subject.full#39}\nD.O.B.: "
    "{subject.dob}\nUPN: {subject.upn}\nYear group: 6\nCompleted by: {teacher.full#39}\n"
    "Parents/carers on record: {mother.titledfull#39} {mother.phone}; {father.titledfull#39} "
    "{father.landline}; emergency {aunt.full#39} {aunt.phone}\n\n",
    "CONFIDENTIAL PUPIL LOG  {subject.reversed#39}  {subject.upn}\nHouse: {=Nelson House}   Tutor: "
    "{teacher.titled#39}\nSiblings in school: {sib1.reversed#39}; {sib2.reversed#39}\n\n",
    "SEN support plan\nName {subject.full#39}\nHome {subject.address}, {subject.postcode}\n"
    "Key adult {teacher.full#39}\nShared with {mother.full#39} on {date:slash}\n\n",
)

MARKED = bank(
    """
    {<}CONFIDENTIAL - THIRD PARTY - not to be disclosed: {friend2dad.full} is himself under
    investigation for what {x3.first} said.{>52p}

    {<}STAFF ONLY - not to be released to parents: {friend1mum.titled} and {x9.full} are the two
    parents who reported {mother.first}.{>52p}

    {<}Restricted file note. Do not copy to home. ¶{x10.full}, a pupil in Year 8, is the other child
    in the incident; {x10.his} social worker is aware.¶--- end of restricted note ---{>52s}
    """
)

CLASSMATES = (
    "Class list (extract)\n{friend1.reversed#39}\n{friend2.reversed#39}\n{subject.reversed#39}\n"
    "{x3.reversed#39}\n{x4.reversed#39}\n{double.reversed#39}\n\n"
)


def write(pen: Pen) -> None:
    """Write a school's report or log."""
    pen.write(pen.rng.choice(HEADS))
    lines = pen.some(REPORT, 8, 16)
    pen.prose(lines[2:], SCHOOL, 0.8)
    if pen.rng.random() < 0.5:
        pen.write(pen.one("Log of incidents\n", "CPOMS extract\n", "Behaviour points\n"))
        pen.lines(*pen.some(LOG, 4, 8), "")
    if pen.rng.random() < 0.4:
        pen.write(CLASSMATES)
    if pen.rng.random() < 0.4:
        pen.paragraphs(pen.one(*MARKED))
    pen.prose(lines[:2], SCHOOL, 0.8)
    pen.write("{teacher.full#38}\n{teacher.relation}, {@school}\n{teacher.email}\n")
