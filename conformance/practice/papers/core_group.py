"""Core group notes: parents in the room, a plan in a table, and somebody always missing."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import SOCIAL

KIND = "core group notes"

OPENINGS = (
    "CORE GROUP MEETING no. 4\n{subject.full#39} and {sib1.full#39}\nDate: {date:long}\n"
    "Venue: {@school}, small hall\nPresent: {mother.first} ({mother:Mum}), {mgm.first} "
    "({mgm:Nan}), {sw.first} ({sw.job}), {teacher.first}, {hv.first} ({hv.job})\nNot present: "
    "{father.first}\n\n",
    "Notes of core group - {date:slash}\nRound the table: {sw.full}, {fsw.full}, {nurse.full}, "
    "{mother.titled}, {step.titled} (left early)\nApologies {=HV#48}, {teacher.initials}\n\n",
)

PROGRESS = bank(
    """
    {mother.first} said things are "loads better" since {step.first} went to his {x1:mum}'s in
    {@street}. {sw.first} asked if he still has a key.

    {teacher.first} said {subject.first} is less tired but fell out with {friend1.first} and
    {friend2.first} over a football sticker.

    {mgm.rolename} feels that she does everything. {mother.first} got upset. {fsw.first} suggested
    they talk outside the meeting.

    {hv.first} weighed {sib2.first} at 9.2 kg. {mother.first} and {mgm.full#15} take turns with
    night feeds.

    {sib1.first} has started at {@club}. Kit paid for by {aunt.first}. {sib1.first}'s coach is a
    {x2.titled}, who volunteers and whose check we have seen.

    {mother.titled} told the group {father.titled} has turned up twice at the school gate.
    {head.titled} will ring {sw.titled} at once if he does so again.

    {subject.first}'s wishes: "I want {mother:mum} to stop crying and {sib1.pet} to give my charger
    back." Read out by {teacher.first}.

    Housing: arrears cleared. The letter went to {mother.formerfull}, so {mother.first} never saw
    it.

    The {friend2dad.plural} have been asked if they could do school runs. {friend2dad.full} is
    happy to on his days off.

    {nurse.first} has referred {subject.first} to the enuresis clinic. Please use {subject.poss}
    right NHS number, {subject.nhs}, the last letter had a wrong digit.

    {step.first} disputes the plan. He says {x3.first} next door "is the one who should be on a
    plan" and that {father.poss} {uncle:brother} {uncle.first} started it.

    {mother.first} has had three appointments with the recovery service. Key worker there is
    {x5.first}. {mother.first} happy for this to be minuted.

    {cousin.first} and {subject.first} were seen at {@pub} car park at 10 pm by
    {friend1mum.first}. She told {mother.first} at the shops.

    {word.first} has been helping with lifts. {=Grace#26} period for the rent ends on {date:said}.

    {=Will#26} we reconvene sooner? That may depend on {sw.first} hearing from {pc.titled} about
    {perp.first}.

    ?near {sib1.first} and {subject.first} share one login, so the attendance figures were mixed;
    {subject.first} is at 88, {sib1.first} at 93.

    ?two {aunt.first#57} spoke as {aunt:aunt} and not as {nurse:school nurse}; {nurse.full} will
    send a colleague next time.

    {abbrev.first} from two doors down complained about noise. {=SW#48} will call on
    {abbrev.titled}.

    {double.first} {double.part} offered to have the dog.

    {accent.noaccent} texted {mother.first} during the meeting; {mother.first} showed the group.
    """
)

PLAN_ROWS = bank(
    """
    {mother.first#39} | attend all sessions | ongoing

    {sw.initials#39} | fortnightly visits, see {subject.first} alone | {date:short}

    {hv.initials#39} | weigh {sib2.first} | monthly

    {mgm.first#39} | sleep over Fri and Sat | until review

    {teacher.titled#39} | breakfast club for {subject.initials} and {sib1.initials} | from Monday

    {fsw.full#39} | bedtime routine with {mother.initials} | six weeks

    {father.full#39} | no unsupervised contact; use {father.phone} to arrange | -

    {step.titled#39} | not to stay overnight | written agreement {date:slash}
    """
)

MARKED = bank(
    """
    {<}NOT FOR SHARING WITH PARENTS: {x3.full} rang {fsw.first} to say that {mother.first} leaves
    {sib2.first} alone on Thursdays.{>52p}

    {<}CONFIDENTIAL SECTION - to be removed before minutes go to parents ¶{step.full} has been named
    by {x4.full} in a separate enquiry. {x4.titled} must not be identified. ¶End of confidential
    section{>52s}

    {<}Professionals only, not to be shared with the family: {mgm.first} told {hv.first} that
    {mother.first} is drinking again.{>52p}
    """
)

PROSE = bank(
    """
    {<}{step.first} asked for the names of whoever reported him to be disclosed. {sw.first} said
    that is confidential.{>53p}

    {<}{mother.first} said she feels "restricted" by the plan and wants less people knowing her
    confidential business.{>53p}

    {<}Ground rules: what is said here is confidential unless somebody is at risk.{>55p}
    """
)


def write(pen: Pen) -> None:
    """Write the notes of one core group, with its plan."""
    pen.write(pen.rng.choice(OPENINGS))
    pen.paragraphs(*pen.some(PROSE, 0, 1))
    pen.write("Progress since last time\n\n")
    pen.prose(pen.some(PROGRESS, 8, 16), SOCIAL)
    if pen.rng.random() < 0.55:
        pen.paragraphs(*pen.some(MARKED, 1, 1))
    pen.write("«UPDATED PLAN|Who does what|Actions agreed»\nWho | What | When\n")
    pen.lines(*pen.some(PLAN_ROWS, 4, 7))
    pen.write("\nNext core group {date:weekday} at {=Beatrice Park Children's Centre}. ")
    pen.write("Chair: {manager.full#38}\n")
