"""Restrictions that somebody wrote over passages, and the words of restrictions where none is."""

from __future__ import annotations

from collections.abc import Callable

from conformance.casefiles.scene import Scene
from conformance.casefiles.truth import Level

SECTIONS = (
    "NOT TO BE DISCLOSED TO THE SERVICE USER",
    "THIRD PARTY INFORMATION",
    "CONFIDENTIAL SECTION - NOT TO BE SHARED WITH THE FAMILY",
    "*** RESTRICTED ACCESS ***",
    "Confidential information (not for disclosure to parents):",
    "Third party section:",
    "CONFIDENTIAL - PROFESSIONALS ONLY",
    "POLICE SENSITIVE - NOT FOR DISCLOSURE",
    "Confidential referrer:",
)
ENDS = (
    "END OF RESTRICTED SECTION",
    "End of third party information",
    "--- end of confidential section ---",
)
LABELS = (
    "[Not to be disclosed to the family]",
    "(Confidential source - do not share with the parents)",
    "Please do not disclose to the client:",
    "Third party information:",
    "NOT FOR DISCLOSURE:",
)
DOCUMENTS = (
    "LEGALLY PRIVILEGED - NOT TO BE DISCLOSED",
    "NOT TO BE DISCLOSED TO THE CHILD OR FAMILY",
    "CONFIDENTIAL: POLICE SENSITIVE, NOT FOR DISCLOSURE",
)
_PROSE = (
    "I told her that this is not confidential and that we share what we must.",
    "The third party insurance on the car has run out.",
    "She rang a confidential helpline in the night.",
    "He was told that nothing he says can be kept confidential if a child is at risk.",
    "Access to the garden is restricted while the fence is mended.",
    "They discussed what should be shared with the family and agreed to share all of it.",
    "The landlord will not release the deposit to the client.",
    "The privileged few get a locker, she said.",
)
DISCLAIMER = (
    "This e-mail and any attachment are confidential and intended for the addressee alone. If you "
    "are not the addressee, please delete it and do not disclose its contents. Northmoor Council "
    "is not liable for any loss."
)
Content = Callable[[], None]


def prose(scene: Scene) -> None:
    """Write words of restrictions that restrict nothing."""
    scene.put(scene.decoy(scene.rng.choice(_PROSE), "words of a marking in prose"))


def disclaimer(scene: Scene) -> None:
    """Write what stands under every e-mail and restricts nothing."""
    scene.put(scene.decoy(DISCLAIMER, "disclaimer"))


def section(scene: Scene, content: Content, next_heading: str) -> None:
    """Write a marked section: up to its end mark, or to the next heading where it has none."""
    scene.tell(scene.rng.choice(SECTIONS) + "\n")
    start = scene.out.length
    content()
    ended = scene.rng.random() < 0.5
    scene.out.covered(start, Level.SECTION, _named("section", ended=ended), ended=ended)
    scene.tell(f"\n{scene.rng.choice(ENDS)}\n\n" if ended else "\n\n")
    scene.tell(f"{next_heading}\n")


def to_the_signature(scene: Scene, content: Content) -> None:
    """Write a marked section that the signature below it ends."""
    scene.tell(scene.rng.choice(SECTIONS) + "\n")
    start = scene.out.length
    content()
    scene.out.covered(start, Level.SECTION, "marked section, to the signature", ended=False)


def paragraph(scene: Scene, content: Content) -> None:
    """Write a paragraph that begins with its marking."""
    scene.tell(scene.rng.choice(LABELS) + " ")
    start = scene.out.length
    content()
    scene.out.covered(start, Level.PARAGRAPH, "marked paragraph")
    scene.tell("\n\n")


def row(scene: Scene, before: str, content: Content) -> None:
    """Write a row of a table of which the last cell marks it, its first cells with it."""
    start = scene.out.length
    scene.tell(before)
    content()
    scene.out.covered(start, Level.ROW, "marked row")
    scene.tell(" | Not to be disclosed\n")


def statement(scene: Scene) -> None:
    """Write what a marked passage says: who told, and of whom."""
    neighbour = scene.cast.family["neighbour"]
    alleged = scene.cast.family["alleged"]
    scene.tell(
        scene.one_of(
            (
                "{} rang in confidence and named {} as the man at the flat.",
                "The source, {}, fears what {} would do.",
                "{} gave a statement about {} and will not go to court.",
            )
        ),
        scene.name(neighbour, neighbour.person.full, "confidential source, named"),
        scene.name(alleged, alleged.person.forename, "first name only"),
    )
    scene.tell(
        " "
        + scene.one_of(
            (
                "This was not put to the family.",
                "The address must not become known.",
                "Nothing of this was said in front of the children.",
            )
        )
    )


def _named(what: str, *, ended: bool) -> str:
    return f"marked {what}, {'ended' if ended else 'to the next heading'}"
