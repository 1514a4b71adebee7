"""Chronologies: a table of what happened, row upon row, from several agencies."""

from __future__ import annotations

from datetime import timedelta

from conformance.practice.pen import Pen, bank

KIND = "chronology"

EVENTS = bank(
    """
    {mother.full#39} attends A&E with wrist injury, says she fell

    {subject.first} born at {@ward}, 38 weeks

    Anonymous call re shouting at the address

    {father.full} arrested for breach; released NFA

    {sib1.full} excluded 2 days, pushed {friend1.first} down the steps

    Referral from {teacher.full#39} re unexplained mark on {subject.poss} arm

    {mother.first} moves the children to {mgm.address}, {mgm.postcode}

    {mother.former} family known to authority since {mother.initials} was a child herself

    {step.full#39} (DOB {step.dob}) joins the household

    Police attend. {step.police} spoken to. Ref {step.incident}

    Health visitor {hv.full#39} notes missed 2-year check for {sib2.first}

    {mgm.formerfull} granted interim care of {sib1.first} for 6 weeks

    {perp.reversed} bailed with conditions not to approach {subject.first}

    {subject.first} disclosed to {teacher.titled} that "{step.lower} hurt {mother:mum}"

    Strategy discussion: {sw.initials}, {manager.initials}, {pc.initials} present

    {x1.full} (friend of {mother.first}) cautioned for possession

    {carer1.full#39} and {carer2.full#39} approved by panel

    {subject.first} placed with {carer1.titled}; {sib1.first} stays with {aunt.first}

    Missing 19:00 to 06:30, found with {friend2.first} and an older male "{x2.first}"

    Contact between {subject.first} and {father.first} suspended

    {mother.first} changes name back to {mother.formerfull} by deed poll

    {pgf.full} dies. {subject.first} attends the funeral with {pgm.first}

    {cousin.full#39} stays at the address over the summer

    {neighbour.full} reports children in the garden after midnight

    {word.caps} (family friend) has {subject.first} to stay

    School nurse {nurse.full} weighs {subject.first}

    {x7.full}, {x8.full} and {x9.full} recorded as visitors by concierge

    {translit.spelt} / {translit.full}: two records merged

    Core group did not take place, {=TM#48} on leave

    {subject.first} joins {@school}. UPN {subject.upn}

    Legal planning meeting chaired by {lawyer.titled}

    {uncle.full#39} offers to be assessed, later withdraws

    {x4.titled}, landlord, serves notice on {mother.titled}
    """
)

SOURCES = ("Health", "Police", "School", "CSC", "Housing", "EDT", "GP", "Midwifery", "YOS")
IMPACTS = bank(
    """
    {subject.initials} sad, quiet

    none noted

    {=SW#48} to follow up

    {sib1.first} and {subject.first} both present, both upset

    increases risk if {step.first} returns

    {mother.first} said she would "sort it"

    pattern of late presentation

    {mgm:MGM} protective
    """
)

NOTES = bank(
    """
    Compiled by {sw.full#38} from case records, police disclosure and the school file. Entries
    before the family moved into {@council} were supplied by the previous authority and have not
    been checked line by line. Where {subject.first} is called {subject.alias} the source used
    that name.

    Key: {mother:M} = {mother.full}; {father:F} = {father.full}; {step:SF} = {step.full};
    {mgm:MGM} = {mgm.full}; {subject.initials} = {subject.full}.

    This chronology was shared with {lawyer.full} in draft. {fsw.full} is to add the early help
    entries; {psych.full}'s letters are summarised and not copied.
    """
)

MARKED = bank(
    """
    {<}{date:nextslash} | Housing | {x4.full} reports {step.first} subletting | third party - do not
    disclose to subject{>52r}

    {<}{date:nextslash} | Health | {mother.first} disclosed assault by {uncle.full} |
    CONFIDENTIAL, NOT TO BE SHARED{>52r}

    {<}{date:nextslash} | Police | {perp.full} is a person of interest in operation {=Harold#47},
    {x6.full} named as associate | NOT TO BE DISCLOSED TO FAMILY{>52r}

    {<}{date:nextslash} | CSC | RESTRICTED: {neighbour.full} gave statement, fears reprisal from
    {step.first} | withhold from service user{>52r}
    """
)


def _row(pen: Pen, form: str, event: str) -> None:
    source = pen.rng.choice(SOURCES)
    impact = pen.rng.choice(IMPACTS)
    pen.write(form.format(source=source, event=event, impact=impact))


ROWS = (
    "{{date:nextslash}} | {source} | {event} | {impact}\n",
    "{{date:nextshort}}\t{source}\t{event}\t{impact}\n",
    "{{date:nextmon}}   {event} ({source})\n",
    "[{source}] {{date:nextlong}}: {event}. Impact: {impact}.\n\n",
)


TABLES = ROWS[:2]


def write(pen: Pen) -> None:
    """Write a chronology in one of four shapes."""
    pen.write("«MULTI-AGENCY CHRONOLOGY|Chronology of significant events|CHRON (working copy)»\n")
    pen.write("Child: {subject.caps#39}   DOB: {subject.dob}   «System no.|Ref» {%asset}\n\n")
    form = pen.rng.choice(ROWS)
    if " | " in form:
        pen.write("Date | Source | Event | Impact on child\n")
    pen.clock = pen.world.today - timedelta(days=800)
    rows = pen.some(EVENTS, 14, 24)
    marked = pen.rng.randrange(len(rows)) if form in TABLES and pen.rng.random() < 0.9 else -1
    for at, event in enumerate(rows):
        _row(pen, form, event)
        if at == marked:
            marking = pen.one(*MARKED)
            pen.write((marking if " | " in form else marking.replace(" | ", "\t")) + "\n")
    pen.write("\n")
    pen.paragraphs(*pen.some(NOTES, 1, 2))
