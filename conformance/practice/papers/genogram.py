"""Genograms typed out: a tree of lines, ages and crosses, and what it does not show."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import SOCIAL

KIND = "genogram"

TREES = (
    "MATERNAL\n{mgf.full#39} ({mgf:MGF}) = {mgm.full#39} ({mgm:MGM}), since {date:yearless}\n"
    "  |-- {mother.full#39} ({mother:M}) b. {mother.dob}\n"
    "  |     |-- {subject.full#39} *index child*\n  |     |-- {sib1.full#39} b. {sib1.dob}\n"
    "  |     `-- {sib2.full#39} (half, {step:father} {step.first#39})\n"
    "  `-- {aunt.full#39} b. {aunt.dob}\n        `-- {cousin2.full#39}\nPATERNAL\n"
    "{pgf.full} (d.) = {pgm.full#39} née {pgm.former}\n  |-- {father.full} b. {father.dob}\n"
    "  `-- {uncle.full#39}\n        `-- {cousin.full#39}\n\n",
    "[Male] {father.first#39} ///// [Female] {mother.first#39} ----- [Male] {step.first#39}\n"
    "        |                              |\n   {subject.first#39}, {sib1.first#39}"
    "             {sib2.first#39}, {sib4.first#39}\nX {pgf.first} (dead)   {pgm.first#39}   "
    "{mgm.first#39} == {mgf.first#39}\n\n",
    "Gen 1: {mgm.initial#39}, {mgf.initial#39}, {pgm.initial#39}, {pgf.initial#39!k}\n"
    "Gen 2: {mother.initial#39}, {father.initial#39}, {aunt.initial#39}, {uncle.initial#39}, "
    "{step.initial#39}\nGen 3: {subject.full#39} | {sib1.full#39} | {sib2.full#39} | "
    "{cousin.full#39} | {cousin2.full#39}\n\n",
)

NOTES = bank(
    """
    {mother.first} and {father.first} separated. {mother.first} and {step.first} on and off.
    {step.first} has two more with {x1.full}: {x2.first} and {x3.first}.

    Broken line between {mother.first} and {mgf.first}; close line between {subject.first} and
    {mgm.first}.

    {mgm.formerfull}'s first husband was a {x4.titled}; son {x6.first}, not known to the children.

    {aunt.full} is close to {subject.first}. Conflict between {aunt.first} and {step.first}.

    {uncle.first} and {cousin.first} live at {uncle.address}.

    {pgf.full#58}, {pgf.titled}, died of heart disease. {subject.first} keeps his medals.

    The {mother.former} and the {father.plural} were neighbours in the same street, {@street}.

    {carer1.full} and {carer2.full#15} drawn in green, as carers. {x5.first}, at the edge of
    the sheet, is the lodger.

    {subject.first}'s words for people: "{mgm:Nanny}", "{step.alias}" (angry face), "{sib1.alias}",
    "{friend1.first} my bestie".

    Godparents: {word.full} and {double.full} (now {double.part}). {=Grace#26} is said before meals.

    Ecomap: {@club}, {@school}, {friend2.first} and {friend2dad.first}, {fsw.first}, church,
    {accent.first}.

    ?same Circle with {father.initials} and circle with {subject.initials} are two people,
    {father.full#27!r} senior and {subject.full#27!k} junior.

    ?near {subject.first} is on the left, {sib1.first} on the right.

    ?two {aunt.full} appears twice, as {aunt:aunt} and as {nurse:nurse}.

    {abbrev.initials} next to the house = {abbrev.first}. {=SW#48} in a square = social worker.

    {sib1.first} is known as {sib1.alias}; {sib2.full} is {sib2.middle} on the certificate.

    Twin cousins on the {pgm:PGM} side, {x7.first} and {x8.full}.

    {translit.spelt} and {translit.full} are drawn as two people and should be one.

    Spelling by {subject.first}: {sib1.typo}, {cousin.typo}, {mgm.typo}. Left as is.

    {perp.full} was put outside the circle, with a zig-zag to {subject.first} and {mother.first}.

    The names under the photo strip were letter by letter: {cousin.spaced}, {mgm.spaced}.
    """
)


def write(pen: Pen) -> None:
    """Write a tree and its notes."""
    pen.write(pen.one("GENOGRAM (text version)\n", "Family tree, from {sw.poss} flip chart\n"))
    pen.write("Family of {subject.full#39}, drawn with {mother.first} and {mgm.first} ")
    pen.write("{date:short}\n\n")
    pen.write(pen.rng.choice(TREES))
    pen.write(pen.one("Notes\n", "Relationships\n", "What the lines mean\n"))
    pen.prose(pen.some(NOTES, 9, 16), SOCIAL, 0.3)
    pen.write("Drawn by {sw.full#38}\n")
