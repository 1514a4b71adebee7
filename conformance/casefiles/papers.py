"""Fourteen kinds of paper, each a frame into which passages are written."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from conformance.casefiles import markings, naming, particulars, passing
from conformance.casefiles.noise import respanned
from conformance.casefiles.people import Member
from conformance.casefiles.scene import Passage, Scene
from conformance.casefiles.truth import Level, Paper

_FILLERS = (
    "The house was warm and there was food in.", "Nothing else to report today.",
    "{child} showed me a drawing of a boat.", "We went through the plan page by page.",
    "The bus was late and so was I.", "A copy is on the file.", "To be looked at again next month.",
    "Attendance is at 81 per cent this term.", "{child} was chatty on the way home.",
    "There was no sign of anybody else in the flat.", "Bedding had been changed since last time.",
    "I said that I would ask, and that I could promise nothing.",
    "Action: chase the funding panel.",
    "The dog has gone.", "Threshold was discussed and is not met at present.",
    "{child} sleeps better now.", "The plan stays as it is.",
    "A referral to CAMHS was made on {day}.",
    "The meeting ended at noon.", "Transport was agreed for the autumn term.",
    "{child} is settled, eats well and has grown.", "No concerns were raised by health.",
    "Family time went ahead as planned on {day}.", "The kitchen window is still broken.",
)  # fmt: skip
_HEADINGS = (
    "Background", "Home and family", "Health", "Education", "Family time", "What we were told",
    "Analysis", "Views of the child", "Money and housing", "Plan",
)  # fmt: skip


@dataclass(slots=True)
class Deck:
    """Passages in the order of the draw: each comes round before any comes again."""

    scene: Scene
    passages: Sequence[Passage]
    waiting: list[Passage] = field(default_factory=list)

    def write(self) -> None:
        """Write the next passage for which there is somebody."""
        while True:
            if not self.waiting:
                self.waiting = self.scene.rng.sample(self.passages, len(self.passages))
            if self.waiting.pop()(self.scene) is not False:
                return


@dataclass(slots=True)
class Desk:
    """What a frame writes with: the scene, and the case's decks of passages."""

    scene: Scene
    names: Deck
    numbers: Deck

    def passage(self) -> None:
        """Write one passage, or words that name nobody."""
        lot = self.scene.rng.random()
        if lot < 0.5:
            self.names.write()
        elif lot < 0.75:
            self.numbers.write()
        elif lot < 0.97:
            self.scene.tell(self.scene.one_of(_FILLERS))
        else:
            markings.prose(self.scene)

    def paragraph(self, passages: int) -> None:
        """Write a paragraph."""
        for n in range(passages):
            self.scene.tell(" " if n else "")
            self.passage()
        self.scene.tell("\n\n")

    def sections(self, count: int) -> None:
        """Write headed sections; in some papers one of them is marked."""
        scene = self.scene
        headings = scene.rng.sample(_HEADINGS, count + 1)
        style = scene.rng.randrange(3)
        dressed = [_dressed(h, n, style) for n, h in enumerate(headings, 1)]
        for n, heading in enumerate(dressed[:count]):
            scene.tell(f"{heading}\n")
            self.paragraph(scene.rng.randrange(3, 6))
            if n == 0 and scene.rng.random() < 0.3:
                markings.paragraph(scene, partial(markings.statement, scene))
        lot = scene.rng.random()
        if lot < 0.3:
            markings.section(scene, partial(markings.statement, scene), dressed[count])
            self.paragraph(2)
        elif lot < 0.4:
            markings.to_the_signature(scene, partial(markings.statement, scene))


def _dressed(heading: str, number: int, style: int) -> str:
    return (heading.upper(), f"{number}. {heading}", f"{heading}:")[style]


def _title(desk: Desk, kind: str) -> None:
    scene, child = desk.scene, desk.scene.cast.subject
    words = f"{child.person.surname.upper()}, {child.person.forename}"
    scene.tell(f"Northmoor Council - {kind}\nName: {{}}\n", scene.name(child, words, "page header"))
    born = scene.thing(child, "birth", f"{child.person.born:%d/%m/%Y}", "page header")
    scene.tell("DOB: {}\n\n", born)


def _signed(desk: Desk, member: Member) -> None:
    scene, person = desk.scene, member.person
    scene.tell("\nSigned: {}", scene.name(member, person.full, "signature"))
    scene.tell(f"\n{person.post or member.relation.capitalize()}\n")
    if person.phone:
        scene.tell("Tel {}\n", scene.thing(member, "phone", person.phone, "signature"))


def case_note(desk: Desk) -> None:
    """Write a visit up."""
    scene, worker = desk.scene, desk.scene.cast.team["sw"]
    _title(desk, "Case note")
    scene.tell(
        "Date: {day}   Contact: home visit   By: {}\n\n",
        scene.name(worker, worker.person.full, "form field"),
    )
    for _ in range(4):
        desk.paragraph(scene.rng.randrange(2, 5))
    if scene.rng.random() < 0.4:
        markings.paragraph(scene, partial(markings.statement, scene))
    _signed(desk, worker)


def chronology(desk: Desk) -> None:
    """Write a table of what happened."""
    scene = desk.scene
    _title(desk, "Chronology")
    scene.tell("Date | Event | Source\n")
    marked = scene.rng.randrange(10)
    for n in range(10):
        if n == marked:
            markings.row(scene, "{day} | ", partial(markings.statement, scene))
            continue
        scene.tell("{day} | ")
        desk.passage()
        scene.tell(f" | {scene.one_of(('SW', 'Police', 'School', 'HV', 'GP'))}\n")


def referral(desk: Desk) -> None:
    """Write a form with labels, and what the caller said."""
    scene, family = desk.scene, desk.scene.cast.family
    _title(desk, "Contact and referral")
    for part, label in (
        ("mother", "Mother"),
        ("father", "Father"),
        ("partner", "Other adults"),
        ("sister", "Siblings"),
    ):
        member = family[part]
        scene.tell(f"{label}: {{}}", scene.name(member, member.person.full, "form field"))
        if member.person.born:
            born = f"{member.person.born:%d/%m/%Y}"
            scene.tell(", {}", scene.thing(member, "birth", born, "form field"))
        scene.tell("\n")
    mother = family["mother"]
    scene.tell("Telephone: {}\n", scene.thing(mother, "phone", mother.person.phone, "form field"))
    neighbour = family["neighbour"]
    scene.tell("\nReferrer wishes to remain anonymous:\n")
    start = scene.out.length
    name = scene.name(neighbour, neighbour.person.full, "confidential source, named")
    phone = scene.thing(neighbour, "phone", neighbour.person.phone, "confidential source, named")
    scene.tell("{}, {}", name, phone)
    scene.out.covered(start, Level.SECTION, "marked section, to the next heading", ended=False)
    scene.tell("\n\nWHAT THE CALLER SAID\n")
    for _ in range(3):
        desk.paragraph(3)


def _present(desk: Desk, parts: Sequence[str]) -> None:
    scene, cast = desk.scene, desk.scene.cast
    scene.tell("Present:\n")
    for part in parts:
        member = cast.team.get(part) or cast.family[part]
        words = scene.one_of((member.person.full, f"{member.person.title} {member.person.full}"))
        scene.tell(f"{{}} | {member.relation or 'child'}\n", scene.name(member, words, "table row"))
    scene.tell("\n")


def minutes(desk: Desk, kind: str, parts: Sequence[str]) -> None:
    """Write minutes: who was there, then headed sections."""
    _title(desk, kind)
    _present(desk, parts)
    desk.sections(3)
    _signed(desk, desk.scene.cast.team["manager"])


def report(desk: Desk, kind: str, author: str) -> None:
    """Write a report with headed sections and a signature."""
    _title(desk, kind)
    desk.sections(3)
    _signed(desk, desk.scene.cast.team[author])


def police_report(desk: Desk) -> None:
    """Write what the police hold; some such papers are marked as a whole."""
    scene = desk.scene
    whole = scene.rng.random() < 0.3
    if whole:
        scene.tell(scene.one_of(markings.DOCUMENTS) + "\n\n")
    report(desk, "Police report", "police")
    if whole:
        scene.out.covered(0, Level.DOCUMENT, "marked paper")


def solicitor_letter(desk: Desk) -> None:
    """Write advice: privileged as a whole, in most of these papers."""
    scene, lawyer = desk.scene, desk.scene.cast.team["lawyer"]
    whole = scene.rng.random() < 0.7
    scene.tell(
        "LEGALLY PRIVILEGED AND CONFIDENTIAL - LEGAL ADVICE\n\n" if whole else "Legal services\n\n"
    )
    scene.tell("{day}\nDear colleague,\n\n")
    for _ in range(3):
        desk.paragraph(3)
    scene.tell("Yours sincerely,\n{}\n", scene.name(lawyer, lawyer.person.full, "signature"))
    if whole:
        scene.out.covered(0, Level.DOCUMENT, "privileged paper")


def email(desk: Desk) -> None:
    """Write a message that quotes another, or the same words once more."""
    scene = desk.scene
    sender, to = scene.rng.sample(list(scene.cast.team.values()), 2)
    for label, member in (("From", sender), ("To", to)):
        scene.tell(
            f"{label}: {{}} <{{}}>\n",
            scene.name(member, member.person.full, "e-mail header"),
            scene.thing(member, "email", member.person.email, "e-mail header"),
        )
    member = scene.third() or scene.stranger()
    scene.tell(
        "Sent: {day}\nSubject: RE: {}\n\n",
        scene.name(member, member.person.full, "subject of an e-mail"),
    )
    scene.tell("Hi {},\n\n", scene.name(to, to.person.forename, "professional, first name"))
    for _ in range(2):
        desk.paragraph(3)
    scene.tell("Regards\n{}\n\n", scene.name(sender, sender.person.full, "signature"))
    markings.disclaimer(scene)
    scene.tell("\n\n")
    _quoted(desk, scene.third() or member)


def _quoted(desk: Desk, member: Member) -> None:
    """Write the message below, quoted; some such messages are marked, and they alone.

    The line that says who wrote it when is judged by itself: its date alone tells nothing.
    """
    scene = desk.scene
    scene.tell(
        "On {day}, {} <{}> wrote:\n",
        scene.name(member, member.person.full, "quoted trail"),
        scene.thing(member, "email", member.person.email, "quoted trail"),
    )
    marked, start = scene.rng.random() < 0.3, scene.out.length
    scene.tell("> Please do not disclose this to the family.\n" if marked else "")
    for _ in range(3):
        scene.tell("> ")
        desk.passage()
        scene.tell("\n")
    if marked:
        scene.out.covered(start, Level.MESSAGE, "marked message")


def messages(desk: Desk) -> None:
    """Write texts that were copied from a telephone."""
    scene, child = desk.scene, desk.scene.cast.subject
    friend = scene.cast.family["friend"]
    scene.tell("Messages copied from the phone on {day}\n\n")
    for n in range(12):
        who = (child, friend)[n % 2]
        stamp = f"[{scene.rng.randrange(10, 24)}:{scene.rng.randrange(10, 60)}] "
        name = scene.name(who, who.person.forename, "sender of a message")
        scene.tell(stamp + "{}: ", name)
        scene.rng.choice((naming.unknown_lower, naming.texted, naming.unknown_lower))(scene)
        scene.tell("\n")


def life_story(desk: Desk) -> None:
    """Write a letter to the child for later."""
    scene, worker = desk.scene, desk.scene.cast.team["sw"]
    scene.tell(
        "{day}\n\nDear {child},\n\nYou asked me to write down how you came to live here.\n\n"
    )
    for _ in range(4):
        desk.paragraph(3)
    scene.tell(
        "With love,\n{}\n", scene.name(worker, worker.person.forename, "professional, first name")
    )


def genogram(desk: Desk) -> None:
    """Write a family tree in words."""
    scene, cast = desk.scene, desk.scene.cast
    _title(desk, "Genogram")
    for part, member in cast.family.items():
        if part in ("neighbour", "carer", "carer_two", "alleged"):
            continue
        scene.tell(
            f"- {{}} ({member.relation})", scene.name(member, member.person.full, "family tree")
        )
        if member.person.born:
            born = scene.thing(member, "birth", f"{member.person.born:%Y-%m-%d}", "family tree")
            scene.tell(", b. {}", born)
        scene.tell("\n")
    scene.tell("\n")
    desk.paragraph(4)


Frame = Callable[[Desk], None]
KINDS: dict[str, Frame] = {
    "case note": case_note,
    "chronology": chronology,
    "referral": referral,
    "strategy minutes": partial(
        minutes, kind="Strategy meeting", parts=("manager", "sw", "police", "gp", "teacher")
    ),
    "core group": partial(
        minutes, kind="Core group", parts=("sw", "teacher", "mother", "grandmother", "nurse")
    ),
    "LAC review": partial(
        minutes, kind="Looked-after review", parts=("manager", "sw", "carer", "carer_two")
    ),
    "school report": partial(report, kind="School report", author="teacher"),
    "police report": police_report,
    "health letter": partial(report, kind="Health assessment", author="nurse"),
    "e-mail": email,
    "messages": messages,
    "solicitor's letter": solicitor_letter,
    "life-story letter": life_story,
    "supervision note": partial(report, kind="Supervision", author="manager"),
    "genogram": genogram,
}  # fmt: skip


def papers(scene: Scene, kinds: Sequence[str]) -> Iterator[Paper]:
    """Write papers of these kinds, one after another, from the same decks."""
    names = Deck(scene, (*naming.PASSAGES, *passing.PASSAGES))
    numbers = Deck(scene, particulars.PASSAGES)
    for n, kind in enumerate(kinds, 1):
        writing = Scene(scene.cast, scene.rng, scene.day + timedelta(days=30 * n))
        names.scene = numbers.scene = writing
        KINDS[kind](Desk(writing, names, numbers))
        yield wrapped(writing.out.paper(f"{scene.cast.id}-{n:02d}", kind))


def wrapped(paper: Paper, width: int = 96) -> Paper:
    """Return a paper with its long lines broken where a printer breaks them, as some are."""
    if sum(map(ord, paper.text)) % 3:  # two papers in three keep their lines whole
        return paper
    text, at = list(paper.text), 0
    for line in paper.text.split("\n"):
        if " | " not in line and len(line) > width and "  " not in line:
            here = at
            for piece in textwrap.wrap(line, width, break_on_hyphens=False)[:-1]:
                here += len(piece)
                text[here] = "\n"
                here += 1
        at += len(line) + 1
    return respanned(paper, "".join(text), lambda span: span)
