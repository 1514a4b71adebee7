"""Old papers read by a machine: a fax, a typed report, a register of visitors."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import OLD

KIND = "old scan"

LINES = bank(
    """
    I called on {mother.ocrfull} at the above adress and was adm1tted by {mgm.ocr}. The house was
    c1ean.

    {subject.first} was p1aying with {sib1.ocr} in the yard. {sib1.hyphen} has a cold.

    The {mother:mother} states that {step.ocrfull} has 1eft the home and lodges with {x1.full} in
    {step.street}.

    {mgf.broken} was met at the gate. He gave the name of the boy next door as {x2.hyphen}.

    {teacher.titled} at {@school} telephoned. {friend1.ocr} and {friend2.ocr} were in the same
    fight.

    {carer1.hyphen} and {carer2.full#15} have offered a bed for the night.

    {cousin.glued} and {aunt.glued} both signed the book.

    {perp.spaced} - known to this department. See also {uncle.spaced}.

    FROM: {hv.caps#37} TO: {sw.caps#37} PAGES: 2. If any page is missing ring {hv.landline}.

    {=Hope#26} to place {subject.first} with {aunt.ocr} by {date:said}. Postcode {aunt.postcodeocr}.

    {mgm.typo2} / {mgm.typofull}, the clerk has spelt the {mgm:grandmother} two ways.

    {mother.glued} attendedthe clinic with {sib2.ocr}.

    Health visitor {hv.broken} saw the baby. {=HV#48} has no concerns.

    {father.typo2} is now in {father.outward}, whereabouts given by {x3.ocrfull}.

    {translit.spelt} called as {translit.hyphen} on the file cover.

    {word.first} and {word.ocrfull}, same person. {=Mark#26} in red pencil.

    {double.part}, later {double.hyphen}, was housekeeper.

    The {friend1mum.plural} took {subject.first} in for tea. {friend1mum.broken} has three of her
    own.

    {accent.noaccent} was bom abroad. {accent.typo2} on the card.

    {subject.initials} is thriving. {sib1.initials} is not. {mother.initials} is pregnant.

    {step.typofull} owes rent to {x4.broken}.

    NHS {sib1.nhs}, {mother.nhs}. Rate book no {%order}.

    ?same {father.broken}, the {father:father}, not the child of the same name.

    ?near {sib1.first} and {subject.first} were called by each other's names throughout.

    ?two {nurse.broken} declared kinship.
    """
)

MARKED = bank(
    """
    {<}STRICTLY CONFIDENTIAL. NOT TO BE SHOWN TO THE FAMILY. ¶{neighbour.ocrfull} wrote the 1etter.
    {x5.full} posted it.{>52s-} ¶

    {<}NOT TO BE DlSCLOSED to the {mother:mother}: {father.ocr} has another child,
    {x7.hyphen}.{>52p}
    """
)


def write(pen: Pen) -> None:
    """Write an old report or fax as a machine reads it."""
    pen.write(
        pen.one(
            "COUNTY OF {@council}\nCHILDREN'S DEPARTMENT\nRe: {subject.caps#39}  ({subject.dob})\n"
            "Officer's report, {date:long}\n\n",
            "*** FACSlMlLE ***\nRE {subject.spaced#20}\n{date:short}   {sw.initial}\n\n",
            "VISITORS BOOK, {=Nelson House}\n{x6.reversed#39}  {mother.reversed#39}  "
            "{aunt.reversed#39}\n\n",
        )
    )
    pen.prose(pen.some(LINES, 11, 18), OLD)
    if pen.rng.random() < 0.45:
        pen.paragraphs(pen.one(*MARKED))
    pen.write("(sgd.) {sw.initial#38}\n{subject.reversed#40} - sheet 2\n")
