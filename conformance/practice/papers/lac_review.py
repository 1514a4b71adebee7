"""Reviews of looked-after children, written to the child or about them, on numbered pages."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import CHILD, SOCIAL

KIND = "looked-after review"

TO_CHILD = bank(
    """
    Dear {subject.first}, thank you for coming to your review and for bringing the cake that you and
    {carer1.first} made. This letter says what we talked about.

    You told me you like living with {carer1.first} and {carer2.first#15}, that {carer1.poss} dog is
    "mint", and that {x1.first}, who is fostered there as well, can be annoying.

    You asked when you can see {sib1.first}. {sw.first} will sort out a day at the trampoline park
    with {sib1.first} and {sib2.first}. {aunt.rolename} will bring them.

    You said you miss {mother:Mum} and worry whether she is eating. {sw.first} spoke to
    {mother.first} and she says {mgm:Nana} is cooking for her.

    You do not want to see {step.first}. That is fine, and nobody will make you. {iro.first} will
    put it in the plan.

    {friend1.first} can come for tea. {friend1mum.titled} just has to ring {carer1.titled} first.

    You asked why you were not allowed to stay at {friend2.poss}. {sw.first} needs to meet
    {friend2dad.full} before you sleep over at the {friend2dad.plural}.

    Your {pgm:gran} {pgm.first} has written you a card. She put a photo of {pgf:Grandad}
    {pgf.first#58} in it. You can keep both.

    {teacher.titled} said you read a whole book to {x3.first} in Reception. We are all proud.
    """
)

ABOUT = bank(
    """
    Placement: {subject.first} lives with {carer1.full} and {carer2.full} in {carer1.outward}. The
    address ({carer1.address}, {carer1.postcode}) is known to {mgm.first} and not to {step.first}.

    Legal status: interim care order. Solicitor for the child {lawyer.full}. {mother.titled} and
    {father.titled} share PR with the authority. Police reference on the old file {perp.incident}.

    Family time: {mother.first} weekly; {father.first} by letter; {mgm.full} and {mgf.full} monthly;
    {sib1.first} and {sib2.first} each fortnight. {uncle.full} not assessed.

    Health: initial health assessment by {gp.titledfull}. NHS {subject.nhs}. Dentist seen.
    {carer1.first} holds the red book. Immunisations given at {@ward}.

    Education: {@school}, UPN {subject.upn}. {teacher.full} reports progress. Designated teacher
    {head.full}. PEP due {date:slash}.

    Views of {mother.first}: she wants {subject.first} home "by the summer", has left {step.full},
    and is cross that {carer1.titled} cut {subject.poss} hair.

    Views of {father.first}: by phone ({father.landline}). {father.He} would like {subject.first} to
    live with him and {x5.full}.

    Views of {carer1.first}: {subject.first} wakes most nights and talks about "{perp.lower}". She
    has kept a diary. {carer1.first} also uses her maiden name, {carer1.formerfull}, for work.

    Views of {sib1.first#59}: {sib1.he} "just wants everyone to calm down". {sib1.first} told
    {fsw.first} that {subject.first#59} used to hide food.

    {x2.full}, the carers' adult son, moved back in. {sw.first} to complete checks. {x4.first}, his
    partner, visits.

    Identity: {subject.first} is proud of {subject.his} heritage and of {mgf.poss} stories.
    Known as {subject.alias} by everybody.

    {translit.spelt} is to be written as {translit.full} on all documents from now on.

    {word.first} (respite carer) had {subject.first} for a weekend. {=Joy#26} was evident on return.

    ?same {subject.full} shares {subject.his} {father:father}'s full name. {father.full#27!r} Snr
    should be so called in court papers.

    ?near This review is of {subject.first}. {sib1.first}'s own review, by the same {iro.job}, is
    held on another day and must not be filed here.
    """
)

DECISIONS = bank(
    """
    1. {sw.full} to arrange sibling time with {aunt.full}. 2. {carer1.full} to keep the sleep diary.

    {iro.first} to visit {subject.first} before the next review. {manager.titled} to confirm
    funding.

    Life story work to begin with {fsw.first}; photos of {pgf.full} and {mgm.full} to be copied.

    Passport application for {subject.first}: {sw.initials} to ask {mother.initials} for the birth
    certificate. {sib1.poss} passport, {sib1.passport}, is at the office.
    """
)

MARKED = bank(
    """
    {<}Third party information, do not share with the child: {x3.full} is to be adopted by
    {x6.titled} and {x5.titled}.{>52p}

    {<}NOT TO BE DISCLOSED TO PARENTS ¶The carers are moving to {carer2.street} in the spring.
    {carer1.full} has had treatment at {@ward}. {x6.full} will be back-up carer.{>52s-} ¶

    {<}This part is confidential and is not for {mother.first} or {father.first}: {subject.first}
    told {iro.first} that {cousin.first} had touched {subject.him}.{>52p}
    """
)


def _page(pen: Pen, number: int) -> None:
    """End a page and begin another, in the middle of a name where it so falls."""
    pen.write(f"\n{{subject.reversed#40}} - LAC review - page {number} of 3\n\f")
    pen.write("OFFICIAL-SENSITIVE   {subject.full#40} / {iro.full#40}\n\n")


def _broken_name(pen: Pen, number: int) -> None:
    pen.write("The placement was also discussed with {friend1mum.first#22}")
    _page(pen, number)
    pen.write("{friend1mum.last#22}, who has known {subject.first} since nursery.\n\n")


def write(pen: Pen) -> None:
    """Write a review, to the child or about the child, over three pages."""
    to_child = pen.rng.random() < 0.4
    pen.write("OFFICIAL-SENSITIVE   {subject.full#40} / {iro.full#40}\n\n")
    if not to_child:
        pen.lines(
            "Child: {subject.full#39}   Born: {subject.dob}",
            "IRO: {iro.full#39}   Social worker: {sw.full#39}",
            "Invited: {mother.full}, {carer1.titledfull}, {teacher.full}, {x9.full} (advocate's "
            "friend)",
            "",
        )
    body = TO_CHILD if to_child else ABOUT
    lines = pen.some(body, 7, 14)
    quiet = CHILD if to_child else SOCIAL
    half = len(lines) // 2
    pen.prose(lines[:half], quiet)
    _broken_name(pen, 1)
    pen.prose(lines[half:], quiet)
    if pen.rng.random() < 0.5:
        pen.paragraphs(pen.one(*MARKED))
    _page(pen, 2)
    pen.write("Decisions of the review\n\n")
    pen.paragraphs(*pen.some(DECISIONS, 2, 4))
    pen.write("{iro.full#38}\n{iro.relation}\n{iro.email}\n")
