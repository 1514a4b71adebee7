"""Strategy discussions: minutes that police, health and social care write together."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import POLICE, SOCIAL

KIND = "strategy minutes"

PRESENT = (
    "Present: {manager.full#39} (Chair), {sw.full#39} ({sw.job}), {pc.titledfull#39}, "
    "{nurse.full#39} (school nurse), {head.full#39}\nApologies: {gp.titled#39}\n",
    "ATTENDEES\n{manager.initials} - {manager.full} - chair\n{sw.initials} - {sw.full} - "
    "social worker\n{pc.initials} - {pc.titledfull} - police\n{hv.initials} - {hv.full} - health\n",
    "In attendance by Teams: {pc.titled}, {manager.titled}, {sw.titled}, {teacher.titled}, "
    "{lawyer.titled} (legal, advice only)\n",
)

SHARED = bank(
    """
    Police: {pc.titled} confirmed that {perp.reversedmiddle}, b. {perp.dob}, is known for
    «domestic assault|possession|a caution in another force». Vehicle {perp.vrm}. He lives at
    {perp.address}.

    Police: a mobile seized from {step.police} shows messages to "{x3.lower}" and to {perp.first}.
    Reference {step.incident}.

    Health: {nurse.titled} has seen {subject.first} three times this term. NHS number confirmed as
    {subject.nhs}. {sib1.first} ({sib1.nhs}) has not been brought.

    Education: {head.titled} reported that {subject.first} told {friend2.first} "{step:my stepdad}
    does it when {mother:mum} is on nights".

    Education: {sib1.full} is at {@other_school}; their {=DSL#48} will speak to {sib1.him} today,
    not in front of {friend1.full}.

    Social care: {sw.first} visited on {date:weekday}. {mother.full} and {step.first} gave different
    accounts. {mgm.full} was present and supported {mother.first}.

    Social care: {cousin.first} and {cousin2.first} were also in the property. Their parents,
    {uncle.full} and {aunt.full}, need to be told.

    Mr and Mrs {carer1.couple} can take both children. {carer1.first} and {carer2.full#15} have
    been police checked.

    The allegation: {subject.first} says {perp.first} came into the room at {@club} changing rooms.
    Named also: {x2.full}, coach, and {x4.full}, who gives lifts.

    {friend1mum.full} rang the school to say that {friend1.first} had been told the same thing.
    {friend1mum.titled} is willing to give a statement.

    {neighbour.full} is willing to speak to police only if {neighbour.his} name is kept out.

    {father.full} to be informed by {sw.first}. {father.He} has PR. His number on the system,
    {father.phone}, rings out; try {pgm.full} on {pgm.landline}.

    It was noted that {step.typo2} on the intelligence log is the same man as {step.full}.

    ?same {pc.titled} asked which {father.full} the log means. It is {father.first#27!r} senior,
    the {father:father}; {subject.first} has no record.

    ?two {nurse.full} declared that she is {subject.poss} {aunt:aunt}. Chair decided she stays for
    the health part and leaves before planning.

    {sib1:Child A#49} and {subject:Child B#49} should be interviewed apart. {x5:Child C#49} is not
    known to this authority.

    {word.first} will be asked about {x1.first}, who babysat on the night. {=Will#26} this prejudice
    the enquiry? {pc.titled} thought not.

    {abbrev.full} ({abbrev.initials}) was in the flat. The minute taker is asked not to mix this up
    with {=SW#48} or {=HV#48} in the notes.

    The {uncle.plural} are moving to {uncle.street} and should not be visited unannounced.

    {translit.full} needs an interpreter. On the crime report {translit.spelt}.
    """
)

DECIDED = bank(
    """
    Threshold met. Joint s.47. {pc.first} and {sw.first} to see {subject.first} at school, ABE if
    {subject.he} is willing. {mother.first} to be told after.

    Single agency. {sw.initials} to complete in ten working days and report to {manager.initials}.

    Written agreement with {mother.titled} that {step.titled} does not come to the address, and that
    {mgm.first} or {aunt.first} is there overnight.

    Medical at {@ward} with Dr {gp.last#3}. {mother.first} to consent; {father.first} if she
    refuses.

    Placement search to start quietly. {carer1.full#39} first choice.
    """
)

MARKED = bank(
    """
    {<}LEGAL ADVICE - PRIVILEGED ¶{lawyer.full} advised that {father.full} be served and that
    {x6.full} be left out. ¶END OF LEGAL ADVICE{>54s}

    {<}POLICE INFORMATION - NOT FOR DISCLOSURE TO FAMILY ¶{perp.full} is under surveillance.
    {x6.full} and {x8.full} are believed to supply him. Log {perp.incident}.{>52s-} ¶

    {<}Restricted: for professionals only ¶{step.full} has a conviction in {step.his} former name of
    {x10.last!r}. {mother.first} does not know.¶ End of restricted section{>52s}
    """
)

MINUTED = bank(
    """
    {<}Access to the building is restricted; visitors are to report to reception.{>53p}

    {<}The chair reminded all present that minutes are confidential and must not be photocopied or
    disclosed to third parties.{>55p}

    {<}It was discussed whether the words "not to be disclosed" on the old file had any legal force;
    {lawyer.titled} thought not.{>53p}
    """
)


def write(pen: Pen) -> None:
    """Write the minutes of one strategy discussion."""
    pen.write(
        pen.one(
            "STRATEGY DISCUSSION MINUTES\nRe: {subject.full#39} ({subject.dob})\nHeld: {date:long} "
            "at 14:00, {%room}\n",
            "Strategy meeting (s.47) - {date:slash}\nFamily: {mother.last#29} / {step.last#29}\n"
            "Child: {subject.first#39}, {sib1.first#39}, {sib2.first#39}\n",
        )
    )
    pen.write(pen.rng.choice(PRESENT) + "\n")
    pen.paragraphs(*pen.some(MINUTED, 0, 1))
    pen.write("Information shared\n\n")
    dash = pen.one("- ", "", "* ")
    pen.prose(
        [f"{dash}{line}" for line in pen.some(SHARED, 8, 15)],
        (*SOCIAL, *POLICE),
        0.5,
        listed=bool(dash),
    )
    if pen.rng.random() < 0.6:
        pen.paragraphs(pen.one(*MARKED))
    pen.write("Decision and actions\n\n")
    pen.paragraphs(*pen.some(DECIDED, 2, 4))
    pen.write("Minutes by {fsw.full#38}, checked {manager.initials#38} {date:short}\n")
