"""Contact sheets: who may be rung, at which of several numbers, and by whom."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank

KIND = "contact sheet"

CARDS = bank(
    """
    {mother.full#39} ({mother:mother}) ¶  mob {mother.phone}  home {mother.landline} ¶
    {mother.address}, {mother.postcode} ¶  {mother.email}

    {father.full#39} ({father:father}) ¶  {father.phone} ¶  {father.addresslines} ¶
    {father.postcodebare}

    {step.full#39} ¶  mob {step.phone}, van {step.vrm} ¶  DO NOT RING without {sw.initials}

    {mgm.titledfull#39} ¶  {mgm.landline} (evenings), {mgm.phone} ¶  {mgm.address} ¶  {mgm.postcode}

    {pgm.titledfull#39} ¶  {pgm.landline}  ¶  {pgm.street}, {pgm.outward}

    {aunt.full#39} ({aunt:aunt}) ¶  {aunt.phone}, {aunt.email}, insta {aunt.handle}

    {uncle.full#39} ({uncle:uncle}) ¶  {uncle.phone}, ext line {uncle.localphone}

    {carer1.full#39} / {carer2.full#39} ¶  {carer1.phone} / {carer2.phone} ¶  {carer1.address} ¶
    {carer1.postcodeocr}

    {friend1mum.full#39} (for {friend1.first}) ¶  {friend1mum.phone} ¶  {friend1mum.street}

    {friend2dad.full#39} (for {friend2.first}) ¶  {friend2dad.landline}, {friend2dad.email}

    {x1.full#39} (childminder) ¶  {x1.phone} ¶  {x1.address}, {x1.postcode}

    {x2.full#39} (youth club) ¶  {x2.landline} ¶  {x2.email}

    {cousin.full#39} ¶  {cousin.phone}  {cousin.handle}

    {sib1.full#39} ¶  {sib1.phone}  DOB {sib1.dob}  UPN {sib1.upn}  NHS {sib1.nhs}
    """
)

OFFICIALS = bank(
    """
    {sw.full#39} ({sw.job})  {sw.landline}  {sw.email}

    {manager.full#39} ({manager.job})  {manager.phone}

    {hv.full#39} ({hv.job})  {hv.landline}  {hv.email}

    {teacher.titledfull#39}, {@school}  {teacher.landline}

    {gp.titledfull#39}  surgery {gp.landline}

    {iro.full#39} ({iro.job})  {iro.email}

    {nurse.full#39} ({nurse.job})  {nurse.phone}

    {pc.titledfull#39}  {pc.landline} collar {%asset}
    """
)

TABLE = bank(
    """
    {mother.reversed#39} | {mother.dob} | {mother.nhs} | {mother.nino} | {mother.bank}

    {father.reversed#39} | {father.dob} | {father.nhswrong} | {father.nino} | -

    {sib1.reversed#39} | {sib1.dob} | {sib1.nhs} | {sib1.upn} | -

    {sib2.reversed#39} | {sib2.dob} | {sib2.nhs} | {sib2.upn} | -

    {subject.reversed#39} | {subject.dob} | {subject.nhs} | {subject.upn} | -

    {step.reversed#39} | {step.dob} | - | {step.nino} | {step.bank}

    {carer1.reversed#39} | {carer1.dob} | - | {carer1.nino} | {carer1.bank}

    {x3.reversed#39} | {x3.dob} | {x3.nhs} | - | -
    """
)

REMARKS = bank(
    """
    Old Scottish records: {mgm.first} has CHI {mgm.chi}, {cousin.first} CHI {cousin.chi}.

    Learner numbers for college: {sib1.first} ULN {sib1.uln}, {subject.first} ULN {subject.uln},
    {friend1.first} ULN {friend1.uln}.

    Self-employed: {uncle.first}, UTR {uncle.utr}; {father.first}, UTR {father.utr}, licence
    {father.driving}.

    {mother.first} changes number often; last known {mother.phone}, before that ask {x1.first}.

    Emergency order: {mgm.first}, {aunt.first}, {friend1mum.titled}, then {carer1.first}.

    Password for collecting {subject.first} is held by {teacher.initials}. {=Will#26} change in
    {=May#26}.

    {word.first} no longer to be rung. {double.full} was {double.part} when this sheet began.

    {translit.full} appears in the phone as {translit.spelt}. {accent.noaccent} has no phone.

    {abbrev.initials} = {abbrev.full}. {=SW#48} = social worker. {=HV#48} = health visitor.

    Old labels run together on the print-out: {aunt.glued}, {friend1mum.glued}, {subject.glued}.

    Printer fault, spaces between letters: {step.spaced}, {mgm.spaced}.

    Meter reading {%meter}, order {%order}, form {%form}, none of them a person's.

    ?same Two entries for {father.full}: check the date of birth before ringing.

    {mgm.rolename} and {mgf:Grandad} are deaf, let it ring. {pgf.full} removed, died.

    {subject.first} ({subject.alias}): own phone {subject.phone}, {subject.email}, {subject.handle}.
    """
)

MARKED = bank(
    """
    {<}RESTRICTED - not to be disclosed to {father.first}: refuge address of {aunt.full},
    {aunt.address}, {aunt.postcode}{>52p}

    {<}CONFIDENTIAL - CARER DETAILS - NOT TO BE GIVEN TO BIRTH FAMILY ¶{carer1.full}
    ¶{carer1.address} ¶{carer1.postcode} ¶{carer1.phone}{>52s-} ¶

    {<}{neighbour.full#39} | {neighbour.phone} | not to be disclosed to the family{>52r}
    """
)


def write(pen: Pen) -> None:
    """Write a sheet of cards, or a table."""
    pen.write("CONTACT SHEET - {subject.full#39} - «printed|updated|checked» {date:slash}\n\n")
    pen.write("FAMILY AND FRIENDS\n\n")
    cards = pen.some(CARDS, 8, 12)
    if pen.rng.random() < 0.4:
        pen.lines(*(card.replace("¶", " / ") for card in cards), "")
    else:
        pen.paragraphs(*cards)
    if pen.rng.random() < 0.6:
        pen.write("Name | DOB | NHS | UPN or NI | bank\n")
        pen.lines(*pen.some(TABLE, 4, 7), "")
    if pen.rng.random() < 0.55:
        pen.paragraphs(pen.one(*MARKED))
    pen.write("PROFESSIONALS\n")
    pen.lines(*pen.some(OFFICIALS, 5, 8), "")
    pen.paragraphs(*pen.some(REMARKS, 4, 7))
    pen.write("{subject.full#40}   page 1 of 1   {sw.full#40}\n")
