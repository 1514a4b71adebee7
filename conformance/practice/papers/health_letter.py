"""Letters of clinics, surgeries, health visitors and midwives."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import HEALTH

KIND = "health letter"

HEADS = (
    "{@ward}\nOur ref {%order}\n{date:long}\n\nPrivate and confidential\n{gp.titledfull}\n"
    "The Surgery\n{@street}\n\nDear {gp.titled}\n\nRe: {subject.full#39}  DOB {subject.dob}  NHS "
    "{subject.nhs}\n{subject.addresslines}\n{subject.postcode}\n\n",
    "HEALTH VISITING SERVICE\nFamily health needs summary\nChild {sib2.full#39} NHS {sib2.nhs} "
    "born {sib2.dob}\nSibling {subject.full#39} NHS {subject.nhs}\n"
    "{mother:Mother} {mother.full#39} (NHS {mother.nhs}), formerly {mother.former}\n\n",
    "CHILD AND ADOLESCENT MENTAL HEALTH\nInitial assessment letter, dictated by "
    "{psych.titledfull}, typed {date:short}, not signed to avoid delay\n\nPATIENT: "
    "{subject.caps#39} ({subject.dob}) {subject.nhs}\ncc {mother.titledfull}, {mother.address}; "
    "{sw.titledfull}\n\n",
    "Paediatric medical report (child protection)\nHospital no {%meter}\nSeen with: "
    "{carer1.full#39} ({carer1:foster carer}) and {sw.full#39}\n"
    "Consent: {mother.full#39} by telephone {mother.phone}\n\n",
)

BODY = bank(
    """
    The family came from Fife. CHI numbers: {subject.first} {subject.chi}, {sib1.first} {sib1.chi},
    {mother.first} {mother.chi}.

    A relative who asked not to be named ({aunt:the one who works on the wards here#51!v}) rang to
    say that doses are being sold.

    In the waiting room: {cousin.initial}, {x1.initial} and {mgm.initial}. All left before the end.

    Thank you for asking me to see this {subject.boy}, who came with {mother:mother},
    {mother.titled}, and {sib1.brother} {sib1.first}. {subject.first} «made good eye contact|said
    little|drew trains».

    Family history: {mother.first} had post-natal depression after {sib1.first}. {father.full},
    {father:father}, has epilepsy. {pgf.full} died of bowel cancer. {mgm.first} has COPD.

    {subject.first} lives with {mother.first}, {sib1.first} and {sib2.first}. {step.full} stays at
    weekends. {cousin.first} visits.

    On direct questioning {subject.first} told me "{step.first} kicks off and {mother:Mummy} hides
    in the loo".

    Examination: three bruises to the left shin, explained by {carer1.first} as from football with
    {x2.first}. No concerns about {carer1.titled}'s account.

    {sib2.first} was weighed at clinic by {hv.full}: 9th centile. NHS number on the old label
    {sib2.nhswrong} is wrong, use {sib2.nhs}.

    {mother.titled} disclosed to the midwife, in the absence of {step.titled}, that the baby may be
    {x4.full}'s.

    I spoke with {teacher.full} at {@school}, who reports that {subject.first} falls asleep after
    dinner and tells {friend1.first} about nightmares.

    {mgm.titledfull} telephoned clinic. Although she is {subject.first}'s {mgm:grandmother} I
    could not share details. She said {subject.first#59} "has never been right since {pgf.first}
    went".

    Medication was collected by {aunt.full} on {date:said}; please ring {aunt.phone} for repeats.

    Not brought to appointment on {date:long}. Letter returned by the post office marked gone
    away. A second was sent to {mgm.address}, {mgm.postcode}.

    {=Faith#26} was expressed by {mother.first} in a healer, {x1.full}, whom the family see weekly.

    The clinic has {accent.full} recorded as next of kin, but the system drops accents and prints
    {accent.noaccent}.

    {translit.spelt} attended as interpreter-relative. Registered as {translit.full}.

    {subject.first}'s {father:dad} rang from {father.landline}, spoke to {x3.first} on the desk,
    and was unhappy.

    Reflux, gaviscon, no allergies. {=HV#48} to visit. {=GP#48} to check bloods. {=OT#48} referral
    made.

    {word.first} attends with {subject.first} when {mother.first} is at work.

    ?same Two records for {subject.full} were merged in error last year, {father:father} and child.
    Allergies of {father.full} do not apply.

    ?near Please note {subject.first} and {sib1.first} are different patients.

    ?two {nurse.full} has stepped back from the case as {aunt.first#57} is family.

    {double.full} ({double.part} on the appointment card) is the child-minder.
    """
)

PLANS = bank(
    """
    I have not made a further appointment. {mother.titled} knows to ring. {psych.first} will discuss
    with {sw.first}.

    Plan: 1) melatonin 2) school nurse {nurse.first} to see monthly 3) {gp.titled} kindly to
    prescribe.

    Discharged. Should {subject.first} lose weight, {hv.initials} will re-refer.
    """
)

MARKED = bank(
    """
    {<}CONFIDENTIAL - NOT TO BE RELEASED TO PATIENT OR PARENT: information from {aunt.full} about
    {mother.poss} overdose.{>52p}

    {<}THIRD PARTY - DO NOT DISCLOSE: {mother.first} has hepatitis C and has not told
    {father.first}.{>52p}

    {<}Section for professionals, not to be copied to patient ¶{step.full} attends the same clinic.
    {x6.full} has reported him.¶Section ends{>52s}
    """
)

BOILER = bank(
    """
    {<}{subject.first} was told that what is said here is confidential unless someone is at
    risk.{>53p}

    {<}Growth is not restricted, and nothing was disclosed.{>53p}

    {<}This letter is confidential and intended for the addressee. If you receive it in error please
    ring us and destroy it.{>55p}

    {<}Copies of confidential clinic letters are sent to patients as a matter of routine unless
    restricted by the clinician.{>55p}
    """
)


def write(pen: Pen) -> None:
    """Write a clinic's letter or a summary."""
    pen.write(pen.rng.choice(HEADS))
    pen.prose(pen.some(BODY, 7, 15), HEALTH, 0.8)
    pen.paragraphs(*pen.some(PLANS, 1, 2))
    if pen.rng.random() < 0.45:
        pen.paragraphs(pen.one(*MARKED))
    pen.write("Yours sincerely\n\n")
    pen.write(pen.one("{psych.titledfull#38}\n{psych.relation}\n{psych.email}\n",
                      "{hv.full#38}\n{hv.relation}\nTel {hv.landline}\n"))  # fmt: skip
    if pen.rng.random() < 0.5:
        pen.write("cc {mother.full#39}, {sw.full#39}, {nurse.full#39}\n")
    if pen.rng.random() < 0.5:
        pen.write("\n")
        pen.paragraphs(*pen.some(BOILER, 1, 1))
