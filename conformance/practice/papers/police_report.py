"""Police papers: notifications, occurrence logs, a statement, a record print-out."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import POLICE

KIND = "police report"

NARRATIVE = bank(
    """
    Driving licence {step.driving} produced by {step.police}; insurance in the name of {x2.full},
    licence {x2.driving}. Profile {step.url}.

    Caller declined details; described only as {neighbour:a male walking a lurcher who lives
    somewhere on the same landing#51!v}.

    {x2.initial} and {perp.initial} were stopped in {x4.initial}'s car on {@street}.
    {uncle.initial} not present.

    Officers attended {subject.address} following a 999 call from {neighbour.police}, who reported
    raised voices. On arrival {mother.police} answered the door with {sib2.first} in her arms.

    {mother.full} stated that {step.last} had been drinking with {x2.police} at
    {@pub} since the afternoon and had punched the wardrobe.

    {step.caps} was detained outside {@street}. He gave his details as {step.reversedmiddle}, born
    {step.dob}, of {step.address}.

    PNC: {perp.reversedmiddle} {perp.dob}. Alias {perp.alias}. Warning markers. Vehicle {perp.vrm}
    seen nearby.

    Children present: {subject.police} ({subject.dob}), {sib1.police} ({sib1.dob}) and {sib2.police}
    ({sib2.dob}). {subject.first} was «awake|under the bed|holding the cat».

    {subject.first} was asked if anyone was hurt and replied "{step.first#60} banged me
    {mother:mam}'s 'ead off t'wall, ask our {sib1.first#60}".

    Witness {x1.police}, {x1.dob}, of {x1.street}, declined to provide a statement. Mobile
    {x1.phone}.

    {father.full} contacted 101 to state {mother.first} is "off her head" and {subject.first}
    should be with him.

    A black iPhone registered to {x4.full} was seized. Messages between {perp.handle} and
    {friend1.handle} refer to "the kid".

    Victim: {mother.reversed}. NINO {mother.nino}. Suspect: {step.reversed}. Relationship:
    ex-partners. Linked: {uncle.reversed}, {aunt.reversed}.

    {mgm.full} ({mgm.dob}) attended to collect the children. She drives {mgm.vrm} and lives at
    {mgm.address} {mgm.postcodebare}.

    DASH completed with {mother.titled}, high. MARAC flag. IDVA {fsw.full} informed.

    The name {translit.spelt} on the custody record is {translit.full}; {translit.last} gave a
    false date of birth, {translit.dob} is right.

    {word.police} was also in the premises and {word.first} corroborated. {=Will#26} attend for a
    VIDEO interview.

    ?same There are two persons called {father.full} at this address. The detained person is the
    elder.

    {abbrev.police} called back at 01:15, initials {abbrev.initials} in pocket book.

    {x6.full} and {x8.full} fled over the fence. {x6.lower} is thought to be "{x6.lower}
    from the flats".

    {double.police}, also shown as {double.part}, is a named driver on the policy.
    """
)

HEADS = (
    "CHILD COMING TO NOTICE\nURN {step.incident}\nOfficer: {pc.titledfull#39} collar {%asset}\n"
    "Subject child: {subject.reversed#39}  {subject.dob}\nDate/time: {date:short} 23:47\n\n",
    "OCCURRENCE ENQUIRY LOG\n{date:nextslash} 22:10  Created by {pc.initial#39}\nOccurrence ref "
    "{perp.incident}\nInvolved: {step.reversed#39} (suspect); {mother.reversed#39} (victim); "
    "{subject.reversed#39} (child)\n\n",
    "WITNESS STATEMENT\nStatement of: {x3.full#39}\nAge: over 18   Occupation: «carer|cleaner|"
    "night porter»\nThis statement, consisting of 1 page signed by me, is true.\n\n",
)

STATEMENT = bank(
    """
    I live with my partner {x2.full} at the above. I have known {mother.first} since school when she
    was {mother.formerfull}. I know {step.first} to see.

    I heard {subject.first} shout "get off her". I would say {subject.first#59} is a nervy child who
    I have often had at mine for tea.

    I saw {perp.first}, who I know as {perp.alias}, get in a car. My {x4.son} {x4.first} saw it too.

    I am scared of {step.first} and of the {step.plural}. I do not want {mother.first} to know I
    have made this statement.
    """
)

MARKED = bank(
    """
    {<}NOT TO BE DISCLOSED TO {step.caps} OR HIS SOLICITOR ¶{x1.full} and {x3.full} have moved to
    {x1.address}. ¶End of restricted section{>52s}

    {<}RESTRICTED (when complete) - NOT TO BE DISCLOSED WITHOUT POLICE AUTHORITY ¶Intelligence:
    {perp.full} is supplied by {x10.full}. Source graded. {neighbour.full} has assisted. ¶END OF
    RESTRICTED MATERIAL{>52s}

    {<}SENSITIVE - POLICE EYES ONLY: {step.full} is wanted on warrant; do not tip off the
    family.{>52p}
    """
)


def write(pen: Pen) -> None:
    """Write a notification, a log or a statement."""
    at = pen.rng.randrange(len(HEADS))
    pen.write(HEADS[at])
    if at == 2:
        pen.prose(pen.some(STATEMENT, 3, 4), POLICE, 0.2)
        pen.write("Officer's note\n\n")
    lines = pen.some(NARRATIVE, 8, 16)
    pen.prose(lines[2:], POLICE, 0.7)
    if pen.rng.random() < 0.6:
        pen.paragraphs(pen.one(*MARKED))
    pen.prose(lines[:2], POLICE)
    pen.write("{pc.titled#38} {=DS#48} supervisor has reviewed. Queue number {%order}.\n")
