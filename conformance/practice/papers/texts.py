"""Texts and chats: exports of phones, screenshots typed out, a group chat of teenagers."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import CHAT

KIND = "texts"

TEENS = bank(
    """
    u seen {x3.lower} today

    nah {friend2.lower} said hes at {x2.lower}s

    tell {sib1.lower} 2 bring my charger

    {step.lower} kickin off agen, goin to {mgm:nans}

    {perp.lower} is outside dont come

    who told {friend1mum.lower} abt it???? was it u

    my social worker {sw.lower} comin at 4 :(

    {x5.lower} n {x6.lower} r going {@club} wanna come

    add me on snap {subject.handle} or insta {friend1.handle}

    new num {friend2.phone} dont give 2 {father:dad}

    {cousin.lowerfull} got nicked lol

    {mother:mum} says im grounded till {date:yearless}

    {=will#26} u ask {carer1.first} if i can stop out

    {friend1.pet} is being well off wi me

    its {x4.lower} on {x8.poss} phone

    he goes {step.first#60} aint ya {father:dad}, i goes ya {mother:mam}

    {subject.alias}!!! wake up

    {word.lower} saw us by the bins

    {double.lower} is my form tutor now, dead strict

    miss {teacher.last#3} took my phone

    lent {x7.lower} my {@brand} hoody

    "our {sib1.first#60} dint do nowt, {x3.first#60} chucked it" thats wot i told em

    come {friend2.street} back gate {friend2.postcodebare}

    cant {mgf.lower} is bad in bed, {mgm.lower} cryin

    {x10.lower} said {subject.first#59} is a grass

    {aunt.lower} picked us up frm {@pub}
    """
)

ADULTS = bank(
    """
    Hi {sw.first} its {mother.first} can u ring me when ur free

    {subject.first} has a temperature so not in school. {mgm.first} is sitting with {subject.him}

    {father.first} has been round AGAIN. {neighbour.first} heard him

    Pls dont tell {step.first} I told u

    Is {fsw.first} coming or you?

    Im at {x1.poss} if you need me. her num is {x1.phone}

    {sib2.first} has clinic {date:weekday} then we are at {carer1.poss} for contact

    Thanks for today. {subject.first} and {sib1.first} enjoyed the bowling. {carer1.first} x

    Running late, traffic on {@street}. {sw.first} ({=SW#48})

    {mgm.rolename} can do pick up, her reg is {mgm.vrm}

    He sent me his new address it is {father.address} {father.postcodebare} keep it

    {hv.first} said ring {hv.phone} not the old one

    My solicitor wants {sib1.poss} dob is it {sib1.dob}

    {uncle.lower} and {aunt.lower} r splitting up so dont send letters there

    not being funny but {x9.lowerfull} shud mind her own

    the {uncle.plural} are all the same
    """
)

STYLES = (
    "[{{date:sametiny}}, {hour}] {who}: {line}\n",
    "{who} ({hour}): {line}\n",
    "{{date:sameslash}} {hour} - {who}: {line}\n",
    "{who} > {line}\n",
)
FACES = {
    "teens": (
        "{subject.first}",
        "{friend1.first}",
        "{friend2.lower}",
        "{sib1.pet}",
        "{cousin.first}",
    ),
    "adults": ("{mother.first}", "{sw.first}", "{mother.first}", "{carer1.first}"),
}


def _mixed(pen: Pen, lines: list[str], quiet: tuple[str, ...]) -> list[str]:
    """Return the lines with others between them that say nothing of anybody."""
    mixed = []
    for line in lines:
        mixed.append(line)
        if pen.rng.random() < 0.7:
            mixed.append(pen.rng.choice(quiet))
    return mixed


def _talk(pen: Pen, lines: list[str], faces: tuple[str, ...]) -> None:
    style = pen.rng.choice(STYLES)
    hour, minute = pen.rng.randint(8, 20), 0
    for line in lines:
        minute += pen.rng.randint(1, 7)
        at = f"{(hour + minute // 60) % 24:02d}:{minute % 60:02d}"
        pen.write(style.format(hour=at, who=pen.rng.choice(faces), line=line))


def write(pen: Pen) -> None:
    """Write an export of one or two conversations."""
    pen.write(
        pen.one(
            "WhatsApp export - group '{=Harold Wood massive}' ({subject.handle}, {friend1.handle}, "
            "{perp.handle})\n\n",
            "Texts to work mobile {sw.phone}, typed up by {sw.initials} {date:short}\n\n",
            "EXHIBIT {=SW#48}/2 - phone of {subject.full#39}, number {subject.phone}. Contacts "
            "saved as '{x2.first#39}', '{x3.lower#39}', '{step:her fella}', '{mother:Mum new}'\n\n",
        )
    )
    _talk(pen, _mixed(pen, pen.some(TEENS, 14, 22), CHAT), FACES["teens"])
    pen.write("\n")
    if pen.rng.random() < 0.7:
        pen.write("Second thread\n")
        _talk(pen, pen.some(ADULTS, 8, 14), FACES["adults"])
    if pen.rng.random() < 0.4:
        pen.write("\n")
        pen.write(
            "{<}Worker's note, not to be shared with {subject.first}: the number ending this "
            "thread belongs to {perp.full}; {x2.full} gave it to us.{>52p}\n"
        )
