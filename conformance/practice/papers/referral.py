"""Referral forms: boxes to be filled, and a story in the last of them."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import SCHOOL, SOCIAL

KIND = "referral form"

FORMS = (
    (
        "MULTI-AGENCY REFERRAL FORM\n\n1. CHILD\nSurname: {subject.last#39!k}\n"
        "Forename(s): {subject.first#39!k}\nKnown as: {subject.alias}\n"
        "Date of birth: {subject.dob}\nNHS No: {subject.nhs}\nUPN: {subject.upn}\n"
        "Address:\n{subject.addresslines}\n{subject.postcode}\nSchool: {@school}\n\n"
        "2. HOUSEHOLD\n{mother.full#39}, {mother.dob}, {mother:mother}, PR yes\n"
        "{step.full#39}, {step.dob}, {step:mother's partner}, PR no\n"
        "{sib1.full#39}, {sib1.dob}, {sib1.brother}, {@other_school}, UPN {sib1.upn}\n"
        "{sib2.full#39}, {sib2.dob}, half {sib2.brother}, NHS {sib2.nhs}\n\n"
        "3. SIGNIFICANT OTHERS\n{father.full#39} ({father:father}) {father.address}, "
        "{father.postcode}. Tel {father.phone}\n{mgm.full#39} ({mgm:MGM}) tel {mgm.landline}\n\n"
    ),
    (
        "REQUEST FOR SUPPORT / SAFEGUARDING REFERRAL\nReferrer  {teacher.full#39}\n"
        "Role      {teacher.relation}, {@school}\nEmail     {teacher.email}\n"
        "Tel       {teacher.landline}\n\nChild(ren)\n"
        "a) {subject.reversed#39}  M/F: {subject.M}  b. {subject.dob}  NHS {subject.nhs}\n"
        "b) {sib1.reversed#39}  M/F: {sib1.M}  b. {sib1.dob}  NHS {sib1.nhs}\n"
        "Parent/carer: {mother.titledfull#39}, NI no {mother.nino}, mobile {mother.phone}\n"
        "Car on drive: {step.vrm}\nHome: {mother.address} {mother.postcodebare}\n"
        "Other adults: {step.lowerfull}, {uncle.initial}\nConsent obtained?  yes / no / «n/a»\n\n"
    ),
    (
        "Contact to the Front Door (telephone)\nTaken by: {fsw.full#39} on {date:short}\n"
        "Caller: {hv.full#39}, {hv.job}, {hv.landline}\n"
        "About: {subject.police#39} d.o.b. {subject.dob}\n"
        "{mother:Mother}: {mother.caps#39} d.o.b. {mother.dob} NHS {mother.nhswrong} (read back, "
        "caller not sure)\n"
        "Putative {father:father}: {father.full#39}, of {father.street}, {father.outward} area\n"
        "Stepfather: {step.typofull}, whereabouts not known, last phone {step.localphone}\n"
        "GP: {gp.titledfull#39}\nInterpreter: «no|yes, see below|not asked»\n"
        "Call reference: {%order}\n\n"
    ),
)

CONCERNS = bank(
    """
    {step.first} showed reception a driving licence ({step.driving}) and says he is a
    subcontractor, UTR {step.utr}. His page is {step.url}.

    We hold an old contact from {x1.initial} and one from {uncle.initial}, both
    about {subject.initial!k}.

    I am worried about {subject.first}. On {date:said} {subject.he} came in without a coat and told
    {teacher.titled} that {step:stepdad} had "launched" the dinner at {mother:mum}.

    {subject.first} disclosed to me, in front of {friend1.first}, that {sib1.first} had been
    locked out of the house. I telephoned {mother.titled}, who «denied it|swore and hung up|was
    apologetic».

    The family were known to the previous council under the name {mother.former}.
    {mother.formerfull} had an older child, {x2.full}, adopted.

    {mother.first} has a new partner, thought to be called {step.typo}. Also uses "{step.alias}". He
    drives a silver van, reg {step.vrm}, and is on social media as {step.handle}.

    Names of other children in the property: {x3.first}, {x4.first} and a baby, possibly {x5.first}.

    We have been told by {friend1mum.full} that {subject.first} sleeps at their house most Fridays
    and that {mother.titled} does not ring.

    {father.titled} attended reception without appointment and had to be asked to leave by
    {head.titled}. He left a number, {father.phone}, and an e-mail, {father.email}.

    {sib1.first} attends {@other_school}. {sib1.His} attendance is 71%. We have not asked
    {sib1.him} directly.

    {mgm.first} ("{mgm.rolename}") collects on Wednesdays. {mgm.titledfull} is the only adult who
    answers the phone: {mgm.phone} or {mgm.landline}.

    {=May#26} be linked to the earlier contact about {cousin.full}; {cousin.poss} address is given
    as {uncle.address}, {uncle.postcode}.

    {accent.full} also lives there at weekends, spelled {accent.noaccent} on the tenancy.

    {subject.first} has said {subject.he} feels safe with {carer1.first}, safe with {mgm:Nan}, "not
    really" with {step:stepdad}.

    The young person's Snapchat is {subject.handle!k}; the man messaging is {perp.handle}, who we
    think is {perp.full} (profile {perp.url}).

    We hold a next of kin card which says {aunt.full}, {aunt:aunt}, {aunt.phone}, bank for dinner
    money {mother.bank}.

    Child A in the other referral of today is {sib1.first}; {sib1:Child A#49} should be read with
    this one, and {sib2:Child B#49} is not yet at school.

    {double.full} signed the book as {double.part}. {abbrev.full} signed as {abbrev.initials}.

    {=SW#48} previously allocated: {sw.first}. Earlier {=HV#48} not known.
    """
)

REFERRERS = bank(
    """
    {<}Information in this box is given in confidence and must not be disclosed to the service user:
    {x3.full}, {x3.phone}, a colleague of {mother.first}.{>52p}

    {<}REFERRER DETAILS - CONFIDENTIAL - NOT TO BE DISCLOSED TO THE FAMILY ¶Name:
    {neighbour.full#39} ¶Address: {neighbour.address}, {neighbour.postcode} ¶Phone:
    {neighbour.phone} ¶Relationship: {neighbour:neighbour}{>52s-} ¶

    {<}Anonymity requested. Do not reveal to service user: caller is {neighbour:the man or woman
    whose kitchen overlooks theirs#51!v}, says {neighbour.he} is "sick of hearing {subject.first}
    cry".{>52p}

    Referrer wishes to stay anonymous. {neighbour:Works at the same shop as mum and walks past the
    house with a dog#51!v}, would not say more.
    """
)

FOOT = bank(
    """
    Completed by: {teacher.full#38} ¶{teacher.relation} ¶Signature on paper copy ¶Date {date:slash}

    Form {%form} version 7. Return to the Front Door. Incomplete forms will be sent back.

    {<}Privacy notice: the information on this form is confidential to the agencies named and is
    kept for as long as the schedule says.{>55p}
    """
)


def write(pen: Pen) -> None:
    """Write a referral: one form of three, the story, and sometimes who told it."""
    pen.write(pen.rng.choice(FORMS))
    heads = ("REASON FOR REFERRAL\n", "4. What are you worried about?\n", "Details as given\n")
    pen.write(pen.one(*heads))
    lines = pen.some(CONCERNS, 9, 16)
    pen.prose(lines[2:], SOCIAL)
    if pen.rng.random() < 0.7:
        pen.paragraphs(*pen.some(REFERRERS, 1, 1))
        pen.write("OUTCOME\n")
    pen.prose(lines[:2], SCHOOL)
    pen.paragraphs(*pen.some(FOOT, 1, 3))
