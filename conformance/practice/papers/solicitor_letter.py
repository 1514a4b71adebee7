"""Letters of solicitors: to the council, from it, and between them in a case before the court."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import LAW

KIND = "solicitor letter"

HEADS = (
    "{=Bell Tattersall LLP}\nSolicitors\n\nOur ref: {%asset}/{lawyer.initials}\n{date:long}\n\n"
    "{@council} Council Legal Services\nBy e-mail only: {lawyer.email}\n\nDear {lawyer.titled}\n\n"
    "{subject.caps#8} ({subject.dob}) AND {sib1.caps#8} ({sib1.dob})\n"
    "Our client: {mother.full}\n\n",
    "IN THE FAMILY COURT\nBetween {@council} Council (Applicant) and {mother.titledfull#39} (1) "
    "{father.titledfull#39} (2) and {subject.full#39} (3, by the guardian)\n\nLETTER BEFORE "
    "PROCEEDINGS\n\nTo: {mother.titledfull}\n{mother.addresslines}\n{mother.postcode}\n\n"
    "Dear {mother.titled}\n\n",
    "WITHOUT PREJUDICE\n{=Dobson Ogden & Frost Solicitors}\n{date:said}\n\nYour client: "
    "{step.titledfull}\nOur clients: {carer1.titled} and {carer2.titled}\n\nDear Sirs\n\n",
)

BODY = bank(
    """
    As to means, {step.full}'s tax reference is {step.utr} and {father.full}'s is {father.utr}. Copy
    passports ({step.passport}, {father.passport}) are enclosed.

    The post complained of is at {perp.url} and was shared by {x1.full} ({x1.handle}, {x1.url}).

    We act for {mother.full} (formerly {mother.formerfull}) of {mother.address}, {mother.postcode}.
    Please direct all correspondence to us and not to {step.titled}.

    Our client instructs us that {father.full} has not seen {subject.first} since {date:said} and
    that {sib1.first} «refuses|is reluctant» to speak to him on the telephone.

    {mgm.titledfull} and {mgf.titledfull} will put themselves forward as carers. Mr and Mrs
    {mgm.couple} have lived at {mgm.address} for thirty years.

    We are concerned that the statement of {sw.titledfull} relies on the hearsay of {x1.full} and
    of a {x2.titled}, neither of whom has been seen.

    The hair strand test of {mother.initials} is enclosed. That of {father.initials} is awaited.

    Service on {step.titled} may be effected at {step.address}. He drives {step.vrm} and his
    telephone number is {step.phone}. Date of birth {step.dob}.

    It is alleged (paragraph 7) that {perp.full} was left in charge of {subject.first} and
    {cousin.first}. Our client denies that {perp.titled} has a key.

    {friend1mum.full} has sworn a statement in which she says {subject.first#59} was seen begging.
    {friend1mum.titled} has a grudge, arising from {friend1.poss} exclusion.

    The {uncle.plural} do not seek party status. Their son or daughter {cousin.first} will give
    evidence if called.

    We note {pgf.full} died intestate. {pgm.titled}'s bank details for the child's savings are
    {pgm.bank}.

    Please disclose the records of {sib2.full}, NHS {sib2.nhs}, and the school file of
    {sib1.full}, UPN {sib1.upn}.

    Immigration: {translit.full}'s passport, {translit.passport}, bears the spelling
    {translit.spelt}.

    We have heard from {x3.full} (landlord), {x4.full} (employer) and {x5.full} (pastor), whose
    letters are attached.

    {=Grant#26} of legal aid is confirmed. {=Rich#26} as it may seem, our client asks for costs.

    {word.titledfull} will supervise contact. {abbrev.titledfull} will not.

    ?same To avoid confusion the {father:father}, {father.full}, is "the Second Respondent";
    {subject.full} is "the Child".

    {double.full}, described throughout your bundle as "{double.part}", is our client's landlady's
    relative.

    {accent.noaccent} should read {accent.full} at page 44.

    The {carer1.plural} wish to be told before any disclosure of their address, {carer1.address}.
    """
)

PROSE = bank(
    """
    {<}We remind you that disclosure of confidential documents in the proceedings is restricted by
    the rules of court.{>53p}

    {<}This firm is regulated. This letter may contain confidential information and should be read
    by the addressee only.{>55p}
    """
)

ADVICE = bank(
    """
    {<}PRIVILEGED AND CONFIDENTIAL - INTERNAL LEGAL ADVICE ¶To: {manager.full#37} From:
    {lawyer.full#37} ¶In short, the case against {mother.full} is stronger than that against
    {father.full}. {x6.full}'s evidence will not survive. Do not concede on {step.first}.{>54s-}

    {<}Legal advice privilege applies to this paragraph: {lawyer.first} advises that
    {neighbour.full} be left out.{>54p}
    """
)


def write(pen: Pen) -> None:
    """Write a letter of one side to the other, or advice."""
    head = pen.rng.choice(HEADS)
    # What is written without prejudice is for the lawyers, to its last line.
    privileged = head.startswith("WITHOUT PREJUDICE")
    pen.write("{<}" if privileged else "")
    pen.write(head)
    lines = [f"{at}. {line}" for at, line in enumerate(pen.some(BODY, 8, 15), 1)]
    pen.prose(lines, LAW, 0.8, listed=True)
    pen.paragraphs(*pen.some(PROSE, 0, 2))
    pen.write("Yours faithfully\n\n")
    pen.write(pen.one("{lawyer.titledfull#38}\nfor the Council\n", "{x7.full#38}\nPartner\n",
                      "{x5.full#38}\nfor and on behalf of {=Bell Tattersall LLP}\n"))  # fmt: skip
    if privileged:
        pen.write("{>54d}")
    if pen.rng.random() < 0.5:
        pen.write("\n")
        pen.paragraphs(pen.one(*ADVICE))
